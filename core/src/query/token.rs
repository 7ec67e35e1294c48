//! The signs and words that a query is written in.

use super::QueryField;
use super::field::Target;
use super::problem::{SyntaxProblem, SyntaxProblemKind};
use crate::text::Span;

/// A sign or word of a query, and where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word(String),
    Prefix(String),
    /// The words between quotation marks.
    Phrase(String),
    /// A field's name with its colon; what follows is the value.
    Field(QueryField),
    Open,
    Close,
    Plus,
    /// A minus sign, `NOT`, `SAUF`.
    Minus,
    Or,
    And,
}

/// True for the signs that phrases stand between.
pub(super) fn is_quotation_mark(sign: char) -> bool {
    matches!(sign, '"' | '«' | '»' | '“' | '”' | '„' | '\u{ff02}')
}

/// The signs that close what `open` opens.
fn closing(open: char) -> &'static [char] {
    match open {
        '«' => &['»'],
        '“' => &['”', '"'],
        '„' => &['“', '”', '"'],
        _ => &['"', '”', '\u{ff02}'],
    }
}

/// True for the signs that exclude: the hyphen, the minus sign.
pub(super) fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '\u{2212}')
}

/// The operator that a word is.
pub(super) fn operator(word: &str) -> Option<TokenKind> {
    match word {
        "OR" | "OU" | "||" => Some(TokenKind::Or),
        "AND" | "ET" | "&&" => Some(TokenKind::And),
        "NOT" | "SAUF" => Some(TokenKind::Minus),
        _ => None,
    }
}

/// True for what a backslash takes the meaning from, inside a word; at its beginning it does from anything.
fn is_sign(sign: char) -> bool {
    sign.is_whitespace()
        || is_quotation_mark(sign)
        || is_minus(sign)
        || matches!(sign, '(' | ')' | '+' | ':' | '*' | '\\')
}

/// The tokens of a query, and what in it is none.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<SyntaxProblem>) {
    let mut lexer = Lexer {
        text,
        at: 0,
        // In a text all in capitals, these tell nothing.
        words_operate: text.chars().any(char::is_lowercase),
        tokens: Vec::new(),
        problems: Vec::new(),
        unclosed: Vec::new(),
    };
    while lexer.token() {}
    (lexer.tokens, lexer.problems)
}

struct Lexer<'a> {
    text: &'a str,
    /// Where the next token is looked for, in bytes.
    at: usize,
    words_operate: bool,
    tokens: Vec<Token>,
    problems: Vec<SyntaxProblem>,
    /// The quotation marks that are known not to be closed, however far one looks.
    unclosed: Vec<char>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, kind: TokenKind, start: usize) {
        self.tokens.push(Token { kind, span: Span::new(start, self.at) });
    }

    /// Reads the next token; false at the end.
    fn token(&mut self) -> bool {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        let start = self.at;
        let mut signs = self.rest().chars();
        let Some(first) = signs.next() else { return false };
        // `+1` and `-5` are numbers.
        let begins_operand = signs.next().is_some_and(|next| {
            !next.is_whitespace() && !next.is_numeric() && !is_minus(next) && !"+)".contains(next)
        });
        let sign = match first {
            '(' => Some(TokenKind::Open),
            ')' => Some(TokenKind::Close),
            '+' if begins_operand => Some(TokenKind::Plus),
            sign if is_minus(sign) && begins_operand => Some(TokenKind::Minus),
            _ => None,
        };
        if let Some(kind) = sign {
            self.at += first.len_utf8();
            self.push(kind, start);
        } else if is_quotation_mark(first) {
            self.phrase(first);
        } else {
            self.word();
        }
        true
    }

    fn phrase(&mut self, open: char) {
        let start = self.at;
        self.at += open.len_utf8();
        let end = if self.unclosed.contains(&open) || open == '»' || open == '”' {
            None
        } else {
            self.rest().find(closing(open))
        };
        match end {
            Some(length) => {
                let text = self.rest().get(..length).unwrap_or_default().to_owned();
                self.at += length
                    + self
                        .rest()
                        .get(length..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(0, char::len_utf8);
                self.push(TokenKind::Phrase(text), start);
            }
            None => {
                self.unclosed.push(open);
                let span = Span::new(start, self.at);
                self.problems.push(SyntaxProblem::new(SyntaxProblemKind::UnclosedQuotation, span, self.text));
            }
        }
    }

    fn word(&mut self) {
        let start = self.at;
        let mut word = String::new();
        let mut depth = 0_usize;
        // Whether a sign in it lost its meaning to a backslash, and whether it ends in a star that has one.
        let (mut is_escaped, mut is_prefix) = (false, false);
        while let Some(sign) = self.rest().chars().next() {
            let next = self.rest().chars().nth(1);
            match sign {
                '\\' if next.is_some_and(|next| word.is_empty() || is_sign(next)) => {
                    self.at += 1;
                    let sign = next.unwrap_or_default();
                    word.push(sign);
                    self.at += sign.len_utf8();
                    (is_escaped, is_prefix) = (true, false);
                    continue;
                }
                ':' if !is_escaped && self.is_field(&word, next) => {
                    self.at += 1;
                    self.field(&word, start);
                    return;
                }
                '(' if !word.is_empty() => depth += 1,
                ')' if depth > 0 => depth -= 1,
                ')' => break,
                '«' | '»' | '“' | '”' | '„' => break,
                sign if sign.is_whitespace() => break,
                _ => {}
            }
            is_prefix = sign == '*';
            word.push(sign);
            self.at += sign.len_utf8();
        }
        if !is_escaped && self.spaced_field(&word) {
            self.field(&word, start);
            return;
        }
        let beginning = word.trim_end_matches('*');
        let kind = match operator(&word) {
            Some(operator) if !is_escaped && (self.words_operate || !operator_is_word(&word)) => operator,
            _ if is_prefix && !beginning.is_empty() => TokenKind::Prefix(beginning.to_owned()),
            _ => TokenKind::Word(word),
        };
        self.push(kind, start);
    }

    /// True for the name of a field whose colon comes next and whose value, the `next` sign, may follow at once.
    fn is_field(&self, word: &str, next: Option<char>) -> bool {
        let Some(field) = QueryField::named(word) else { return false };
        match next {
            None => false,
            Some(next) if next.is_whitespace() => self.value_may_follow(field, self.at + 1),
            Some(_) => true,
        }
    }

    /// Reads the colon of a field which, as French has it, stands after a space.
    fn spaced_field(&mut self, word: &str) -> bool {
        let rest = self.rest();
        let space = rest.chars().next().filter(|sign| sign.is_whitespace()).map_or(0, char::len_utf8);
        let colon = self.at + space;
        if space == 0 || !self.text.get(colon..).unwrap_or_default().starts_with(':') {
            return false;
        }
        let Some(field) = QueryField::named(word) else { return false };
        let may_follow = self.value_may_follow(field, colon + 1);
        if may_follow {
            self.at = colon + 1;
        }
        may_follow
    }

    /// True where what follows a colon and a space may be a value of the field. `Titre : les femmes` is rather a title with its
    /// subtitle than a search in titles; so the words of a text then stand between quotation marks. What is no value of a
    /// facet, the search finds out.
    fn value_may_follow(&self, field: QueryField, at: usize) -> bool {
        let value = self.text.get(at..).unwrap_or_default().trim_start().chars().next();
        match field.target() {
            Target::Facet(_) => value.is_some(),
            Target::Text(_) => value.is_some_and(is_quotation_mark),
        }
    }

    fn field(&mut self, name: &str, start: usize) {
        if let Some(field) = QueryField::named(name) {
            self.push(TokenKind::Field(field), start);
        }
    }
}

/// False for operators made of signs, which mean nothing else.
fn operator_is_word(operator: &str) -> bool {
    operator.chars().all(char::is_alphabetic)
}
