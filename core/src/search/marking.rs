//! Marks what a query found in the texts of records, in one language.

use super::evidence::{Found, FoundIn};
use super::mark::{Mark, marks};
use super::matches::Matches;
use super::phrase::Phrase;
use super::phrase_words::PhraseWords;
use super::plan::{Plan, Unit};
use super::scored::MILLION;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::Index;
use crate::text::Span;

/// What the marks of texts in one language may show: the words of a plan, after these its wholes.
pub(super) struct Marking<'a> {
    plan: &'a Plan,
    phrases: Vec<&'a PhraseWords>,
    /// Terms of several words that the lexicon knows, as they stand in the query.
    terms: Vec<PhraseWords>,
    /// What it is worth to show each of these.
    pub(super) worths: Vec<u64>,
}

impl<'a> Marking<'a> {
    /// `other`: the plan in the other language, which has the terms of this one, to be translated; `phrases`: those that are sought.
    pub(super) fn new(
        plan: &'a Plan,
        other: &Plan,
        phrases: &[&'a Phrase],
        matches: &Matches<'_>,
        index: &Index,
    ) -> Self {
        let language = plan.language;
        let worth = |(at, unit): (usize, &Unit)| (matches.rarity(language, at) * unit.worth * MILLION) as u64;
        let mut worths: Vec<u64> = plan.units.iter().enumerate().map(worth).collect();
        // To show a whole is worth as much again as its words; of nothing but stop words, as much as a word.
        let whole = |span: Span| {
            let of_whole = plan.units.iter().zip(&worths).filter(|(unit, _)| unit.span.overlaps(span));
            of_whole.map(|(_, worth)| *worth).sum::<u64>().max(MILLION as u64)
        };
        let terms = || other.units.iter().filter(|unit| unit.is_term());
        let spans = phrases.iter().filter_map(|phrase| phrase.at).chain(terms().map(|unit| unit.span));
        let of_wholes: Vec<u64> = spans.map(whole).collect();
        worths.extend(of_wholes);
        Marking {
            plan,
            phrases: phrases.iter().map(|phrase| phrase.words(language)).collect(),
            terms: terms()
                .map(|unit| PhraseWords::new(&unit.text, None, false, index.view(language), language))
                .collect(),
            worths,
        }
    }

    /// What is marked in each of `records`, which must ascend, in the order of its texts; `found`: what is shown of each.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a text that must be looked at is not as it was written.
    pub(super) fn marks(
        &self,
        records: &[u32],
        found: &FoundIn,
        catalogue: &Catalogue,
        index: &Index,
    ) -> Result<Vec<Vec<Mark>>, Error> {
        let mut in_records: Vec<Vec<Mark>> =
            found.iter().map(|found: &[Found]| marks(found, self.plan)).collect();
        let wholes = self.phrases.iter().copied().chain(&self.terms);
        for (shows, whole) in (self.plan.units.len()..).zip(wholes) {
            let mut readers = whole.readers(index);
            for (record, marks) in records.iter().zip(&mut in_records) {
                let places = whole.places(*record, &mut readers, catalogue, index)?;
                marks.extend(places.iter().map(|place| Mark::new(*place, shows)));
            }
        }
        in_records.iter_mut().for_each(|marks| marks.sort_unstable());
        Ok(in_records)
    }
}
