//! The values that a resource has in a field.

use std::borrow::Cow;

use super::FacetField;
use crate::analysis::fold_case;
use crate::model::{Access, Level, OwnValue, Resource, language_name, own_values};
use crate::text::{Bilingual, Language, Localized, Name};

/// A value as a resource has it.
pub(super) struct FieldValue {
    pub(super) id: String,
    pub(super) label: Localized<String>,
}

/// The values of a resource, those of a list in its order.
pub(super) fn values_of(field: &FacetField, resource: &Resource) -> Vec<FieldValue> {
    let with_label = |id: String| FieldValue { label: label(field, &id), id };
    let ids: Vec<String> = match field {
        FacetField::Kind => vec![resource.kind.clone()],
        FacetField::Topic => resource.topics.clone(),
        FacetField::Cluster => resource.cluster.iter().cloned().collect(),
        FacetField::Audience => resource.audiences.clone(),
        FacetField::Language => resource.languages.iter().map(|tag| tag.primary().to_owned()).collect(),
        FacetField::Place => resource.place.iter().cloned().collect(),
        FacetField::Level => resource.level.iter().map(|level| level.as_str().to_owned()).collect(),
        FacetField::Access => resource.access.iter().map(|access| access.as_str().to_owned()).collect(),
        // A date may be of any of its years, as the filter has it.
        FacetField::Year => {
            let years = resource.date.into_iter().flat_map(|date| {
                let (first, last) = date.years();
                first..=last
            });
            years.map(|year| year.to_string()).collect()
        }
        FacetField::Publisher => return resource.publisher.iter().filter_map(publisher).collect(),
        FacetField::Own(name) => {
            let values = resource.extra.get(name).into_iter().flat_map(own_values);
            return values.flatten().map(|OwnValue { id, label }| FieldValue { id, label }).collect();
        }
    };
    ids.into_iter().map(with_label).collect()
}

/// A publisher, by its name in the first language in which it has one; `None` for a name without letters.
fn publisher(name: &Name) -> Option<FieldValue> {
    let label = match name {
        Name::Same(name) => Localized::both(name.clone(), name.clone()),
        Name::ByLanguage(name) => name.clone(),
    };
    let id = label.read(Language::English).map(|text| text.value.trim().to_owned())?;
    (!id.is_empty()).then_some(FieldValue { id, label })
}

/// What tells the values of a field apart.
pub(super) fn key<'a>(field: &FacetField, id: &'a str) -> Cow<'a, str> {
    if *field != FacetField::Publisher {
        return Cow::Borrowed(id);
    }
    let folded = fold_case(id);
    if folded.is_empty() { Cow::Borrowed(id) } else { Cow::Owned(folded) }
}

/// True for a field whose values are read otherwise than their ids say.
pub(super) fn has_labels(field: &FacetField) -> bool {
    matches!(field, FacetField::Publisher | FacetField::Own(_))
}

/// What a value reads, where its id says it.
pub(super) fn label(field: &FacetField, id: &str) -> Localized<String> {
    let label = match field {
        FacetField::Language => language_name(id),
        FacetField::Level => Level::label_of(id),
        FacetField::Access => Access::label_of(id),
        _ => None,
    };
    let label = label.unwrap_or_else(|| Bilingual::new(id, id));
    Localized::both(label.get(Language::English).to_owned(), label.get(Language::French).to_owned())
}
