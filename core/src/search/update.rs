//! A searcher whose catalogue changes, without building the index anew.

use super::Searcher;
use crate::catalogue::Change;
use crate::error::Error;

impl Searcher {
    /// A searcher of the catalogue after `changes`, made in turn; all of them or, where one cannot be made, none. This one stays as it
    /// is, so that whoever searches it goes on undisturbed; the two share what is the same in both.
    ///
    /// What the changed resources say is analysed, and the lists of the records that have their words are written anew in memory:
    /// milliseconds, more for many records; many changes at once take far less than one by one. Scores, totals, facets
    /// and order are those of an index built of the changed catalogue, with one exception: translations
    /// [learned from the catalogue](crate::lexicon::LexiconSources) stay those of the last building. Building a searcher of its
    /// [`catalogue`](Searcher::catalogue) learns them anew, and frees what has become useless; after thousands of changes it is time for
    /// it. [`LiveSearcher`](super::LiveSearcher) does so while it is searched and updated.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::catalogue::Change;
    /// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let request = SearchRequest::new("mentorat", Language::French);
    /// let before = searcher.search(&request)?;
    /// let mut resource = searcher.catalogue().resource(&before.hits[0].id)?.clone();
    /// resource.id = "another".to_owned();
    /// let updated = searcher.update([Change::from(resource)])?;
    /// assert_eq!(updated.search(&request)?.total, before.total + 1);
    /// assert_eq!(searcher.search(&request)?, before);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Catalogue::changed`](crate::Catalogue::changed); [`InvalidCatalogue`](crate::ErrorKind::InvalidCatalogue) also for a
    /// catalogue too large for one index.
    pub fn update(&self, changes: impl IntoIterator<Item = Change>) -> Result<Self, Error> {
        let (catalogue, slots) = self.catalogue.with_changes(changes.into_iter().collect())?;
        let index = self.index.updated(&self.catalogue, &catalogue, &slots)?;
        let changes = self.changes + slots.len();
        let known = self.known.of_changed(&index);
        Ok(Searcher { catalogue, index, container: self.container.clone(), known, changes })
    }

    /// How many changes of resources were made by [`update`](Searcher::update) since the index was built.
    pub fn changes(&self) -> usize {
        self.changes
    }
}
