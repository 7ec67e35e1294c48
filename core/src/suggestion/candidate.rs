//! What may complete what was typed, before it is counted.

use std::cmp::Reverse;
use std::rc::Rc;

use super::typed::Begun;
use super::{CompletionKind, MatchedLabel};
use crate::index::{RecordSet, RecordType};
use crate::text::{Language, Span};

/// What may complete what was typed.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) kind: CompletionKind,
    /// `None` for a name.
    pub(super) language: Option<Language>,
    pub(super) what: What,
    /// In how many records it is, together with the words before; of a topic, in how many that pass the
    /// filters; 1 for a title.
    pub(super) count: usize,
    /// True where the text, as it is shown, begins with what was typed; for any word of a person's name.
    pub(super) at_beginning: bool,
    /// What comes first of the same worth: of titles where what was typed stands in them, how long they are, and where they stand in
    /// the order of titles.
    pub(super) order: (usize, usize, u32),
    /// What comes first of what has the same order.
    pub(super) name: String,
}

#[derive(Debug)]
pub(super) enum What {
    /// The words under a key of the view of a language that begin as what was begun, in records of a set.
    Word {
        key: usize,
        begun: Begun,
        language: Language,
        set: Rc<RecordSet>,
    },
    Text(Shown),
}

/// A text that is shown as it stands in the catalogue.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) text: String,
    /// What of it was typed, in bytes.
    pub(super) marks: Vec<Span>,
    pub(super) id: Option<String>,
    pub(super) record: Option<RecordType>,
    pub(super) matched: Option<MatchedLabel>,
}

/// The kinds that share a part of the places.
pub(super) const GROUPS: [&[CompletionKind]; 4] = [
    &[CompletionKind::Topic],
    &[CompletionKind::Title],
    &[CompletionKind::Person, CompletionKind::Organization],
    &[CompletionKind::Word],
];

/// What a kind is worth beside a word in as many records: a topic was given to its records by a curator, a name says who wrote them.
fn worth_of(kind: CompletionKind) -> f64 {
    match kind {
        CompletionKind::Topic => 1.5,
        CompletionKind::Person | CompletionKind::Organization => 1.25,
        CompletionKind::Title | CompletionKind::Word => 1.0,
    }
}

/// What a text is worth that begins with something else than what was typed.
const INSIDE: f64 = 0.7;

impl Candidate {
    /// What it is worth, in millionths: as whole numbers, so that no machine's logarithm changes an order. The records that have it
    /// itself count, not those that a search for it finds through its translations: with these every rare word would be worth as
    /// much as its frequent neighbours.
    fn worth(&self) -> u64 {
        let place = if self.at_beginning { 1.0 } else { INSIDE };
        (worth_of(self.kind) * place * (self.count as f64).ln_1p() * 1e6).round() as u64
    }

    /// The order of candidates: the worthiest first, then the reader's language.
    pub(super) fn rank(&self, reader: Language) -> impl Ord + use<'_> {
        let foreign = self.language.is_some_and(|language| language != reader);
        (Reverse(self.worth()), foreign, self.kind, self.order, &self.name)
    }
}
