use serde::{Deserialize, Serialize};

use super::problem::{SyntaxProblem, SyntaxProblemKind};
use super::token::{Token, TokenKind, tokens};
use super::tree::group;
use super::{FieldValues, Query, QueryField};
use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::text::{OffsetUnit, Span};

/// How deep parentheses may stand in one another.
const DEEPEST: usize = 16;

/// What the text of a query is read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ParsedQuery {
    /// The query.
    pub query: Query,
    /// What could not be read as it may have been meant, in the order of the text.
    pub problems: Vec<SyntaxProblem>,
}

/// Reads the text of a query, whatever it is; spans are in `unit`.
///
/// A quotation or parenthesis that is not closed is the words in it, an operator without words beside it is a word, and so on.
/// Takes a time that grows with the length of the text only.
///
/// ```
/// use ally_toolkit::OffsetUnit;
/// use ally_toolkit::query::{Query, SyntaxProblemKind, parse};
///
/// let parsed = parse("mentorat (femmes OU hommes) -«\u{a0}sans frais\u{a0}»", OffsetUnit::Bytes);
/// let (mentorat, femmes, hommes) = (Query::words("mentorat"), Query::words("femmes"), Query::words("hommes"));
/// assert_eq!(parsed.query, mentorat.beside(femmes.or(hommes)).beside(Query::phrase("sans frais").not()));
///
/// let parsed = parse("\"women lead", OffsetUnit::Bytes);
/// assert_eq!(parsed.query, Query::words("women lead"));
/// assert_eq!(parsed.problems[0].kind, SyntaxProblemKind::UnclosedQuotation);
/// ```
pub fn parse(text: &str, unit: OffsetUnit) -> ParsedQuery {
    let ParsedQuery { query, mut problems } = read(text);
    problems.iter_mut().for_each(|problem| problem.span = problem.span.in_unit(text, unit));
    ParsedQuery { query, problems }
}

/// Reads the text of a query in which everything must be as its syntax says.
///
/// ```
/// use ally_toolkit::query::{Query, parse_strict};
/// assert_eq!(parse_strict("\"women leaders\"")?, Query::phrase("women leaders"));
/// let error = parse_strict("mentor OR").unwrap_err();
/// assert_eq!(error.message().en, "At character 8, `OR`: an operator has no words beside it.");
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
///
/// # Errors
/// [`InvalidRequest`](ErrorKind::InvalidRequest): the first problem, with its place.
pub fn parse_strict(text: &str) -> Result<Query, Error> {
    let ParsedQuery { query, problems } = read(text);
    match problems.first() {
        Some(problem) => {
            let place = Place::field("query");
            Err(Error::new(ErrorKind::InvalidRequest, place, problem.message.clone(), problem.remedy.clone()))
        }
        None => Ok(query),
    }
}

fn read(text: &str) -> ParsedQuery {
    let (tokens, problems) = tokens(text);
    let mut parser = Parser { text, tokens: tokens.into_iter().peekable(), problems, depth: 0 };
    let query = group(parser.group());
    let mut problems = parser.problems;
    problems.sort_by_key(|problem| problem.span);
    ParsedQuery { query, problems }
}

struct Parser<'a> {
    text: &'a str,
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    problems: Vec<SyntaxProblem>,
    /// How many parentheses are open.
    depth: usize,
}

impl Parser<'_> {
    fn problem(&mut self, kind: SyntaxProblemKind, span: Span) {
        self.problems.push(SyntaxProblem::new(kind, span, self.text));
    }

    /// What is written at a place, as a word.
    fn word(&self, span: Span) -> Query {
        Query::Word(span.slice(self.text).to_owned())
    }

    fn take(&mut self, wanted: &TokenKind) -> Option<Token> {
        self.tokens.next_if(|token| token.kind == *wanted)
    }

    /// Parts side by side, up to the end of the text, or the parenthesis that closes the group.
    fn group(&mut self) -> Vec<Query> {
        let mut parts = Vec::new();
        while let Some(token) = self.tokens.peek() {
            let span = token.span;
            match token.kind {
                TokenKind::Close if self.depth > 0 => break,
                TokenKind::Close => {
                    self.tokens.next();
                    self.problem(SyntaxProblemKind::UnopenedParenthesis, span);
                }
                TokenKind::Or | TokenKind::And => {
                    self.tokens.next();
                    self.problem(SyntaxProblemKind::MissingOperand, span);
                    parts.push(self.word(span));
                }
                _ => parts.push(self.any()),
            }
        }
        parts
    }

    /// One part, or several with `OR` between them.
    fn any(&mut self) -> Query {
        self.joined(&TokenKind::Or, Query::Any, Parser::all)
    }

    /// One part, or several with `AND` between them.
    fn all(&mut self) -> Query {
        self.joined(&TokenKind::And, Query::All, Parser::unary)
    }

    fn joined(
        &mut self,
        operator: &TokenKind,
        join: fn(Vec<Query>) -> Query,
        part: fn(&mut Self) -> Query,
    ) -> Query {
        let first = part(self);
        let mut parts = vec![first];
        let mut left_over = Vec::new();
        while let Some(found) = self.take(operator) {
            if self.begins_part() {
                parts.push(part(self));
            } else {
                self.problem(SyntaxProblemKind::MissingOperand, found.span);
                left_over.push(self.word(found.span));
                break;
            }
        }
        let joined = if parts.len() > 1 { join(parts) } else { group(parts) };
        if left_over.is_empty() { joined } else { group(vec![joined, group(left_over)]) }
    }

    fn begins_part(&mut self) -> bool {
        let kind = self.tokens.peek().map(|token| &token.kind);
        !matches!(kind, None | Some(TokenKind::Or | TokenKind::And | TokenKind::Close))
    }

    /// A part, with the signs before it.
    fn unary(&mut self) -> Query {
        let mut signs = Vec::new();
        while let Some(sign) =
            self.tokens.next_if(|token| matches!(token.kind, TokenKind::Plus | TokenKind::Minus))
        {
            signs.push(sign);
        }
        if !signs.is_empty() && !self.begins_part() {
            let words = signs.iter().map(|sign| self.word(sign.span)).collect();
            signs.iter().for_each(|sign| self.problem(SyntaxProblemKind::MissingOperand, sign.span));
            return group(words);
        }
        let part = self.part();
        // Of several signs the last counts, the nearest to the part: nobody means two.
        match signs.last().map(|sign| &sign.kind) {
            Some(TokenKind::Minus) => part.not(),
            Some(_) => part.required(),
            None => part,
        }
    }

    fn part(&mut self) -> Query {
        let Some(Token { kind, span }) = self.tokens.next() else { return group(Vec::new()) };
        match kind {
            TokenKind::Word(text) => Query::Word(text),
            TokenKind::Prefix(text) => Query::Prefix(text),
            TokenKind::Phrase(text) => {
                let phrase = Query::phrase(text);
                if phrase.is_empty() {
                    self.problem(SyntaxProblemKind::EmptyQuotation, span);
                }
                phrase
            }
            TokenKind::Field(field) => self.field(field, span),
            TokenKind::Open => self.parentheses(span),
            TokenKind::Close | TokenKind::Plus | TokenKind::Minus | TokenKind::Or | TokenKind::And => {
                self.word(span)
            }
        }
    }

    fn parentheses(&mut self, open: Span) -> Query {
        if self.depth == DEEPEST {
            self.problem(SyntaxProblemKind::TooDeep, open);
            return group(Vec::new());
        }
        self.depth += 1;
        let parts = self.group();
        self.depth -= 1;
        if self.take(&TokenKind::Close).is_none() {
            self.problem(SyntaxProblemKind::UnclosedParenthesis, open);
        } else if parts.is_empty() {
            self.problem(SyntaxProblemKind::EmptyParentheses, open);
        }
        group(parts)
    }

    /// The value of a field, or its values: in parentheses, or with commas between them.
    fn field(&mut self, field: QueryField, name: Span) -> Query {
        let mut values = Vec::new();
        if let Some(open) = self.take(&TokenKind::Open) {
            while let Some(token) = self.tokens.next_if(|token| token.kind != TokenKind::Close) {
                match token.kind {
                    TokenKind::Or => {}
                    kind => values.extend(values_of(kind, token.span.slice(self.text))),
                }
            }
            if self.take(&TokenKind::Close).is_none() {
                self.problem(SyntaxProblemKind::UnclosedParenthesis, open.span);
            }
        } else if let Some(Token { kind, .. }) = self.tokens.next_if(|Token { kind, .. }| {
            matches!(kind, TokenKind::Word(_) | TokenKind::Prefix(_) | TokenKind::Phrase(_))
        }) {
            values.extend(values_of(kind, ""));
        }
        let query = Query::Field(FieldValues { name: field, values }).normalized();
        if query.is_empty() {
            self.problem(SyntaxProblemKind::MissingValue, name);
            return self.word(name);
        }
        query
    }
}

/// The values that a token gives; `written`: for what is none by itself.
fn values_of(kind: TokenKind, written: &str) -> Vec<String> {
    match kind {
        TokenKind::Word(text) | TokenKind::Prefix(text) => text.split(',').map(str::to_owned).collect(),
        TokenKind::Phrase(text) => vec![text],
        _ => vec![written.to_owned()],
    }
}
