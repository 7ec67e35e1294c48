use std::collections::HashSet;

use super::{Checks, ProblemCode, RecordChecks};
use crate::model::{MOST_OWN_FIELDS, OwnField, OwnValue, Resource, own_values};
use crate::problem::Place;

/// The names that requests have for the fields of every catalogue.
const RESERVED: [&str; 11] = [
    "kind",
    "topic",
    "cluster",
    "audience",
    "language",
    "place",
    "level",
    "access",
    "year",
    "publisher",
    "extra",
];

/// The fields that the catalogue declares.
pub(super) fn check(checks: &mut Checks<'_>) {
    let fields = &checks.catalogue.about().fields;
    let place = Place { file: Some("catalogue.json".into()), ..Place::default() };
    let mut record = RecordChecks { catalogue: checks.catalogue, place, problems: &mut checks.problems };
    if fields.len() > MOST_OWN_FIELDS {
        record.report(ProblemCode::TooManyFields, "fields", &fields.len().to_string());
    }
    let mut known = HashSet::new();
    for (at, field) in fields.iter().enumerate() {
        let path = format!("fields[{at}]");
        record.id(&format!("{path}.id"), &field.id);
        if RESERVED.contains(&field.id.as_str()) {
            record.report(ProblemCode::ReservedField, &format!("{path}.id"), &field.id);
        }
        if !known.insert(field.id.as_str()) {
            record.report(ProblemCode::DuplicateId, &format!("{path}.id"), &field.id);
        }
        record.required(&format!("{path}.label"), &field.label);
        values(&mut record, &path, field);
    }
}

fn values(record: &mut RecordChecks<'_, '_>, path: &str, field: &OwnField) {
    let mut known = HashSet::new();
    for (at, value) in field.values.iter().enumerate() {
        let path = format!("{path}.values[{at}]");
        record.plain(&format!("{path}.id"), None, &value.id);
        if !known.insert(value.id.as_str()) {
            record.report(ProblemCode::DuplicateId, &format!("{path}.id"), &value.id);
        }
        record.required(&format!("{path}.label"), &value.label);
    }
}

impl RecordChecks<'_, '_> {
    /// What a resource has in the fields that the catalogue declares.
    pub(super) fn own_fields(&mut self, resource: &Resource) {
        for field in &self.catalogue.about().fields {
            let Some(json) = resource.extra.get(&field.id) else { continue };
            for (at, value) in own_values(json).into_iter().enumerate() {
                let at = if json.is_array() { format!("[{at}]") } else { String::new() };
                let path = format!("extra.{}{at}", field.id);
                match value {
                    None => self.report(ProblemCode::InvalidExtra, &path, &field.id),
                    Some(OwnValue { id, .. })
                        if !field.values.is_empty() && field.values.iter().all(|value| value.id != id) =>
                    {
                        self.report(ProblemCode::UndeclaredValue, &path, &id);
                    }
                    Some(_) => {}
                }
            }
        }
    }
}
