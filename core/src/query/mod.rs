//! The syntax of queries: what people type into a search box, read as a tree.
//!
//! | typed | means |
//! |---|---|
//! | `women leaders` | words, in whatever form and either language; which must match, [`SearchRequest::matching`] says |
//! | `"women leaders"`, `«\u{a0}préjugés inconscients\u{a0}»` | these very words, side by side |
//! | `+mentor` | a word that must match |
//! | `-mentor`, `NOT mentor`, `SAUF mentor` | a word that must not |
//! | `mentor OR sponsor`, `mentor OU parrain` | one of them |
//! | `mentor AND men`, `mentor ET hommes` | both |
//! | `(mentor OR sponsor) AND men` | groups |
//! | `mentor*` | a word that begins so |
//! | `topic:mentorship`, `sujet:mentorat`, `year:2018..2022`, `titre:"feuille de route"` | what a field has, see [`QueryField`] |
//!
//! `NOT` binds first, then `AND`, then `OR`, then words side by side. Operators are words in capitals, in a text that is not all
//! in capitals; a backslash makes a sign or operator an ordinary one: `\OR`, `\-mentor`. The signs of numbers are none: `-5`, but `-(2020)`.
//!
//! Reading is forgiving: [`parse`] makes something of any text, and tells what it could not use. [`parse_strict`] gives the first of
//! these as an error. A tree is written back with [`Query::in_language`], and read again it is the same tree: so a program
//! that makes a query makes a tree, and asks with its text.
//!
//! Apache Lucene and tantivy have two parsers each, of which the forgiving one drops what it cannot read; here there is one, and both
//! modes see the same tree. Theirs read `access: a guide` or `3:1` as fields; here a field is one of the known names, and
//! where its value is none of the catalogue's, the words are searched.
//!
//! [`SearchRequest::matching`]: crate::search::SearchRequest::matching

mod field;
mod parse;
mod print;
mod problem;
mod token;
mod tree;

#[cfg(test)]
mod tests;

pub use field::QueryField;
pub(crate) use field::Target;
pub use parse::{ParsedQuery, parse, parse_strict};
pub use problem::{SyntaxProblem, SyntaxProblemKind};
pub use tree::{FieldValues, Query};
