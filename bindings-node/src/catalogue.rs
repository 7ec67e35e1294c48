//! A catalogue as Node holds it.

use std::sync::Arc;

use ally_toolkit::{Catalogue, Error, OffsetUnit, SearchRequest, Searcher};
use napi::bindgen_prelude::{AsyncTask, Uint8Array};
use napi::{Env, Task};
use napi_derive::napi;

use crate::edge::{answer, guard, language};

/// A catalogue with its index. Every method that returns a string returns JSON.
#[napi]
pub struct NativeCatalogue {
    searcher: Arc<Searcher>,
}

impl NativeCatalogue {
    fn of(open: impl FnOnce() -> Result<Catalogue, Error>) -> napi::Result<Self> {
        guard(|| Ok(NativeCatalogue { searcher: Arc::new(Searcher::new(open()?)?) }))
    }

    fn catalogue(&self) -> &Catalogue {
        self.searcher.catalogue()
    }
}

#[napi]
impl NativeCatalogue {
    /// The bundled catalogue.
    #[napi(factory)]
    pub fn bundled() -> napi::Result<Self> {
        Self::of(Catalogue::bundled)
    }

    /// The catalogue in a folder or file.
    #[napi(factory)]
    pub fn open(path: String) -> napi::Result<Self> {
        Self::of(|| Catalogue::open(path))
    }

    /// A catalogue given as the text of a single file, in UTF-8.
    #[napi(factory)]
    pub fn from_json(json: Uint8Array) -> napi::Result<Self> {
        Self::of(|| Catalogue::from_json(&json))
    }

    /// Answers a request given as JSON.
    #[napi]
    pub fn search(&self, request: String) -> napi::Result<String> {
        search(&self.searcher, &request)
    }

    /// Like `search`, on another thread.
    #[napi]
    pub fn search_async(&self, request: String) -> AsyncTask<Search> {
        AsyncTask::new(Search { searcher: Arc::clone(&self.searcher), request })
    }

    /// What the catalogue says of itself.
    #[napi]
    pub fn about(&self) -> napi::Result<String> {
        answer(|| Ok(self.catalogue().about()))
    }

    /// The resources.
    #[napi]
    pub fn resources(&self) -> napi::Result<String> {
        answer(|| self.catalogue().resources().scan().collect::<Result<Vec<_>, _>>())
    }

    /// The glossary.
    #[napi]
    pub fn terms(&self) -> napi::Result<String> {
        answer(|| Ok(self.catalogue().terms()))
    }

    /// The toolkits.
    #[napi]
    pub fn toolkits(&self) -> napi::Result<String> {
        answer(|| Ok(self.catalogue().toolkits()))
    }

    /// The concepts of a vocabulary.
    #[napi]
    pub fn vocabulary(&self, name: String) -> napi::Result<String> {
        answer(|| Ok(self.catalogue().vocabulary(name.parse()?)))
    }

    /// A resource for one reader.
    #[napi]
    pub fn resource(&self, id: String, reader: String) -> napi::Result<String> {
        answer(|| self.catalogue().read_resource(&id, language(&reader)?))
    }

    /// A page for one reader.
    #[napi]
    pub fn page(&self, address: String, reader: String) -> napi::Result<String> {
        answer(|| self.catalogue().read_page(&address, language(&reader)?))
    }

    /// A toolkit for one reader.
    #[napi]
    pub fn toolkit(&self, key: String, reader: String) -> napi::Result<String> {
        answer(|| self.catalogue().read_toolkit(&key, language(&reader)?))
    }

    /// A concept for one reader.
    #[napi]
    pub fn concept(&self, name: String, id: String, reader: String) -> napi::Result<String> {
        answer(|| self.catalogue().read_concept(name.parse()?, &id, language(&reader)?))
    }

    /// A glossary term for one reader.
    #[napi]
    pub fn term(&self, id: String, reader: String) -> napi::Result<String> {
        answer(|| self.catalogue().read_term(&id, language(&reader)?))
    }
}

/// A search on a thread of libuv's pool.
pub struct Search {
    searcher: Arc<Searcher>,
    request: String,
}

impl Task for Search {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> napi::Result<String> {
        search(&self.searcher, &self.request)
    }

    fn resolve(&mut self, _: Env, json: String) -> napi::Result<String> {
        Ok(json)
    }
}

fn search(searcher: &Searcher, json: &str) -> napi::Result<String> {
    answer(|| searcher.search_in_unit(&SearchRequest::from_json(json.as_bytes())?, OffsetUnit::Utf16))
}
