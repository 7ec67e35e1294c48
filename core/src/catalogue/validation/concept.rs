use super::{Checks, ProblemCode};
use crate::model::VocabularyName;

pub(super) fn check(checks: &mut Checks<'_>, name: VocabularyName) {
    let vocabulary = checks.catalogue.vocabulary(name);
    for concept in &vocabulary.concepts {
        let mut record = checks.record(name.as_str(), &concept.id);
        record.id("id", &concept.id);
        record.title_in_both("label", &concept.label);
        record.labels("alternative", &concept.alternative);
        record.labels("hidden", &concept.hidden);
        record.optional("definition", &concept.definition);
        for (field, ids) in [("broader", &concept.broader), ("related", &concept.related)] {
            for id in ids {
                if vocabulary.get(id).is_none() {
                    record.report(ProblemCode::UnknownConcept, field, id);
                }
            }
        }
        let below = vocabulary.with_narrower(&concept.id);
        if concept.broader.iter().any(|broader| below.contains(&broader.as_str())) {
            record.report(ProblemCode::BroaderCycle, "broader", &concept.id);
        }
    }
}
