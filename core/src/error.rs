use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::problem::{Place, Problem};
use crate::text::{Bilingual, Language};

/// What kind of failure an [`Error`] is; hosts turn each kind into a class or code of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum ErrorKind {
    /// A folder or file cannot be opened. Check the path.
    Unreadable,
    /// A file cannot be written. Check the folder and what room there is.
    Unwritable,
    /// The catalogue has errors; [`Error::problems`] lists every one. Mend them, or ask for a report instead.
    InvalidCatalogue,
    /// No toolkit, page, resource, concept or term has this id.
    NotFound,
    /// The request cannot be understood: an unknown field, filter or value, a page number below 1 … .
    InvalidRequest,
    /// This is no snapshot, or one that is cut short or damaged. Build it again.
    InvalidSnapshot,
    /// A snapshot of another version: a newer format, or another analysis of texts. Update the library, or build it again.
    IncompatibleSnapshot,
    /// A defect of this library. Please report it.
    Internal,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: [ErrorKind; 8] = [
        ErrorKind::Unreadable,
        ErrorKind::Unwritable,
        ErrorKind::InvalidCatalogue,
        ErrorKind::NotFound,
        ErrorKind::InvalidRequest,
        ErrorKind::InvalidSnapshot,
        ErrorKind::IncompatibleSnapshot,
        ErrorKind::Internal,
    ];

    /// The stable name: `unreadable`, `invalid-catalogue`, `not-found` …
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorKind::Unreadable => "unreadable",
            ErrorKind::Unwritable => "unwritable",
            ErrorKind::InvalidCatalogue => "invalid-catalogue",
            ErrorKind::NotFound => "not-found",
            ErrorKind::InvalidRequest => "invalid-request",
            ErrorKind::InvalidSnapshot => "invalid-snapshot",
            ErrorKind::IncompatibleSnapshot => "incompatible-snapshot",
            ErrorKind::Internal => "internal",
        }
    }
}

/// The error of every fallible call: its kind, what is wrong, where, and what to do about it, in both languages.
///
/// One word wide, so that results stay small. `Display` gives place, message and remedy in English on one line;
/// [`line`](Error::line) gives them in either language.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Error(Box<ErrorData>);

/// What an [`Error`] holds, as plain data for hosts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorData {
    /// The kind of failure.
    pub kind: ErrorKind,
    /// What is wrong.
    pub message: Bilingual,
    /// What to do about it.
    pub remedy: Bilingual,
    /// Where it is wrong, as far as known.
    #[serde(default, skip_serializing_if = "Place::is_empty")]
    pub place: Place,
    /// The problems of an invalid catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

impl Error {
    #[cold]
    pub(crate) fn new(kind: ErrorKind, place: Place, message: Bilingual, remedy: Bilingual) -> Self {
        Error(Box::new(ErrorData { kind, message, remedy, place, problems: Vec::new() }))
    }

    #[cold]
    pub(crate) fn invalid_catalogue(problems: Vec<Problem>) -> Self {
        let (count, place) = (problems.len(), problems.first().map(|problem| problem.place.clone()));
        let first = problems.first().map(|problem| problem.message.clone());
        let remedy = problems.first().map(|problem| problem.remedy.clone());
        let first = first.unwrap_or_else(|| Bilingual::new("", ""));
        Error(Box::new(ErrorData {
            kind: ErrorKind::InvalidCatalogue,
            message: match count {
                1 => Bilingual::new(
                    format!("The catalogue has an error. {}", first.en),
                    format!("Le catalogue contient une erreur. {}", first.fr),
                ),
                _ => Bilingual::new(
                    format!("The catalogue has {count} errors. The first: {}", first.en),
                    format!("Le catalogue contient {count} erreurs. La première\u{a0}: {}", first.fr),
                ),
            },
            remedy: match (count, remedy) {
                (1, Some(remedy)) => remedy,
                _ => Bilingual::new(
                    "Mend them all; the list of problems says how.",
                    "Corrigez-les toutes; la liste des problèmes dit comment.",
                ),
            },
            place: place.unwrap_or_default(),
            problems,
        }))
    }

    /// More words, or bytes of words, than the numbers of an index can count.
    #[cold]
    pub(crate) fn too_large() -> Self {
        Error::new(
            ErrorKind::InvalidCatalogue,
            Place::default(),
            Bilingual::new(
                "The catalogue is too large for one index, which counts to 4,294,967,295.",
                "Le catalogue est trop grand pour un seul index, qui compte jusqu’à 4\u{a0}294\u{a0}967\u{a0}295.",
            ),
            Bilingual::new("Divide it into several catalogues.", "Divisez-le en plusieurs catalogues."),
        )
    }

    /// A path cannot be opened; `remedy`: what to give instead.
    #[cold]
    pub(crate) fn unreadable(path: &Path, error: &std::io::Error, remedy: Bilingual) -> Self {
        let path = path.display().to_string();
        let message = Bilingual::new(
            format!("`{path}` cannot be opened: {error}."),
            format!("«\u{a0}{path}\u{a0}» ne peut pas être ouvert\u{a0}: {error}."),
        );
        let place = Place { file: Some(path), ..Place::default() };
        Error::new(ErrorKind::Unreadable, place, message, remedy)
    }

    /// A defect of this library, as an error instead of a crash: what bindings make of a panic.
    #[cold]
    pub fn internal(detail: &str) -> Self {
        Error::new(
            ErrorKind::Internal,
            Place::default(),
            Bilingual::new(format!("Internal error: {detail}."), format!("Erreur interne\u{a0}: {detail}.")),
            Bilingual::new(
                "This is a defect of ally-toolkit; please report it.",
                "C’est un défaut d’ally-toolkit; veuillez le signaler.",
            ),
        )
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where it is wrong, as far as known.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What is wrong.
    pub fn message(&self) -> &Bilingual {
        &self.0.message
    }

    /// What to do about it.
    pub fn remedy(&self) -> &Bilingual {
        &self.0.remedy
    }

    /// The errors of an [`InvalidCatalogue`](ErrorKind::InvalidCatalogue); empty for other kinds.
    pub fn problems(&self) -> &[Problem] {
        &self.0.problems
    }

    /// Everything at once, as plain data.
    pub fn data(&self) -> &ErrorData {
        &self.0
    }

    /// The error as one line in `language`: message, remedy, place.
    pub fn line(&self, language: Language) -> String {
        let place = if self.0.place.is_empty() { String::new() } else { format!(" ({})", self.0.place) };
        format!("{} {}{place}", self.0.message.get(language), self.0.remedy.get(language))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Language::English))
    }
}
