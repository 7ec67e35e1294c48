//! A searcher that is updated while it is searched.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::Searcher;
use crate::catalogue::Change;
use crate::error::Error;
use crate::index::BuildOptions;

/// A searcher that any number of threads search while others update it and build its index anew.
///
/// Who searches takes the [`current`](LiveSearcher::current) version and keeps it as long as it likes; no search waits for an update.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::catalogue::Change;
/// use ally_toolkit::search::LiveSearcher;
/// use ally_toolkit::{Catalogue, Searcher};
/// let live = LiveSearcher::new(Searcher::new(Catalogue::bundled()?)?);
/// let first = live.current().catalogue().resources().get(0)?.map(|resource| resource.id.clone());
/// std::thread::scope(|scope| {
///     scope.spawn(|| live.update(first.into_iter().map(Change::Delete)));
///     scope.spawn(|| live.current().catalogue().resources().len());
/// });
/// live.rebuild(Default::default())?;
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug)]
pub struct LiveSearcher {
    current: RwLock<Arc<Searcher>>,
    /// Held while the current version is replaced.
    updating: Mutex<Missed>,
    /// Held while the index is built anew.
    rebuilding: Mutex<()>,
}

/// The changes made since the index that is being built was begun; `None` where none is.
type Missed = Option<Vec<Change>>;

impl LiveSearcher {
    /// Begins with `searcher` as the current version.
    pub fn new(searcher: Searcher) -> Self {
        LiveSearcher {
            current: RwLock::new(Arc::new(searcher)),
            updating: Mutex::default(),
            rebuilding: Mutex::default(),
        }
    }

    /// The current version. Keep it for searches that belong together, such as the pages of one answer.
    pub fn current(&self) -> Arc<Searcher> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes [`changes`](Searcher::update), after which the new version is the current one. Updates wait for one another.
    ///
    /// # Errors
    /// Those of [`Searcher::update`]; nothing has changed then.
    pub fn update(&self, changes: impl IntoIterator<Item = Change>) -> Result<Arc<Searcher>, Error> {
        let changes: Vec<Change> = changes.into_iter().collect();
        let mut missed = self.updating.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = missed.is_some().then(|| changes.clone());
        let updated = self.current().update(changes)?;
        if let (Some(missed), Some(kept)) = (&mut *missed, kept) {
            missed.extend(kept);
        }
        Ok(self.replace(updated))
    }

    /// Builds the index of the current version anew, in this thread and as many as the options say, while others search and update; the
    /// changes they make meanwhile are made again. `None` where progress was answered with a break. A second call waits for the first.
    ///
    /// # Errors
    /// Those of [`Searcher::new`]; nothing has changed then.
    pub fn rebuild(&self, options: BuildOptions<'_>) -> Result<Option<Arc<Searcher>>, Error> {
        let _rebuilding = self.rebuilding.lock().unwrap_or_else(PoisonError::into_inner);
        let catalogue = {
            let mut missed = self.updating.lock().unwrap_or_else(PoisonError::into_inner);
            *missed = Some(Vec::new());
            self.current().catalogue().clone()
        };
        let built = Searcher::build(catalogue, options);
        let mut missed = self.updating.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = missed.take().unwrap_or_default();
        let Some(built) = built? else { return Ok(None) };
        let built = if changes.is_empty() { built } else { built.update(changes)? };
        Ok(Some(self.replace(built)))
    }

    fn replace(&self, searcher: Searcher) -> Arc<Searcher> {
        let searcher = Arc::new(searcher);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&searcher);
        searcher
    }
}
