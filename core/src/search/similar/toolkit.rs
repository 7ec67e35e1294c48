//! What toolkits show: their pages, and the resources and terms on these.

use super::super::sieve::Sieve;
use crate::error::Error;
use crate::index::{RecordSet, RecordType};
use crate::model::{Block, Page, Reference, ResourceList};
use crate::search::{Filters, SearchRequest, Searcher};

/// The records that the toolkits of a record show: of a page its own toolkit, of any other record each that shows it.
pub(super) fn shown_beside(record: u32, searcher: &Searcher) -> Result<RecordSet, Error> {
    let mut beside = RecordSet::none(searcher.index.records.len());
    for toolkit in searcher.catalogue.toolkits() {
        let shown = shown_by(&toolkit.key, searcher)?;
        if shown.contains(record) {
            beside.unite(&shown);
        }
    }
    Ok(beside)
}

/// The pages of a toolkit, the resources of their lists, chosen by hand or found by a query, those put forward and cited, those of domains and
/// of acknowledgements of the land, and the terms of their glossaries.
fn shown_by(toolkit: &str, searcher: &Searcher) -> Result<RecordSet, Error> {
    let mut shown = Shown { searcher, records: RecordSet::none(searcher.index.records.len()) };
    for (at, page) in searcher.catalogue.pages().iter().enumerate() {
        if page.toolkit == toolkit {
            shown.add(RecordType::Page, at);
            shown.page(&page.page)?;
        }
    }
    Ok(shown.records)
}

struct Shown<'a> {
    searcher: &'a Searcher,
    records: RecordSet,
}

impl Shown<'_> {
    fn add(&mut self, record_type: RecordType, at: usize) {
        self.records.extend([self.searcher.index.records.number(record_type, at)]);
    }

    fn page(&mut self, page: &Page) -> Result<(), Error> {
        page.blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::ResourceList(list) => self.list(list),
            Block::FeaturedResource(block) => self.resources([&block.resource]),
            Block::LandAcknowledgement(block) => self.resources(&block.resources),
            Block::Domain(block) => self.resources(&block.resources),
            Block::References(block) => self.resources(block.items.iter().filter_map(resource_of)),
            Block::Quotation(block) => self.resources(block.citation.as_deref().and_then(resource_of)),
            Block::Glossary(block) => {
                let terms = self.searcher.catalogue.terms().iter().enumerate();
                let is_shown = |id: &String| block.terms.is_empty() || block.terms.contains(id);
                terms
                    .filter(|(_, term)| is_shown(&term.id))
                    .for_each(|(at, _)| self.add(RecordType::Term, at));
                Ok(())
            }
            Block::Text(_)
            | Block::Image(_)
            | Block::Checklist(_)
            | Block::TopicList(_)
            | Block::TermTable(_)
            | Block::Navigation(_)
            | Block::ToolkitLink(_)
            | Block::Contact(_)
            | Block::Credits(_)
            | Block::LanguageToggle(_)
            | Block::Citation(_) => Ok(()),
        }
    }

    fn list(&mut self, list: &ResourceList) -> Result<(), Error> {
        if let Some(query) = &list.query {
            // What a list asks for are facets: so no resource need be read.
            let filters = Filters {
                cluster: query.cluster.clone(),
                topic: query.topic.clone(),
                kind: query.kind.clone(),
                language: query.language.clone(),
                ..Filters::default()
            };
            let request = SearchRequest { filters, ..SearchRequest::default() };
            let mut all = RecordSet::all(self.searcher.index.records.len());
            self.searcher.keep_asked_for(&request, &mut all);
            self.records.unite(&Sieve::new(&request, &self.searcher.index, &all).sift(&all, None));
        }
        self.resources(&list.resources)
    }

    fn resources<'i>(&mut self, ids: impl IntoIterator<Item = &'i String>) -> Result<(), Error> {
        for id in ids {
            if let Some(slot) = self.searcher.catalogue.resources().slot_of(id)? {
                self.add(RecordType::Resource, slot);
            }
        }
        Ok(())
    }
}

fn resource_of(reference: &Reference) -> Option<&String> {
    reference.resource.as_ref()
}
