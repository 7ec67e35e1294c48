use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::catalogue::Catalogue;
use crate::model::{MOST_OWN_FIELDS, VocabularyName};
use crate::text::Bilingual;

/// What the names of a catalogue's own fields begin with in requests.
const OWN: &str = "extra.";

/// What resources are filtered and counted by.
///
/// In JSON, the name of the field: `"kind"`, `"topic"` …, and `"extra.format"` for the field `format` of the catalogue's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum FacetField {
    /// The kind of resource.
    Kind,
    /// Its topics; a resource counts for a topic's broader topics too.
    Topic,
    /// The part of the toolkits it serves.
    Cluster,
    /// Whom it is for.
    Audience,
    /// The languages it can be read in: primary BCP 47 tags.
    Language,
    /// Where it comes from or applies.
    Place,
    /// How much it presumes.
    Level,
    /// Whether everyone can open it.
    Access,
    /// The year it appeared.
    Year,
    /// Who published it: the name, in English where it has one. Capitals and accents do not tell names apart.
    Publisher,
    /// A field of the catalogue's own, by its id.
    #[cfg_attr(feature = "schema", schemars(untagged))]
    Own(#[cfg_attr(feature = "schema", schemars(schema_with = "own_field_schema"))] String),
}

impl FacetField {
    /// Every field but the catalogue's own.
    pub const ALL: [FacetField; 10] = [
        FacetField::Kind,
        FacetField::Topic,
        FacetField::Cluster,
        FacetField::Audience,
        FacetField::Language,
        FacetField::Place,
        FacetField::Level,
        FacetField::Access,
        FacetField::Year,
        FacetField::Publisher,
    ];

    /// The names of every field but the catalogue's own, and how those are named.
    const NAMES: &[&str] = &[
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
        "extra.…",
    ];

    /// The field with a name, as requests write it.
    ///
    /// ```
    /// use ally_toolkit::search::FacetField;
    /// assert_eq!(FacetField::named("topic"), Some(FacetField::Topic));
    /// assert_eq!(FacetField::named("extra.format"), Some(FacetField::Own("format".into())));
    /// assert_eq!(FacetField::named("format"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        match name.strip_prefix(OWN) {
            Some(id) => Some(FacetField::Own(id.to_owned())),
            None => FacetField::ALL.into_iter().find(|field| field.built_in_name() == Some(name)),
        }
    }

    /// The name in requests: `kind`, `topic`, `extra.format` …
    pub fn name(&self) -> Cow<'static, str> {
        match (self, self.built_in_name()) {
            (FacetField::Own(id), _) => Cow::Owned(format!("{OWN}{id}")),
            (_, name) => Cow::Borrowed(name.unwrap_or_default()),
        }
    }

    fn built_in_name(&self) -> Option<&'static str> {
        FacetField::NAMES.get(self.place()?).copied()
    }

    /// Its place among [`ALL`](FacetField::ALL).
    pub(super) fn place(&self) -> Option<usize> {
        FacetField::ALL.iter().position(|field| field == self)
    }

    /// The facet's heading for readers; of a field of the catalogue's own, which says it itself, the name.
    pub fn label(&self) -> Bilingual {
        match self {
            FacetField::Kind => Bilingual::new("Kind", "Type"),
            FacetField::Topic => Bilingual::new("Topic", "Sujet"),
            FacetField::Cluster => Bilingual::new("Cluster", "Volet"),
            FacetField::Audience => Bilingual::new("Audience", "Public"),
            FacetField::Language => Bilingual::new("Language", "Langue"),
            FacetField::Place => Bilingual::new("Place", "Lieu"),
            FacetField::Level => Bilingual::new("Level", "Niveau"),
            FacetField::Access => Bilingual::new("Access", "Accès"),
            FacetField::Year => Bilingual::new("Year", "Année"),
            FacetField::Publisher => Bilingual::new("Publisher", "Maison d’édition"),
            FacetField::Own(_) => Bilingual::new(self.name(), self.name()),
        }
    }

    /// The fields of a catalogue: those of every catalogue, then its own.
    pub(super) fn of(catalogue: &Catalogue) -> impl Iterator<Item = FacetField> {
        let own = catalogue.about().fields.iter().take(MOST_OWN_FIELDS);
        FacetField::ALL.into_iter().chain(own.map(|field| FacetField::Own(field.id.clone())))
    }

    /// The vocabulary whose concepts are the values.
    pub(super) fn vocabulary(&self) -> Option<VocabularyName> {
        match self {
            FacetField::Kind => Some(VocabularyName::Kinds),
            FacetField::Topic => Some(VocabularyName::Topics),
            FacetField::Cluster => Some(VocabularyName::Clusters),
            FacetField::Audience => Some(VocabularyName::Audiences),
            FacetField::Place => Some(VocabularyName::Places),
            FacetField::Language
            | FacetField::Level
            | FacetField::Access
            | FacetField::Year
            | FacetField::Publisher
            | FacetField::Own(_) => None,
        }
    }
}

impl fmt::Display for FacetField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl Serialize for FacetField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.place().zip(self.built_in_name()) {
            Some((place, name)) => serializer.serialize_unit_variant("FacetField", place as u32, name),
            None => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for FacetField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = FacetField;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<FacetField, E> {
                FacetField::named(name).ok_or_else(|| E::unknown_variant(name, FacetField::NAMES))
            }
        }

        deserializer.deserialize_str(Name)
    }
}

#[cfg(feature = "schema")]
fn own_field_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({
        "type": "string",
        "pattern": "^extra\\.",
        "description": "A field of the catalogue's own, by its id: `extra.format`."
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::problem::ProblemCode;

    #[test]
    fn a_field_is_read_by_its_name() {
        for field in FacetField::ALL.into_iter().chain([FacetField::Own("format".to_owned())]) {
            let json = serde_json::to_value(&field).unwrap();
            assert_eq!(json, json!(field.to_string()));
            assert_eq!(serde_json::from_value::<FacetField>(json).unwrap(), field);
        }
    }

    #[test]
    fn no_catalogue_has_a_field_of_its_own_with_the_name_of_another() {
        for field in FacetField::ALL {
            let label = json!({"en": "A", "fr": "B"});
            let catalogue = json!({"title": label, "fields": [{"id": field.name(), "label": label}]});
            let report = Catalogue::validate_json(catalogue.to_string().as_bytes());
            let codes: Vec<ProblemCode> = report.problems.iter().map(|problem| problem.code).collect();
            assert_eq!(codes, [ProblemCode::ReservedField], "{field}");
        }
    }
}
