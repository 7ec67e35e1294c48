use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Resources;
use crate::error::{Error, ErrorKind};
use crate::model::{
    self, Concept, OwnField, PartialDate, Resource, Term, Toolkit, Vocabulary, VocabularyName,
};
use crate::problem::Place;
use crate::text::{Bilingual, Localized};

/// What a catalogue says of itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct About {
    /// The catalogue's title.
    pub title: Localized<String>,
    /// What it holds and for whom.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub description: Localized<String>,
    /// Its licence, as an SPDX identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<PartialDate>,
    /// The fields of its own that resources are filtered and counted by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<OwnField>,
}

/// A page together with the toolkit it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The toolkit's key.
    pub toolkit: String,
    /// The page.
    pub page: model::Page,
}

/// A catalogue: toolkits and their pages, resources, vocabularies, glossary. Immutable once open; share it by reference
/// or in an `Arc` between any number of threads. A clone shares everything.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::{Catalogue, Language};
/// let catalogue = Catalogue::bundled()?;
/// let topic = catalogue.topic("mentorship")?;
/// assert_eq!(topic.label.get(Language::French).map(String::as_str), Some("mentorat"));
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalogue {
    pub(crate) about: About,
    vocabularies: Arc<[Vocabulary; 5]>,
    pub(crate) resources: Resources,
    pub(crate) terms: Arc<Vec<Term>>,
    pub(crate) toolkits: Arc<Vec<Toolkit>>,
    pub(crate) pages: Arc<Vec<Page>>,
    term_places: Arc<HashMap<String, usize>>,
}

impl Catalogue {
    /// What the catalogue says of itself.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The resources, in the order of the files. Reading one of a snapshot can fail: see [`Resources`].
    pub fn resources(&self) -> &Resources {
        &self.resources
    }

    /// The glossary, in the order of the files.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The toolkits, in the order of the files.
    pub fn toolkits(&self) -> &[Toolkit] {
        &self.toolkits
    }

    /// The pages of every toolkit, each toolkit's in its reading order.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// A vocabulary.
    pub fn vocabulary(&self, name: VocabularyName) -> &Vocabulary {
        let [topics, kinds, clusters, audiences, places] = &*self.vocabularies;
        match name {
            VocabularyName::Topics => topics,
            VocabularyName::Kinds => kinds,
            VocabularyName::Clusters => clusters,
            VocabularyName::Audiences => audiences,
            VocabularyName::Places => places,
        }
    }

    pub(crate) fn vocabulary_mut(&mut self, name: VocabularyName) -> &mut Vocabulary {
        let [topics, kinds, clusters, audiences, places] = Arc::make_mut(&mut self.vocabularies);
        match name {
            VocabularyName::Topics => topics,
            VocabularyName::Kinds => kinds,
            VocabularyName::Clusters => clusters,
            VocabularyName::Audiences => audiences,
            VocabularyName::Places => places,
        }
    }

    /// The resource with this id.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound); [`InvalidSnapshot`](ErrorKind::InvalidSnapshot) where it lies in a snapshot and is not as
    /// it was written.
    pub fn resource(&self, id: &str) -> Result<&Resource, Error> {
        self.resources.find(id)?.ok_or_else(|| not_found_resource(id))
    }

    /// The glossary term with this id.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound).
    pub fn term(&self, id: &str) -> Result<&Term, Error> {
        let found = self.term_places.get(id).and_then(|at| self.terms.get(*at));
        found.ok_or_else(|| not_found(&Bilingual::new("glossary term", "terme du glossaire"), id))
    }

    /// The concept with this id in the vocabulary `name`.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound).
    pub fn concept(&self, name: VocabularyName, id: &str) -> Result<&Concept, Error> {
        self.vocabulary(name).get(id).ok_or_else(|| not_found(&name.concept_label(), id))
    }

    /// The topic with this id: a concept of the vocabulary of topics.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound).
    pub fn topic(&self, id: &str) -> Result<&Concept, Error> {
        self.concept(VocabularyName::Topics, id)
    }

    /// The toolkit with this key.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound).
    pub fn toolkit(&self, key: &str) -> Result<&Toolkit, Error> {
        let found = self.toolkits.iter().find(|toolkit| toolkit.key == key);
        found.ok_or_else(|| not_found(&Bilingual::new("toolkit", "trousse"), key))
    }

    /// The page at `address`, written `TOOLKIT/PAGE`.
    ///
    /// # Errors
    /// [`NotFound`](ErrorKind::NotFound), also for an address of another form.
    pub fn page(&self, address: &str) -> Result<&model::Page, Error> {
        let found = address.split_once('/').and_then(|(toolkit, key)| self.find_page(toolkit, key));
        found.ok_or_else(|| not_found(&Bilingual::new("page", "page"), address))
    }

    pub(crate) fn find_page(&self, toolkit: &str, key: &str) -> Option<&model::Page> {
        let found = self.pages.iter().find(|page| page.toolkit == toolkit && page.page.key == key);
        found.map(|page| &page.page)
    }

    /// Puts each toolkit's pages in its reading order; pages that no toolkit lists come last, and are reported.
    pub(crate) fn set_pages(&mut self, mut pages: Vec<Page>) {
        pages.sort_by_key(|page| {
            let toolkit = self.toolkits.iter().position(|toolkit| toolkit.key == page.toolkit);
            let order = toolkit
                .and_then(|at| self.toolkits.get(at))
                .and_then(|toolkit| toolkit.pages.iter().position(|key| *key == page.page.key));
            (toolkit.unwrap_or(usize::MAX), order.unwrap_or(usize::MAX))
        });
        self.pages = Arc::new(pages);
    }

    pub(crate) fn build_lookups(&mut self) {
        let by_id = |(at, id): (usize, &String)| (id.clone(), at);
        let places = self.terms.iter().map(|term| &term.id).enumerate().map(by_id);
        self.term_places = Arc::new(places.collect());
    }
}

pub(super) fn not_found_resource(id: &str) -> Error {
    not_found(&Bilingual::new("resource", "ressource"), id)
}

fn not_found(what: &Bilingual, id: &str) -> Error {
    Error::new(
        ErrorKind::NotFound,
        Place { record: Some(id.to_owned()), ..Place::default() },
        Bilingual::new(
            format!("This catalogue has no {} `{id}`.", what.en),
            format!("Ce catalogue ne contient pas de {} «\u{a0}{id}\u{a0}».", what.fr),
        ),
        Bilingual::new(
            "Check the identifier; a search finds it by words.",
            "Vérifiez l’identifiant; une recherche par mots permet de le retrouver.",
        ),
    )
}
