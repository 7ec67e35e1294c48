//! A catalogue as Node holds it.

use std::sync::Arc;

use ally_toolkit::catalogue::Change;
use ally_toolkit::{
    Catalogue, CompletionRequest, Error, OffsetUnit, SearchRequest, Searcher, SimilarRequest,
};
use napi::bindgen_prelude::{AsyncTask, Buffer, Either, ObjectFinalize, Uint8Array};
use napi::{Env, Task};
use napi_derive::napi;

use crate::edge::{answer, guard, language};
use crate::packed::Packed;
use crate::snapshot::{Source, bytes_of};

/// A catalogue with its index. What methods give is packed, but for bytes.
#[napi(custom_finalize)]
pub struct NativeCatalogue {
    searcher: Arc<Searcher>,
    /// How many bytes V8 was told that the index holds, beside V8's own memory: once for all catalogues that share it.
    shared: Arc<i64>,
    /// The same of what this one alone holds, since it was updated.
    own: i64,
}

/// An updated catalogue holds about a quarter as much as the index it shares. Measured with one resource changed: 20 % for 20,339 records,
/// 23 % for 339, there 37 % after a few hundred such updates.
const UPDATED_PART: u64 = 4;

impl NativeCatalogue {
    fn of(env: Env, open: impl FnOnce() -> Result<Catalogue, Error>) -> napi::Result<Self> {
        Self::built(env, guard(|| Searcher::new(open()?))?)
    }

    /// The catalogue whose index was built.
    pub(crate) fn built(env: Env, searcher: Searcher) -> napi::Result<Self> {
        let held = searcher.container().describe().length;
        Self::holding(env, searcher, held)
    }

    /// Tells V8 of the `held` bytes, so that it collects catalogues before the host runs out of memory.
    fn holding(env: Env, searcher: Searcher, held: u64) -> napi::Result<Self> {
        let held = i64::try_from(held).unwrap_or(i64::MAX);
        env.adjust_external_memory(held)?;
        Ok(NativeCatalogue { searcher: Arc::new(searcher), shared: Arc::new(held), own: 0 })
    }

    /// The searcher, for another thread.
    pub(crate) fn searcher(&self) -> Arc<Searcher> {
        Arc::clone(&self.searcher)
    }

    fn catalogue(&self) -> &Catalogue {
        self.searcher.catalogue()
    }
}

#[napi]
impl NativeCatalogue {
    /// The bundled catalogue.
    #[napi(factory)]
    pub fn bundled(env: Env) -> napi::Result<Self> {
        Self::of(env, Catalogue::bundled)
    }

    /// The catalogue in a folder or file.
    #[napi(factory)]
    pub fn open(env: Env, path: String) -> napi::Result<Self> {
        Self::of(env, || Catalogue::open(path))
    }

    /// A catalogue given as the text of a single file, in UTF-8.
    #[napi(factory)]
    pub fn from_json(env: Env, json: Uint8Array) -> napi::Result<Self> {
        Self::of(env, || Catalogue::from_json(&json))
    }

    /// The catalogue of a snapshot: of a file, which is mapped into memory, or of bytes, which are copied.
    #[napi(factory)]
    pub fn open_snapshot(env: Env, source: Source) -> napi::Result<Self> {
        let is_mapped = matches!(source, Either::A(_));
        let bytes = guard(|| bytes_of(source))?;
        let held = if is_mapped { 0 } else { bytes.len() as u64 };
        Self::holding(env, guard(|| Searcher::open_snapshot(bytes))?, held)
    }

    /// The catalogue with its index as a snapshot.
    #[napi]
    pub fn snapshot(&self) -> napi::Result<Buffer> {
        guard(|| self.searcher.snapshot()).map(Buffer::from)
    }

    /// Writes the snapshot to a file, or leaves the file that was there.
    #[napi]
    pub fn write_snapshot(&self, path: String) -> napi::Result<()> {
        guard(|| self.searcher.write_snapshot(path))
    }

    /// The catalogue after changes given as JSON; this one stays as it is.
    #[napi]
    pub fn update(&self, env: Env, changes: String) -> napi::Result<Self> {
        let searcher = guard(|| self.searcher.update(Change::list_from_json(changes.as_bytes())?))?;
        let length = searcher.container().describe().length;
        let own = i64::try_from(length / UPDATED_PART).unwrap_or(i64::MAX);
        env.adjust_external_memory(own)?;
        Ok(NativeCatalogue { searcher: Arc::new(searcher), shared: Arc::clone(&self.shared), own })
    }

    /// How many changes of resources were made since the index was built.
    #[napi(getter)]
    pub fn changes(&self) -> f64 {
        self.searcher.changes() as f64
    }

    /// The same catalogue with its index built anew.
    #[napi]
    pub fn rebuilt(&self, env: Env) -> napi::Result<Self> {
        Self::of(env, || Ok(self.catalogue().clone()))
    }

    /// Answers a request given as JSON.
    #[napi]
    pub fn search(&self, request: String) -> napi::Result<Packed> {
        search(&self.searcher, &request)
    }

    /// Like `search`, on another thread.
    #[napi]
    pub fn search_async(&self, request: String) -> AsyncTask<Search> {
        AsyncTask::new(Search { searcher: self.searcher(), request })
    }

    /// Records like one: a request given as JSON.
    #[napi]
    pub fn similar(&self, request: String) -> napi::Result<Packed> {
        answer(|| {
            let request = SimilarRequest::from_json(request.as_bytes())?;
            self.searcher.similar_in_unit(&request, OffsetUnit::Utf16)
        })
    }

    /// Completes what was typed: a request given as JSON.
    #[napi]
    pub fn complete(&self, request: String) -> napi::Result<Packed> {
        answer(|| {
            let request = CompletionRequest::from_json(request.as_bytes())?;
            self.searcher.complete_in_unit(&request, OffsetUnit::Utf16)
        })
    }

    /// Another query that may have been meant by a request given as JSON, or null.
    #[napi]
    pub fn did_you_mean(&self, request: String) -> napi::Result<Packed> {
        answer(|| {
            let request = SearchRequest::from_json(request.as_bytes())?;
            self.searcher.did_you_mean_in_unit(&request, OffsetUnit::Utf16)
        })
    }

    /// What to do about a request, given as JSON, that finds too little.
    #[napi]
    pub fn advise(&self, request: String) -> napi::Result<Packed> {
        answer(|| self.searcher.advise(&SearchRequest::from_json(request.as_bytes())?))
    }

    /// What the catalogue says of itself.
    #[napi]
    pub fn about(&self) -> napi::Result<Packed> {
        answer(|| Ok(self.catalogue().about()))
    }

    /// The resources.
    #[napi]
    pub fn resources(&self) -> napi::Result<Packed> {
        answer(|| self.catalogue().resources().scan().collect::<Result<Vec<_>, _>>())
    }

    /// The glossary.
    #[napi]
    pub fn terms(&self) -> napi::Result<Packed> {
        answer(|| Ok(self.catalogue().terms()))
    }

    /// The toolkits.
    #[napi]
    pub fn toolkits(&self) -> napi::Result<Packed> {
        answer(|| Ok(self.catalogue().toolkits()))
    }

    /// The concepts of a vocabulary.
    #[napi]
    pub fn vocabulary(&self, name: String) -> napi::Result<Packed> {
        answer(|| Ok(self.catalogue().vocabulary(name.parse()?)))
    }

    /// A resource for one reader.
    #[napi]
    pub fn resource(&self, id: String, reader: String) -> napi::Result<Packed> {
        answer(|| self.catalogue().read_resource(&id, language(&reader)?))
    }

    /// A page for one reader.
    #[napi]
    pub fn page(&self, address: String, reader: String) -> napi::Result<Packed> {
        answer(|| self.catalogue().read_page(&address, language(&reader)?))
    }

    /// A toolkit for one reader.
    #[napi]
    pub fn toolkit(&self, key: String, reader: String) -> napi::Result<Packed> {
        answer(|| self.catalogue().read_toolkit(&key, language(&reader)?))
    }

    /// A concept for one reader.
    #[napi]
    pub fn concept(&self, name: String, id: String, reader: String) -> napi::Result<Packed> {
        answer(|| self.catalogue().read_concept(name.parse()?, &id, language(&reader)?))
    }

    /// A glossary term for one reader.
    #[napi]
    pub fn term(&self, id: String, reader: String) -> napi::Result<Packed> {
        answer(|| self.catalogue().read_term(&id, language(&reader)?))
    }
}

impl ObjectFinalize for NativeCatalogue {
    fn finalize(self, env: Env) -> napi::Result<()> {
        // The last one to share the index lets go of it.
        let shared = Arc::into_inner(self.shared).unwrap_or(0);
        env.adjust_external_memory(-(shared + self.own)).map(|_| ())
    }
}

/// A search on a thread of libuv's pool.
pub struct Search {
    searcher: Arc<Searcher>,
    request: String,
}

impl Task for Search {
    type Output = Packed;
    type JsValue = Packed;

    fn compute(&mut self) -> napi::Result<Packed> {
        search(&self.searcher, &self.request)
    }

    fn resolve(&mut self, _: Env, packed: Packed) -> napi::Result<Packed> {
        Ok(packed)
    }
}

fn search(searcher: &Searcher, json: &str) -> napi::Result<Packed> {
    answer(|| searcher.search_in_unit(&SearchRequest::from_json(json.as_bytes())?, OffsetUnit::Utf16))
}
