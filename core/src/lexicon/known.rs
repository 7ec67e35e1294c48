//! What a lexicon knows of a term, from the table of the catalogue and the general one.

use super::table::{Found, TablePrefix};
use super::{GENERAL_WEIGHT, Lexicon, TranslationSource};
use crate::text::Language;

/// A translation of a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Known<'l> {
    /// The stems of its words, with single blanks between.
    pub(super) term: &'l str,
    pub(super) probability: f32,
    pub(super) source: TranslationSource,
}

/// The first words of a term that is looked up in both tables at once.
#[derive(Clone)]
pub(super) struct FirstWords<'l> {
    count: usize,
    own: Option<TablePrefix<'l>>,
    general: Option<TablePrefix<'l>>,
}

impl Lexicon {
    /// No words yet of a term of `from`.
    pub(super) fn start(&self, from: Language) -> FirstWords<'_> {
        let [own, general] =
            [self.own.as_ref(), self.general].map(|table| table.and_then(|table| table.start(from)));
        FirstWords { count: 0, own, general }
    }

    /// The translations of a term of one word, in no order.
    pub(super) fn known(&self, word: &str, from: Language) -> Vec<Known<'_>> {
        self.start(from).then(word).map_or_else(Vec::new, |word| word.known())
    }
}

impl<'l> FirstWords<'l> {
    /// The words with one more; `None` where no term of either table begins so.
    pub(super) fn then(self, word: &str) -> Option<Self> {
        let FirstWords { count, own, general } = self;
        let longer = |prefix: Option<TablePrefix<'l>>| {
            let prefix = if count > 0 { prefix?.followed_by(" ") } else { prefix };
            prefix?.followed_by(word)
        };
        let (own, general) = (longer(own), longer(general));
        (own.is_some() || general.is_some()).then_some(FirstWords { count: count + 1, own, general })
    }

    /// The translations of the term that the words are, each once, in no order.
    pub(super) fn known(&self) -> Vec<Known<'l>> {
        let found = |prefix: &Option<TablePrefix<'l>>| prefix.as_ref().and_then(TablePrefix::found);
        weigh(found(&self.own), found(&self.general))
    }
}

/// Weighs what the catalogue says with what is general, by how often the catalogue has the word.
fn weigh<'l>(own: Option<Found<'l>>, general: Option<Found<'l>>) -> Vec<Known<'l>> {
    let passages = own.as_ref().map_or(0, Found::passages) as f32;
    let general_share = GENERAL_WEIGHT / (passages + GENERAL_WEIGHT);
    let count = |found: &Option<Found<'l>>| found.as_ref().map_or(0, Found::len);
    let mut known = Vec::with_capacity(count(&own) + count(&general));
    known.extend(general.iter().flat_map(Found::targets).map(|target| Known {
        term: target.term,
        probability: target.probability * general_share,
        source: TranslationSource::General,
    }));
    let counted = known.len();
    for target in own.iter().flat_map(Found::targets) {
        let same = known.iter_mut().take(counted).find(|known| known.term == target.term);
        let learned = target.source == TranslationSource::Learned;
        let probability =
            if learned { target.probability * (1.0 - general_share) } else { target.probability };
        match same {
            None => known.push(Known { term: target.term, probability, source: target.source }),
            Some(same) if learned => {
                same.source = if probability >= same.probability { target.source } else { same.source };
                same.probability += probability;
            }
            Some(same) if probability >= same.probability => {
                (same.probability, same.source) = (probability, target.source);
            }
            Some(_) => {}
        }
    }
    known.iter_mut().for_each(|known| known.probability = known.probability.min(1.0));
    known
}
