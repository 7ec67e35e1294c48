use super::{BlockContent, BlockView, part};
use crate::error::Error;
use crate::model::{Block, GlossaryBlock, ImageBlock, LandAcknowledgement, Page, ResourceList, Toolkit};
use crate::reading::page::LanguageToggleView;
use crate::reading::reader::{Reader, text_map};
use crate::reading::resource::{self, ResourceView};
use crate::reading::rich_text::{self, RichTextView};
use crate::reading::term::{self, TermView};
use crate::reading::{citation, query, reference, toolkit};

/// The page a block is read on.
pub(in crate::reading) struct OnPage<'a> {
    pub(in crate::reading) reader: &'a Reader<'a>,
    pub(in crate::reading) toolkit: &'a Toolkit,
    pub(in crate::reading) page: &'a Page,
    pub(in crate::reading) other_language: LanguageToggleView,
}

pub(in crate::reading) fn read(block: &Block, on: &OnPage<'_>) -> Result<BlockView, Error> {
    Ok(BlockView {
        anchor: block.anchor().map(str::to_owned),
        heading: on.reader.text(block.heading()),
        level: match block {
            Block::Text(block) => block.level.unwrap_or(2),
            _ => 2,
        },
        content: content(block, on)?,
    })
}

fn content(block: &Block, on: &OnPage<'_>) -> Result<BlockContent, Error> {
    let reader = on.reader;
    Ok(match block {
        Block::Text(block) => BlockContent::Text { body: reader.rich(&block.body)? },
        Block::Quotation(block) => BlockContent::Quotation {
            text: reader.required(&block.text),
            speaker: block.speaker.as_ref().map(|speaker| reader.creator(speaker)),
            source: block.source.as_ref().map(|source| part::source(reader, source)),
            citation: block
                .citation
                .as_ref()
                .map(|work| reference::read(&reader.aside(), work).map(Box::new))
                .transpose()?,
        },
        Block::Image(block) => BlockContent::Image {
            file: image_file(on.toolkit, block),
            alt: reader.required(&block.alt),
            long_description: reader.rich(&block.long_description)?,
            credit: block.credit.as_ref().map(|credit| part::image_credit(reader, credit)),
            repeated_in_text: block.repeated_in_text,
        },
        Block::Checklist(block) => BlockContent::Checklist {
            lead_in: reader.text(&block.lead_in),
            ordered: block.ordered,
            items: block
                .items
                .iter()
                .filter_map(|item| reader.rich(item).transpose())
                .collect::<Result<_, _>>()?,
            creators: reader.creators(&block.creators),
            date: block.date,
            source: block.source.clone(),
        },
        Block::TopicList(block) => BlockContent::TopicList {
            lead_in: reader.text(&block.lead_in),
            items: block.items.iter().filter_map(|item| part::topic(reader, item)).collect(),
        },
        Block::ResourceList(block) => BlockContent::ResourceList {
            lead_in: reader.text(&block.lead_in),
            resources: listed(reader, block)?,
        },
        Block::FeaturedResource(block) => BlockContent::FeaturedResource {
            resource: Box::new(resource(reader, &block.resource)?),
            note: reader.rich(&block.note)?,
        },
        Block::TermTable(block) => BlockContent::TermTable {
            lead_in: reader.text(&block.lead_in),
            rows: block.rows.iter().map(|row| part::term_row(reader, row)).collect(),
            source: block.source.clone(),
        },
        Block::Glossary(block) => BlockContent::Glossary { terms: glossary(reader, block)? },
        Block::References(block) => BlockContent::References {
            items: block
                .items
                .iter()
                .map(|item| reference::read(&reader.aside(), item))
                .collect::<Result<_, _>>()?,
        },
        Block::Navigation(_) => BlockContent::Navigation { items: toolkit::navigation(reader, on.toolkit) },
        Block::ToolkitLink(block) => BlockContent::ToolkitLink {
            lead_in: reader.text(&block.lead_in),
            toolkit: toolkit::link(&reader.aside(), reader.catalogue.toolkit(&block.toolkit)?),
        },
        Block::Contact(block) => BlockContent::Contact {
            lead_in: reader.text(&block.lead_in),
            contacts: toolkit::contacts(reader, on.toolkit),
        },
        Block::LandAcknowledgement(block) => BlockContent::LandAcknowledgement {
            text: land_acknowledgement(on, block)?,
            resources: resources(reader, &block.resources)?,
        },
        Block::Credits(_) => BlockContent::Credits {
            credits: toolkit::credits(reader, on.toolkit),
            disclaimer: reader.text(&on.toolkit.disclaimer),
        },
        Block::Domain(block) => BlockContent::Domain {
            lead_in: reader.text(&block.lead_in),
            capabilities: block.capabilities.iter().map(|item| part::capability(reader, item)).collect(),
            essay: reader.rich(&block.essay)?,
            byline: block.byline.as_ref().map(|creator| reader.creator(creator)),
            resources: resources(reader, &block.resources)?,
        },
        Block::LanguageToggle(_) => BlockContent::LanguageToggle { toggle: on.other_language.clone() },
        Block::Citation(block) => BlockContent::Citation {
            citation: citation::of_page(reader, on.toolkit, on.page),
            last_reviewed: citation::last_reviewed(reader, on.toolkit, on.page),
            feedback: reader.rich(&block.feedback)?,
        },
    })
}

fn image_file(toolkit: &Toolkit, image: &ImageBlock) -> String {
    if image.file.contains(':') { image.file.clone() } else { format!("{}/{}", toolkit.key, image.file) }
}

fn listed(reader: &Reader<'_>, list: &ResourceList) -> Result<Vec<ResourceView>, Error> {
    match &list.query {
        Some(query) => query::run(reader, query),
        None => resources(reader, &list.resources),
    }
}

fn resources(reader: &Reader<'_>, ids: &[String]) -> Result<Vec<ResourceView>, Error> {
    ids.iter().map(|id| resource(reader, id)).collect()
}

fn resource(reader: &Reader<'_>, id: &str) -> Result<ResourceView, Error> {
    Ok(resource::read(&reader.aside(), reader.catalogue.resource(id)?))
}

fn glossary(reader: &Reader<'_>, block: &GlossaryBlock) -> Result<Vec<TermView>, Error> {
    let aside = reader.aside();
    let mut terms: Vec<TermView> = if block.terms.is_empty() {
        reader.catalogue.terms().iter().map(|entry| term::read(&aside, entry)).collect()
    } else {
        let read = |id: &String| Ok(term::read(&aside, reader.catalogue.term(id)?));
        block.terms.iter().map(read).collect::<Result<_, Error>>()?
    };
    reader.sort(&mut terms, |term| &term.term.value);
    Ok(terms)
}

fn land_acknowledgement(on: &OnPage<'_>, block: &LandAcknowledgement) -> Result<Option<RichTextView>, Error> {
    let own = on.reader.rich(&block.text)?;
    Ok(own.or_else(|| {
        let text = on.reader.text(&on.toolkit.land_acknowledgement)?;
        Some(text_map(text, |text| rich_text::plain(&text)))
    }))
}
