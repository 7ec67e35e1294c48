//! Words that must stand side by side in a text of a record.

use super::phrase_words::PhraseWords;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{Field, Index, RecordSet};
use crate::text::{Language, Span};

/// How many records the phrases of a query are looked for in, at most, one by one. They are many only where each word of a phrase is
/// in about every record: people ask for one such phrase; of sixteen, an answer would take a second.
pub(super) const MOST_LOOKED_AT: usize = 100_000;

/// Words that must stand side by side in a text of a record.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Where it stands among the words that records are ranked by; `None` for one that records must not have.
    pub(super) at: Option<Span>,
    /// As it is read in English and in French.
    read: [ReadPhrase; 2],
    /// How many records must be looked at.
    pub(super) looked_at: usize,
    /// False where that is too many: then its words are searched, and where they must not be found nothing is excluded.
    pub(super) is_looked_up: bool,
}

/// A phrase as it is read in one language.
#[derive(Debug)]
struct ReadPhrase {
    words: PhraseWords,
    /// The records that have its words, or the rarest of them.
    having: RecordSet,
}

impl Phrase {
    /// The words of `text`. `field`: where they must stand, `None` for anywhere; `verbatim`: true for the very words, whatever their
    /// capitals, accents and inclusive notation, false for words of the same stems.
    pub(super) fn new(
        text: &str,
        field: Option<Field>,
        verbatim: bool,
        at: Option<Span>,
        index: &Index,
    ) -> Self {
        let read = Language::ALL.map(|language| {
            let words = PhraseWords::new(text, field, verbatim, index.view(language), language);
            ReadPhrase { having: words.having(index), words }
        });
        let looked_at = |read: &ReadPhrase| if read.words.are_anywhere() { 0 } else { read.having.len() };
        let looked_at = read.iter().map(looked_at).sum();
        Phrase { at, read, looked_at, is_looked_up: true }
    }

    /// The records that have it in either language; `None` where it has no words.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a text that must be looked at is not as it was written.
    pub(super) fn records(&self, catalogue: &Catalogue, index: &Index) -> Result<Option<RecordSet>, Error> {
        let mut found: Option<RecordSet> = None;
        for ReadPhrase { words, having } in self.read.iter().filter(|read| !read.words.is_empty()) {
            let found = found.get_or_insert_with(|| having.emptied());
            if words.are_anywhere() {
                found.unite(having);
            } else {
                let mut readers = words.readers(index);
                for record in having.iter() {
                    if !words.places(record, &mut readers, catalogue, index)?.is_empty() {
                        found.extend([record]);
                    }
                }
            }
        }
        Ok(found)
    }

    /// As it is read in a language.
    pub(super) fn words(&self, language: Language) -> &PhraseWords {
        let [english, french] = &self.read;
        if language == Language::English { &english.words } else { &french.words }
    }
}

/// Says which of the phrases of a query are looked up: those that take the fewest looks, the first of equals first, as long as these
/// are no more than `most` together; the first of them always.
pub(super) fn choose_looked_up(phrases: &mut [Phrase], most: usize) {
    let mut phrases: Vec<&mut Phrase> = phrases.iter_mut().collect();
    phrases.sort_by_key(|phrase| phrase.looked_at);
    let mut looked_at = 0_usize;
    for (at, phrase) in phrases.into_iter().enumerate() {
        looked_at = looked_at.saturating_add(phrase.looked_at);
        phrase.is_looked_up = at == 0 || looked_at <= most;
    }
}
