//! What a catalogue must be beyond its types. Each check is a function on one kind of record; each problem it finds has
//! a code, a place and a remedy.

mod concept;
mod own_field;
mod page;
mod resource;
mod term;
mod text;
mod toolkit;

use serde::{Deserialize, Serialize};

use super::{Catalogue, Loaded, Origins};
use crate::error::Error;
use crate::model::VocabularyName;
use crate::problem::{Place, Problem, ProblemCode, Severity};
use crate::text::{Bilingual, Language};

/// Everything validation found, in the order of the files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// How many problems stop the catalogue from being used.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
    /// How many resources were read.
    pub resources: usize,
    /// How many toolkit pages were read.
    pub pages: usize,
    /// How many glossary terms were read.
    pub terms: usize,
    /// The problems.
    pub problems: Vec<Problem>,
}

impl Report {
    /// True when nothing stops the catalogue from being used.
    pub fn is_valid(&self) -> bool {
        self.errors == 0
    }
}

pub(super) fn validate(loaded: &Loaded) -> Report {
    let catalogue = &loaded.catalogue;
    let mut checks = Checks { catalogue, origins: &loaded.origins, problems: loaded.problems.clone() };
    if !loaded.about_unread {
        text::check_about(&mut checks);
        own_field::check(&mut checks);
    }
    for name in VocabularyName::ALL {
        concept::check(&mut checks, name);
    }
    // Those that were just read from files are in memory: none can fail.
    for resource in catalogue.resources.iter().flatten() {
        resource::check(&mut checks, resource);
    }
    for term in catalogue.terms.iter() {
        term::check(&mut checks, term);
    }
    for toolkit in catalogue.toolkits.iter() {
        toolkit::check(&mut checks, toolkit);
    }
    for page in catalogue.pages.iter() {
        page::check(&mut checks, &page.toolkit, &page.page);
    }
    let mut problems = checks.problems;
    problems.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    Report {
        errors,
        warnings: problems.len() - errors,
        resources: catalogue.resources.len(),
        pages: catalogue.pages.len(),
        terms: catalogue.terms.len(),
        problems,
    }
}

/// The errors of the resources in these slots, and of the pages that show one that was deleted.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
pub(super) fn errors_of_change(catalogue: &Catalogue, slots: &[usize]) -> Result<Vec<Problem>, Error> {
    let origins = Origins::default();
    let mut checks = Checks { catalogue, origins: &origins, problems: Vec::new() };
    let mut deleted = false;
    for slot in slots {
        match catalogue.resources.at_slot(*slot)? {
            Some(resource) => resource::check(&mut checks, resource),
            None => deleted = true,
        }
    }
    let resources = checks.problems.len();
    if deleted {
        catalogue.pages.iter().for_each(|page| page::check(&mut checks, &page.toolkit, &page.page));
    }
    let mut problems = checks.problems;
    let of_pages = problems.split_off(resources);
    problems.extend(of_pages.into_iter().filter(|problem| problem.code == ProblemCode::UnknownResource));
    problems.retain(|problem| problem.severity == Severity::Error);
    Ok(problems)
}

/// Collects problems while the checks walk the catalogue.
struct Checks<'a> {
    catalogue: &'a Catalogue,
    origins: &'a Origins,
    problems: Vec<Problem>,
}

impl<'a> Checks<'a> {
    /// The checks of one record.
    fn record<'c>(&'c mut self, kind: &'static str, id: &str) -> RecordChecks<'a, 'c> {
        let place = self.origins.get(kind, id);
        let place = place.unwrap_or_else(|| Place { record: Some(id.to_owned()), ..Place::default() });
        RecordChecks { catalogue: self.catalogue, place, problems: &mut self.problems }
    }
}

/// The checks of one record: knows its place.
struct RecordChecks<'a, 'c> {
    catalogue: &'a Catalogue,
    place: Place,
    problems: &'c mut Vec<Problem>,
}

impl RecordChecks<'_, '_> {
    fn report(&mut self, code: ProblemCode, field: &str, subject: &str) {
        self.report_in(code, field, None, subject);
    }

    fn report_in(&mut self, code: ProblemCode, field: &str, language: Option<Language>, subject: &str) {
        self.report_about(code, field, language, &Bilingual::new(subject, subject));
    }

    fn report_about(
        &mut self,
        code: ProblemCode,
        field: &str,
        language: Option<Language>,
        subject: &Bilingual,
    ) {
        let place = Place { field: Some(field.to_owned()), language, ..self.place.clone() };
        self.problems.push(Problem::about(code, place, subject));
    }

    /// Ids and keys stand in addresses, file names and links, so they keep to characters that are safe in all three.
    fn id(&mut self, field: &str, id: &str) {
        let safe = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !id.split('-').all(safe) {
            self.report(ProblemCode::InvalidId, field, id);
        }
    }

    fn concepts(
        &mut self,
        field: &str,
        name: VocabularyName,
        ids: impl IntoIterator<Item = impl AsRef<str>>,
    ) {
        let code = match name {
            VocabularyName::Topics => ProblemCode::UnknownTopic,
            VocabularyName::Kinds => ProblemCode::UnknownKind,
            VocabularyName::Clusters => ProblemCode::UnknownCluster,
            VocabularyName::Audiences => ProblemCode::UnknownAudience,
            VocabularyName::Places => ProblemCode::UnknownPlace,
        };
        for id in ids {
            if self.catalogue.vocabulary(name).get(id.as_ref()).is_none() {
                self.report(code, field, id.as_ref());
            }
        }
    }

    fn resources(&mut self, field: &str, ids: impl IntoIterator<Item = impl AsRef<str>>) {
        for id in ids {
            if self.catalogue.resource(id.as_ref()).is_err() {
                self.report(ProblemCode::UnknownResource, field, id.as_ref());
            }
        }
    }

    fn address(&mut self, field: &str, url: &str) {
        match crate::model::check_web_address(url) {
            Ok(()) => {}
            Err(crate::model::InvalidWebAddress::Unsafe(_)) => {
                self.report(ProblemCode::UnsafeLink, field, url)
            }
            Err(crate::model::InvalidWebAddress::Malformed(_)) => {
                self.report(ProblemCode::InvalidLink, field, url)
            }
        }
    }
}
