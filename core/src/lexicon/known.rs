//! What a lexicon knows of a term, from the table of the catalogue and the general one.

use super::table::{Found, Table, TablePrefix, Target};
use super::{GENERAL_WEIGHT, Lexicon, TranslationSource};
use crate::text::Language;

/// A translation of a term: a [`TermTranslation`](super::TermTranslation) where it lies, since a search looks up many and keeps few.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Known<'l> {
    /// The term, in UTF-8: most are compared and never read.
    pub(super) bytes: &'l [u8],
    pub(crate) probability: f32,
    pub(crate) source: TranslationSource,
    /// The number of the term in the table of the catalogue and in the general one, where these gave it.
    numbers: [Option<u32>; 2],
}

impl<'l> Known<'l> {
    fn new(Target { term, source, .. }: Target<'l>, probability: f32, numbers: [Option<u32>; 2]) -> Self {
        Known { bytes: term, probability, source, numbers }
    }

    /// The stems of its words, with single blanks between.
    pub(crate) fn term(&self) -> &'l str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }
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

    /// The translations of a term of one word, in no order; those less probable than `least` may be left out.
    pub(super) fn known(&self, word: &str, from: Language, least: f32) -> Vec<Known<'_>> {
        self.start(from).then(word).map_or_else(Vec::new, |word| word.known(least))
    }

    /// As [`known`](Lexicon::known), of a translation: where a table gave it, nothing is looked up.
    pub(super) fn known_of(&self, word: &Known<'_>, from: Language, least: f32) -> Vec<Known<'_>> {
        let [own, general] = word.numbers;
        weigh(
            self.own.as_ref().and_then(|table| found(table, own, word.bytes, from)),
            self.general.and_then(|table| found(table, general, word.bytes, from)),
            least,
        )
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

    /// True where a term of either table goes on with another word.
    pub(super) fn is_followed(&self) -> bool {
        let goes_on = |prefix: &Option<TablePrefix<'l>>| {
            prefix.as_ref().is_some_and(|prefix| prefix.clone().followed_by(" ").is_some())
        };
        goes_on(&self.own) || goes_on(&self.general)
    }

    /// The translations of the term that the words are, each once, in no order; those less probable than `least` may be left out.
    pub(super) fn known(&self, least: f32) -> Vec<Known<'l>> {
        let found = |prefix: &Option<TablePrefix<'l>>| prefix.as_ref().and_then(TablePrefix::found);
        weigh(found(&self.own), found(&self.general), least)
    }
}

/// What a table has for a term of which it may have given the number.
fn found<'l>(table: &'l Table, number: Option<u32>, term: &[u8], from: Language) -> Option<Found<'l>> {
    match number {
        Some(number) => table.found(number, from),
        None => table.start(from)?.followed_by(term)?.found(),
    }
}

/// Weighs what the catalogue says with what is general, by how often the catalogue has the word.
fn weigh<'l>(own: Option<Found<'l>>, general: Option<Found<'l>>, least: f32) -> Vec<Known<'l>> {
    // What one table says alone is weighed down, and comes in order: what is not probable enough need not be read.
    let alone = own.is_none() || general.is_none();
    let may_count = |target: &Target<'l>| !alone || target.probability >= least;
    let passages = own.as_ref().map_or(0, Found::passages) as f32;
    let general_share = GENERAL_WEIGHT / (passages + GENERAL_WEIGHT);
    let count = |found: &Option<Found<'l>>| found.as_ref().map_or(0, Found::len);
    let mut known = Vec::with_capacity(count(&own) + count(&general));
    known.extend(
        general.iter().flat_map(Found::targets).take_while(may_count).map(|target| {
            Known::new(target, target.probability * general_share, [None, Some(target.number)])
        }),
    );
    let counted = known.len();
    for target in own.iter().flat_map(Found::targets).take_while(may_count) {
        let same = known.iter_mut().take(counted).find(|known| known.bytes == target.term);
        let learned = target.source == TranslationSource::Learned;
        let probability =
            if learned { target.probability * (1.0 - general_share) } else { target.probability };
        let Some(same) = same else {
            known.push(Known::new(target, probability, [Some(target.number), None]));
            continue;
        };
        let [own, _] = &mut same.numbers;
        *own = Some(target.number);
        if learned {
            same.source = if probability >= same.probability { target.source } else { same.source };
            same.probability += probability;
        } else if probability >= same.probability {
            (same.probability, same.source) = (probability, target.source);
        }
    }
    known.iter_mut().for_each(|known| known.probability = known.probability.min(1.0));
    known
}
