//! What a request means, and the records that it finds, without ranking them.

use super::asked::Asked;
use super::condition::{Condition, Conditions};
use super::matches::Matches;
use super::phrase::Phrase;
use super::plan::{Plan, plans};
use super::sieve::Sieve;
use super::{SearchRequest, Searcher};
use crate::error::Error;
use crate::index::RecordSet;
use crate::text::Language;

/// A request as it was understood.
pub(super) struct Understood<'a> {
    pub(super) plans: [Plan; 2],
    pub(super) matches: Matches<'a>,
    /// True where there are no words that records are ranked by.
    pub(super) browsing: bool,
    /// See [`Asked`].
    phrases: Vec<Phrase>,
    /// The records that meet the condition of a query with syntax; `None` for plain words.
    meeting: Option<RecordSet>,
    /// How many records there are.
    records: usize,
}

impl Understood<'_> {
    /// The phrases that are sought.
    pub(super) fn phrases(&self) -> Vec<&Phrase> {
        self.phrases.iter().filter(|phrase| phrase.at.is_some()).collect()
    }

    /// True where records may be found that no ranked word finds.
    pub(super) fn has_condition(&self) -> bool {
        self.meeting.is_some()
    }

    /// The records that the words find in either language, whatever the filters; all where there are none.
    pub(super) fn found(&self) -> RecordSet {
        self.or_words(|| self.matches.found())
    }

    /// The records that the words find as read in a language. What meets a condition is found in both.
    fn found_in(&self, language: Language) -> RecordSet {
        self.or_words(|| self.matches.view(language).found.clone())
    }

    /// What meets the condition, all records, or what the words find.
    fn or_words(&self, words: impl Fn() -> RecordSet) -> RecordSet {
        match &self.meeting {
            Some(meeting) => meeting.clone(),
            None if self.browsing => RecordSet::all(self.records),
            None => words(),
        }
    }
}

impl Searcher {
    /// Reads a request, and looks its words up.
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub(super) fn understand(&self, request: &SearchRequest) -> Result<Understood<'_>, Error> {
        request.check(&self.index)?;
        let asked = Asked::of(request, &self.catalogue, &self.index)?;
        let plans = plans(&asked.words, &asked.beginnings, request, &self.index, &self.known);
        let matches = Matches::of(&plans, &self.index, &self.known, asked.matching(request));
        let browsing = plans.iter().all(|plan| plan.units.is_empty());
        let Asked { condition, phrases, .. } = asked;
        let meeting = condition.map(|condition| self.meeting(&condition, &phrases, &matches, request));
        let (meeting, records) = (meeting.transpose()?, self.index.records.len());
        Ok(Understood { plans, matches, browsing, phrases, meeting, records })
    }

    /// The records that meet a condition.
    fn meeting(
        &self,
        condition: &Condition,
        phrases: &[Phrase],
        matches: &Matches<'_>,
        request: &SearchRequest,
    ) -> Result<RecordSet, Error> {
        let (catalogue, index, matching) = (&self.catalogue, &self.index, request.matching);
        let found = Conditions { catalogue, index, matches, phrases, matching }.records(condition)?;
        Ok(found.unwrap_or_else(|| RecordSet::all(index.records.len())))
    }

    /// The records that `request` finds through its words as read in English, and as read in French; all that pass its filters where it
    /// has no words. What meets the condition of a query with syntax is found in both. The two together are what a
    /// [`search`](Searcher::search) finds.
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub(crate) fn found(&self, request: &SearchRequest) -> Result<[RecordSet; 2], Error> {
        let understood = self.understand(request)?;
        Ok(Language::ALL.map(|language| {
            let mut found = understood.found_in(language);
            self.keep_asked_for(request, &mut found);
            Sieve::new(request, &self.index, &found).sift(&found, None)
        }))
    }

    /// How many records `request` finds: the total of its [`search`](Searcher::search).
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub(crate) fn total(&self, request: &SearchRequest) -> Result<usize, Error> {
        let mut found = self.understand(request)?.found();
        self.keep_asked_for(request, &mut found);
        Ok(Sieve::new(request, &self.index, &found).sift(&found, None).len())
    }
}
