use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Span};

/// Something in the text of a query that cannot be read as it may have been meant. It is read as its words are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SyntaxProblem {
    /// What is wrong.
    pub kind: SyntaxProblemKind,
    /// Where.
    pub span: Span,
    /// What is wrong and where, in words.
    pub message: Bilingual,
    /// What to do about it.
    pub remedy: Bilingual,
}

/// What may be wrong with the text of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum SyntaxProblemKind {
    /// A quotation mark has no other to close it, or to open it.
    UnclosedQuotation,
    /// There is no word between quotation marks.
    EmptyQuotation,
    /// A parenthesis is not closed.
    UnclosedParenthesis,
    /// A parenthesis closes none.
    UnopenedParenthesis,
    /// There is nothing between parentheses.
    EmptyParentheses,
    /// Parentheses in parentheses, more than 16 deep.
    TooDeep,
    /// An operator has nothing to stand for.
    MissingOperand,
    /// A field has no value.
    MissingValue,
}

impl SyntaxProblem {
    /// `span`: in bytes of the query, `text`.
    pub(super) fn new(kind: SyntaxProblemKind, span: Span, text: &str) -> Self {
        SyntaxProblem { kind, span, message: kind.message(span, text), remedy: kind.remedy() }
    }
}

impl SyntaxProblemKind {
    fn message(self, span: Span, text: &str) -> Bilingual {
        let found = span.slice(text);
        let (en, fr) = match self {
            SyntaxProblemKind::UnclosedQuotation => {
                ("a quotation is not closed", "une citation n’est pas fermée")
            }
            SyntaxProblemKind::EmptyQuotation => ("a quotation is empty", "une citation est vide"),
            SyntaxProblemKind::UnclosedParenthesis => {
                ("a parenthesis is not closed", "une parenthèse n’est pas fermée")
            }
            SyntaxProblemKind::UnopenedParenthesis => {
                ("a parenthesis closes none", "une parenthèse n’en ferme aucune")
            }
            SyntaxProblemKind::EmptyParentheses => ("parentheses are empty", "des parenthèses sont vides"),
            SyntaxProblemKind::TooDeep => {
                ("parentheses are too deep", "des parenthèses sont trop imbriquées")
            }
            SyntaxProblemKind::MissingOperand => {
                ("an operator has no words beside it", "un opérateur n’a pas de mots à côté de lui")
            }
            SyntaxProblemKind::MissingValue => ("a field has no value", "un champ n’a pas de valeur"),
        };
        let before = text.get(..span.start).unwrap_or_default().chars().count();
        Bilingual::new(
            format!("At character {}, `{found}`: {en}.", before + 1),
            format!("Au caractère {}, «\u{a0}{found}\u{a0}»\u{a0}: {fr}.", before + 1),
        )
    }

    fn remedy(self) -> Bilingual {
        let (en, fr) = match self {
            SyntaxProblemKind::UnclosedQuotation => {
                ("Close it, or leave the mark out.", "Fermez-la, ou retirez le guillemet.")
            }
            SyntaxProblemKind::EmptyQuotation | SyntaxProblemKind::EmptyParentheses => (
                "Write something between them, or leave them out.",
                "Écrivez quelque chose entre les deux, ou retirez-les.",
            ),
            SyntaxProblemKind::UnclosedParenthesis => ("Close it.", "Fermez-la."),
            SyntaxProblemKind::UnopenedParenthesis => {
                ("Open it, or leave it out.", "Ouvrez-la, ou retirez-la.")
            }
            SyntaxProblemKind::TooDeep => {
                ("Use at most 16 in one another.", "N’en imbriquez pas plus de 16.")
            }
            SyntaxProblemKind::MissingOperand => (
                "Write words on both sides, or a backslash before it to search for it.",
                "Écrivez des mots des deux côtés, ou une barre oblique inverse devant pour le chercher.",
            ),
            SyntaxProblemKind::MissingValue => {
                ("Write the value after the colon.", "Écrivez la valeur après le deux-points.")
            }
        };
        Bilingual::new(en, fr)
    }
}
