//! From files to records. Each record is read on its own, so that a bad one loses no other, and each problem keeps its
//! file and line.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::files::File;
use super::lookup::{About, Catalogue};
use super::origins::Origins;
use crate::json_error::describe;
use crate::model::{Block, OwnField, Page, PartialDate, Resource, VocabularyName};
use crate::object::object;
use crate::problem::{Place, Problem, ProblemCode};
use crate::text::Localized;

/// The longest path of a field that a problem names, in characters.
const LONGEST_PATH: usize = 100;

/// What was read, and everything that was wrong with it.
pub(crate) struct Loaded {
    pub(crate) catalogue: Catalogue,
    pub(crate) origins: Origins,
    pub(crate) problems: Vec<Problem>,
    /// True when what the catalogue says of itself is there but could not be read: then nothing is missing from it.
    pub(crate) about_unread: bool,
}

/// Reads a catalogue kept as a folder of files.
pub(crate) fn load_folder(files: &[File], problems: Vec<Problem>) -> Loaded {
    let mut loader = Loader::new(problems);
    for file in files {
        let parts: Vec<&str> = file.path.trim_end_matches(".json").split('/').collect();
        loader.about_unread |= file.path == "catalogue.json";
        let Some(text) = loader.decode(file) else { continue };
        let breaks = line_breaks(text);
        let source = SourceText { path: &file.path, text, breaks: &breaks };
        match parts.as_slice() {
            ["catalogue"] => loader.about(source),
            ["vocabularies", name] if vocabulary(name).is_some() => {
                if let Some(name) = vocabulary(name) {
                    loader.list(source, |loader, raw| loader.concept(source, name, raw));
                }
            }
            ["resources"] | ["resources", _] => {
                loader.list(source, |loader, raw| loader.resource(source, raw))
            }
            ["glossary"] | ["glossary", _] => loader.list(source, |loader, raw| loader.term(source, raw)),
            ["toolkits", _, "toolkit"] => {
                if let Some(raw) = loader.json::<&RawValue>(source) {
                    loader.toolkit(source, raw);
                }
            }
            ["toolkits", toolkit, "pages", _] => {
                if let Some(raw) = loader.json::<&RawValue>(source) {
                    loader.page(source, toolkit, raw);
                }
            }
            _ => loader.problem(ProblemCode::UnrecognizedFile, source.place(None), ""),
        }
    }
    loader.finish()
}

/// Reads a catalogue kept in one file.
pub(crate) fn load_file(file: &File) -> Loaded {
    let mut loader = Loader::new(Vec::new());
    loader.about_unread = true;
    if let Some(text) = loader.decode(file) {
        let breaks = line_breaks(text);
        let source = SourceText { path: &file.path, text, breaks: &breaks };
        if let Some(whole) = loader.record::<Whole<'_>>(source, None) {
            loader.about_unread = false;
            loader.catalogue.about = About {
                title: whole.title,
                description: whole.description,
                licence: whole.licence,
                updated: whole.updated,
                fields: whole.fields,
            };
            for (name, concepts) in whole.vocabularies {
                concepts.into_iter().for_each(|raw| loader.concept(source, name, raw));
            }
            whole.resources.into_iter().for_each(|raw| loader.resource(source, raw));
            whole.glossary.into_iter().for_each(|raw| loader.term(source, raw));
            whole.toolkits.into_iter().for_each(|raw| loader.toolkit(source, raw));
            for (toolkit, pages) in whole.pages {
                pages.into_iter().for_each(|raw| loader.page(source, &toolkit, raw));
            }
        }
    }
    loader.finish()
}

/// A catalogue in one file, its records not yet read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole<'a> {
    title: Localized<String>,
    #[serde(default)]
    description: Localized<String>,
    #[serde(default)]
    licence: Option<String>,
    #[serde(default)]
    updated: Option<PartialDate>,
    #[serde(default)]
    fields: Vec<OwnField>,
    #[serde(default, borrow)]
    vocabularies: BTreeMap<VocabularyName, Vec<&'a RawValue>>,
    #[serde(default, borrow)]
    resources: Vec<&'a RawValue>,
    #[serde(default, borrow)]
    glossary: Vec<&'a RawValue>,
    #[serde(default, borrow)]
    toolkits: Vec<&'a RawValue>,
    #[serde(default, borrow)]
    pages: BTreeMap<String, Vec<&'a RawValue>>,
}

/// A record given as an object.
#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
struct Record<T>(#[serde(deserialize_with = "object")] T);

/// A page whose blocks are not yet read: each is read on its own, to keep its line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage<'a> {
    key: String,
    title: Localized<String>,
    #[serde(default)]
    subtitle: Localized<String>,
    #[serde(default)]
    reviewed: Option<PartialDate>,
    #[serde(borrow)]
    blocks: Vec<&'a RawValue>,
}

#[derive(Clone, Copy)]
struct SourceText<'a> {
    path: &'a str,
    text: &'a str,
    /// Where its lines end.
    breaks: &'a [usize],
}

fn line_breaks(text: &str) -> Vec<usize> {
    text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect()
}

impl<'a> SourceText<'a> {
    /// The line at which `raw`, a part of the text, begins.
    fn line_of(self, raw: &str) -> usize {
        let offset = (raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        1 + self.breaks.partition_point(|at| *at < offset)
    }

    fn place(self, raw: Option<&RawValue>) -> Place {
        Place {
            file: Some(self.path.to_owned()),
            line: raw.map(|raw| self.line_of(raw.get())),
            ..Place::default()
        }
    }
}

struct Loader {
    catalogue: Catalogue,
    resources: Vec<Resource>,
    pages: Vec<super::lookup::Page>,
    origins: Origins,
    problems: Vec<Problem>,
    about_unread: bool,
}

impl Loader {
    fn new(problems: Vec<Problem>) -> Self {
        Loader {
            catalogue: Catalogue::default(),
            resources: Vec::new(),
            pages: Vec::new(),
            origins: Origins::default(),
            problems,
            about_unread: false,
        }
    }

    fn problem(&mut self, code: ProblemCode, place: Place, subject: &str) {
        self.problems.push(Problem::new(code, place, subject));
    }

    fn finish(mut self) -> Loaded {
        let pages = std::mem::take(&mut self.pages);
        self.catalogue.set_pages(pages);
        self.resources.shrink_to_fit();
        self.catalogue.resources = self.resources.into();
        self.catalogue.build_lookups();
        Loaded {
            catalogue: self.catalogue,
            origins: self.origins,
            problems: self.problems,
            about_unread: self.about_unread,
        }
    }

    /// The file as text, without a byte order mark: spreadsheets and Windows editors put one, readers never want it.
    fn decode<'a>(&mut self, file: &'a File) -> Option<&'a str> {
        let bytes = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&file.bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let at = error.valid_up_to();
                let line = 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
                let place = Place { file: Some(file.path.clone()), line: Some(line), ..Place::default() };
                self.problem(ProblemCode::InvalidUtf8, place, &at.to_string());
                None
            }
        }
    }

    fn json<'a, T: Deserialize<'a>>(&mut self, source: SourceText<'a>) -> Option<T> {
        match serde_json::from_str(source.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let place = Place { line: Some(error.line().max(1)), ..source.place(None) };
                self.problems.push(Problem::about(ProblemCode::MalformedJson, place, &describe(&error)));
                None
            }
        }
    }

    fn list<'a>(&mut self, source: SourceText<'a>, mut each: impl FnMut(&mut Self, &'a RawValue)) {
        for raw in self.json::<Vec<&'a RawValue>>(source).unwrap_or_default() {
            each(self, raw);
        }
    }

    /// Reads one record (`raw`), or the whole text.
    fn record<'a, T: Deserialize<'a>>(
        &mut self,
        source: SourceText<'a>,
        raw: Option<&'a RawValue>,
    ) -> Option<T> {
        let text = raw.map_or(source.text, RawValue::get);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let error = match serde_path_to_error::deserialize(&mut deserializer) {
            Ok(Record(value)) => match deserializer.end() {
                Ok(()) => return Some(value),
                Err(error) => (String::new(), error),
            },
            Err(error) => (error.path().to_string(), error.into_inner()),
        };
        self.refuse(source, raw, error);
        None
    }

    fn refuse(
        &mut self,
        source: SourceText<'_>,
        raw: Option<&RawValue>,
        (path, error): (String, serde_json::Error),
    ) {
        let text = raw.map_or(source.text, RawValue::get);
        let line = source.line_of(text) + error.line().saturating_sub(1);
        let message = error.to_string();
        // serde_json adds the line of the record, which is not the line of the file.
        let message = message.split(" at line ").next().unwrap_or_default();
        let code = if error.is_syntax() || error.is_eof() {
            ProblemCode::MalformedJson
        } else if message.starts_with("unknown field") {
            ProblemCode::UnknownField
        } else if message.starts_with("missing field `title`") {
            ProblemCode::MissingTitle
        } else if message.starts_with("missing field") {
            ProblemCode::MissingField
        } else {
            ProblemCode::InvalidValue
        };
        let record = serde_json::from_str::<serde_json::Value>(text).ok();
        let id = record.as_ref().and_then(|record| record.get("id").or_else(|| record.get("key")));
        let missing = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        // A part of the path that is not known is written `?`; what stands before it is.
        let path = path.split(".?").next().unwrap_or_default();
        // What is nested too deep has a path that nobody would read.
        let path =
            path.char_indices().nth(LONGEST_PATH).map_or(path, |(at, _)| path.get(..at).unwrap_or(path));
        let field = match (path, missing) {
            ("." | "" | "?", missing) => missing.map(str::to_owned),
            (path, Some(missing)) => Some(format!("{path}.{missing}")),
            (path, None) => Some(path.to_owned()),
        };
        let place = Place {
            line: Some(line),
            record: id.and_then(|id| id.as_str()).map(str::to_owned),
            field,
            ..source.place(None)
        };
        self.problems.push(Problem::about(code, place, &describe(&error)));
    }

    /// Notes where a record was read; false, with a problem, when its id is already taken.
    fn claim(&mut self, kind: &'static str, id: &str, place: Place) -> bool {
        let claimed = self.origins.claim(kind, id, &place);
        if !claimed {
            self.problem(ProblemCode::DuplicateId, Place { record: Some(id.to_owned()), ..place }, id);
        }
        claimed
    }

    fn about(&mut self, source: SourceText<'_>) {
        if let Some(about) = self.owned(source, None) {
            self.catalogue.about = about;
            self.about_unread = false;
        }
    }

    fn owned<T: DeserializeOwned>(&mut self, source: SourceText<'_>, raw: Option<&RawValue>) -> Option<T> {
        self.record(source, raw)
    }

    fn concept(&mut self, source: SourceText<'_>, name: VocabularyName, raw: &RawValue) {
        if let Some(concept) = self.owned::<crate::model::Concept>(source, Some(raw))
            && self.claim(name.as_str(), &concept.id, source.place(Some(raw)))
        {
            self.catalogue.vocabulary_mut(name).concepts.push(concept);
        }
    }

    fn resource(&mut self, source: SourceText<'_>, raw: &RawValue) {
        if let Some(resource) = self.owned::<Resource>(source, Some(raw))
            && self.claim("resource", &resource.id, source.place(Some(raw)))
        {
            self.resources.push(resource);
        }
    }

    fn term(&mut self, source: SourceText<'_>, raw: &RawValue) {
        if let Some(term) = self.owned::<crate::model::Term>(source, Some(raw))
            && self.claim("term", &term.id, source.place(Some(raw)))
        {
            Arc::make_mut(&mut self.catalogue.terms).push(term);
        }
    }

    fn toolkit(&mut self, source: SourceText<'_>, raw: &RawValue) {
        if let Some(toolkit) = self.owned::<crate::model::Toolkit>(source, Some(raw))
            && self.claim("toolkit", &toolkit.key, source.place(Some(raw)))
        {
            Arc::make_mut(&mut self.catalogue.toolkits).push(toolkit);
        }
    }

    fn page<'a>(&mut self, source: SourceText<'a>, toolkit: &str, raw: &'a RawValue) {
        let Some(page) = self.record::<RawPage<'a>>(source, Some(raw)) else { return };
        let address = format!("{toolkit}/{}", page.key);
        if !self.claim("page", &address, source.place(Some(raw))) {
            return;
        }
        let mut blocks = Vec::with_capacity(page.blocks.len());
        for (index, raw) in page.blocks.into_iter().enumerate() {
            let before = self.problems.len();
            blocks.extend(self.owned::<Block>(source, Some(raw)));
            for problem in self.problems.iter_mut().skip(before) {
                let inner = problem.place.field.take().map(|field| format!(".{field}")).unwrap_or_default();
                problem.place.field = Some(format!("blocks[{index}]{inner}"));
                problem.place.record = Some(address.clone());
            }
        }
        let page = Page {
            key: page.key,
            title: page.title,
            subtitle: page.subtitle,
            reviewed: page.reviewed,
            blocks,
        };
        self.pages.push(super::lookup::Page { toolkit: toolkit.to_owned(), page });
    }
}

fn vocabulary(name: &str) -> Option<VocabularyName> {
    VocabularyName::ALL.into_iter().find(|vocabulary| vocabulary.as_str() == name)
}
