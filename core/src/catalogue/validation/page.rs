use super::resource::is_doi;
use super::{Checks, ProblemCode, RecordChecks};
use crate::model::{Block, Page, Reference, ResourceList, VocabularyName};

pub(super) fn check(checks: &mut Checks<'_>, toolkit: &str, page: &Page) {
    let listed = checks.catalogue.toolkit(toolkit).is_ok_and(|toolkit| toolkit.pages.contains(&page.key));
    let mut record = checks.record("page", &format!("{toolkit}/{}", page.key));
    record.id("key", &page.key);
    if !listed {
        record.report(ProblemCode::UnlistedPage, "key", &page.key);
    }
    record.title_in_both("title", &page.title);
    record.optional("subtitle", &page.subtitle);
    let mut anchors = Vec::new();
    for (at, block) in page.blocks.iter().enumerate() {
        let field = format!("blocks[{at}]");
        record.optional(&format!("{field}.heading"), block.heading());
        if let Some(anchor) = block.anchor() {
            record.id(&format!("{field}.anchor"), anchor);
            if anchors.contains(&anchor) {
                record.report(ProblemCode::DuplicateAnchor, &format!("{field}.anchor"), anchor);
            }
            anchors.push(anchor);
        }
        content(&mut record, &field, block);
    }
}

fn content(record: &mut RecordChecks<'_, '_>, field: &str, block: &Block) {
    let at = |name: &str| format!("{field}.{name}");
    match block {
        Block::Text(block) => {
            record.rich(&at("body"), &block.body);
            if block.body.is_empty() {
                record.report(ProblemCode::EmptyText, &at("body"), "");
            }
        }
        Block::Quotation(block) => {
            record.required(&at("text"), &block.text);
            record.creators(&at("speaker"), block.speaker.as_slice());
            if let Some(source) = &block.source {
                record.sides(&at("source.title"), &source.title);
                record.address(&at("source.url"), &source.url);
            }
            references(record, &at("citation"), block.citation.as_deref().map_or(&[], std::slice::from_ref));
        }
        Block::Image(block) => {
            record.plain(&at("file"), None, &block.file);
            if block.file.contains(':') {
                record.address(&at("file"), &block.file);
            }
            record.required(&at("alt"), &block.alt);
            record.rich(&at("long_description"), &block.long_description);
            if let Some(credit) = &block.credit {
                record.optional(&at("credit.text"), &credit.text);
                credit.url.iter().for_each(|url| record.address(&at("credit.url"), url));
            }
        }
        Block::Checklist(block) => {
            record.optional(&at("lead_in"), &block.lead_in);
            for (index, item) in block.items.iter().enumerate() {
                record.rich(&at(&format!("items[{index}]")), item);
            }
            record.creators(&at("creators"), &block.creators);
            block.source.iter().for_each(|url| record.address(&at("source"), url));
        }
        Block::TopicList(block) => {
            record.optional(&at("lead_in"), &block.lead_in);
            for (index, item) in block.items.iter().enumerate() {
                record.required(&at(&format!("items[{index}].label")), &item.label);
                record.page(&at(&format!("items[{index}].target")), &item.target);
            }
        }
        Block::ResourceList(block) => resource_list(record, field, block),
        Block::FeaturedResource(block) => {
            record.resources(&at("resource"), [&block.resource]);
            record.rich(&at("note"), &block.note);
        }
        Block::TermTable(block) => {
            record.optional(&at("lead_in"), &block.lead_in);
            for (index, row) in block.rows.iter().enumerate() {
                // The words to avoid differ between the languages, so a row may be about one of them only.
                record.title(&at(&format!("rows[{index}].use")), &row.preferred);
                record.sides(&at(&format!("rows[{index}].avoid")), &row.avoid);
                record.sides(&at(&format!("rows[{index}].note")), &row.note);
            }
            block.source.iter().for_each(|url| record.address(&at("source"), url));
        }
        Block::Glossary(block) => block.terms.iter().for_each(|id| record.term(&at("terms"), id)),
        Block::References(block) => references(record, &at("items"), &block.items),
        Block::ToolkitLink(block) => {
            record.optional(&at("lead_in"), &block.lead_in);
            if record.catalogue.toolkit(&block.toolkit).is_err() {
                record.report(ProblemCode::UnknownToolkit, &at("toolkit"), &block.toolkit);
            }
        }
        Block::Contact(block) => record.optional(&at("lead_in"), &block.lead_in),
        Block::LandAcknowledgement(block) => {
            record.rich(&at("text"), &block.text);
            record.resources(&at("resources"), &block.resources);
        }
        Block::Domain(block) => {
            record.optional(&at("lead_in"), &block.lead_in);
            for (index, capability) in block.capabilities.iter().enumerate() {
                record.required(&at(&format!("capabilities[{index}].title")), &capability.title);
                for point in &capability.points {
                    record.required(&at(&format!("capabilities[{index}].points")), point);
                }
            }
            record.rich(&at("essay"), &block.essay);
            record.creators(&at("byline"), block.byline.as_slice());
            record.resources(&at("resources"), &block.resources);
        }
        Block::Citation(block) => record.rich(&at("feedback"), &block.feedback),
        Block::Navigation(_) | Block::Credits(_) | Block::LanguageToggle(_) => {}
    }
}

fn resource_list(record: &mut RecordChecks<'_, '_>, field: &str, list: &ResourceList) {
    record.optional(&format!("{field}.lead_in"), &list.lead_in);
    record.resources(&format!("{field}.resources"), &list.resources);
    if list.resources.is_empty() == list.query.is_none() {
        record.report(ProblemCode::AmbiguousList, field, "");
    }
    if let Some(query) = &list.query {
        record.concepts(&format!("{field}.query.cluster"), VocabularyName::Clusters, &query.cluster);
        record.concepts(&format!("{field}.query.topic"), VocabularyName::Topics, &query.topic);
        record.concepts(&format!("{field}.query.kind"), VocabularyName::Kinds, &query.kind);
    }
}

fn references(record: &mut RecordChecks<'_, '_>, field: &str, items: &[Reference]) {
    for (at, item) in items.iter().enumerate() {
        let at = |name: &str| format!("{field}[{at}].{name}");
        match &item.resource {
            Some(id) => record.resources(&at("resource"), [id]),
            None => record.title(&at("title"), &item.title),
        }
        record.creators(&at("creators"), &item.creators);
        item.container.iter().for_each(|name| record.name(&at("container"), name));
        item.publisher.iter().for_each(|name| record.name(&at("publisher"), name));
        item.url.iter().for_each(|url| record.address(&at("url"), url));
        if let Some(doi) = item.doi.as_deref().filter(|doi| !is_doi(doi)) {
            record.report(ProblemCode::InvalidDoi, &at("doi"), doi);
        }
        if let Some(cited_in) = item.cited_in.as_deref()
            && !items.iter().any(|other| other.id == cited_in && other.id != item.id)
        {
            record.report(ProblemCode::UnknownReference, &at("cited_in"), cited_in);
        }
    }
}
