//! The records that a request finds, without ranking them.

use super::asked::Asked;
use super::facet::Sieve;
use super::matches::Matches;
use super::plan::plans;
use super::{SearchRequest, Searcher};
use crate::error::Error;
use crate::index::RecordSet;
use crate::text::Language;

impl Searcher {
    /// The records that `request` finds through its words as read in English, and as read in French; all that pass its filters where it
    /// has no words. What meets the condition of a query with syntax is found in both. The two together are what a
    /// [`search`](Searcher::search) finds.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest).
    pub(crate) fn found(&self, request: &SearchRequest) -> Result<[RecordSet; 2], Error> {
        request.check(&self.index)?;
        let asked = Asked::of(request, &self.catalogue, &self.index)?;
        let plans = plans(&asked, request, &self.index, &self.known);
        let matches = Matches::of(&plans, &self.index, &self.known, asked.matching(request));
        let condition = asked.condition.as_ref();
        let met = condition.map(|condition| self.meeting(condition, &matches, request)).transpose()?;
        let browsing = plans.iter().all(|plan| plan.units.is_empty());
        Ok(Language::ALL.map(|language| {
            let mut found = match &met {
                Some(met) => met.clone(),
                None if browsing => RecordSet::all(self.index.records.len()),
                None => matches.view(language).found.clone(),
            };
            self.keep_asked_for(request, &mut found);
            Sieve::new(request, &self.index, &found).sift(&found, None)
        }))
    }

    /// How many records `request` finds: the total of its [`search`](Searcher::search).
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest).
    pub(crate) fn total(&self, request: &SearchRequest) -> Result<usize, Error> {
        let [mut english, french] = self.found(request)?;
        english.unite(&french);
        Ok(english.len())
    }
}
