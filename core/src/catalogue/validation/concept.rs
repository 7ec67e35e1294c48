use std::collections::{HashMap, HashSet};

use super::{Checks, ProblemCode};
use crate::model::{Concept, VocabularyName};

pub(super) fn check(checks: &mut Checks<'_>, name: VocabularyName) {
    let vocabulary = checks.catalogue.vocabulary(name);
    let by_id: HashMap<&str, &Concept> =
        vocabulary.concepts.iter().map(|concept| (concept.id.as_str(), concept)).collect();
    for concept in &vocabulary.concepts {
        let mut record = checks.record(name.as_str(), &concept.id);
        record.id("id", &concept.id);
        record.title_in_both("label", &concept.label);
        record.labels("alternative", &concept.alternative);
        record.labels("hidden", &concept.hidden);
        record.optional("definition", &concept.definition);
        for (field, ids) in [("broader", &concept.broader), ("related", &concept.related)] {
            for id in ids {
                if !by_id.contains_key(id.as_str()) {
                    record.report(ProblemCode::UnknownConcept, field, id);
                }
            }
        }
        if is_above_itself(concept, &by_id) {
            record.report(ProblemCode::BroaderCycle, "broader", &concept.id);
        }
    }
}

fn is_above_itself(concept: &Concept, by_id: &HashMap<&str, &Concept>) -> bool {
    let mut above: HashSet<&str> = HashSet::new();
    let mut next: Vec<&str> = concept.broader.iter().map(String::as_str).collect();
    while let Some(id) = next.pop() {
        if id == concept.id {
            return true;
        }
        if above.insert(id) {
            next.extend(by_id.get(id).into_iter().flat_map(|concept| &concept.broader).map(String::as_str));
        }
    }
    false
}
