use super::Checks;
use crate::model::{Term, VocabularyName};

pub(super) fn check(checks: &mut Checks<'_>, term: &Term) {
    let mut record = checks.record("term", &term.id);
    record.id("id", &term.id);
    record.title_in_both("term", &term.term);
    record.labels("variants", &term.variants);
    for (at, definition) in term.definitions.iter().enumerate() {
        record.required(&format!("definitions[{at}].text"), &definition.text);
        if let Some(source) = &definition.source {
            record.address(&format!("definitions[{at}].source"), source);
        }
    }
    record.optional("note", &term.note);
    record.concepts("topics", VocabularyName::Topics, &term.topics);
    for (at, source) in term.sources.iter().enumerate() {
        record.address(&format!("sources[{at}].url"), &source.url);
    }
    for target in &term.pages {
        record.page("pages", target);
    }
}
