//! Facets as a request asks for them.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::filters::{YearRange, unknown_field};
use super::request::invalid;
use crate::error::Error;
use crate::index::{FacetField, Index};
use crate::text::Bilingual;

/// The most ranges of years that a facet has.
pub(super) const MOST_RANGES: usize = 200;

/// The most years that a step may take.
const LONGEST_STEP: i64 = 1000;

/// A facet asked for: what is counted, and how it is given.
///
/// In the JSON of a request, a facet of which nothing but the field is said may be written as the name of its field: `"kind"`.
///
/// ```
/// use ally_toolkit::SearchRequest;
/// use ally_toolkit::search::{FacetField, FacetOrder, FacetRequest};
/// let topics = FacetRequest { order: Some(FacetOrder::Label), most: Some(20), ..FacetField::Topic.into() };
/// let json = br#"{"facets": ["kind", {"field": "topic", "order": "label", "most": 20}]}"#;
/// assert_eq!(SearchRequest::from_json(json)?.facets, [FacetField::Kind.into(), topics]);
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacetRequest {
    /// What is counted.
    pub field: FacetField,
    /// The order of the values; by default the most frequent first, and of years the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<FacetOrder>,
    /// How many values are listed at most, from 0; those that the request filters by are listed beside them. All by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub most: Option<i64>,
    /// Topics only: whether each stands under its broader ones. `most` is then that of each level.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nested: bool,
    /// Years only: a histogram of ranges of so many years, 1 to 1,000, the first year of each a multiple of it; from the first year
    /// found to the last, at most 200 ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1000)))]
    pub step: Option<i64>,
    /// Years only: these ranges are counted, at most 200. With `step` too, they come after those of the histogram.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<YearRange>,
}

/// The order of the values of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FacetOrder {
    /// The most frequent first; those that are as frequent by label.
    Count,
    /// By label, in the dictionary order of the reader's language.
    Label,
    /// As the vocabulary or the catalogue lists them; values that are in no list by id, numbers ascending.
    Value,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl From<FacetField> for FacetRequest {
    /// A facet of which nothing else is said.
    fn from(field: FacetField) -> Self {
        FacetRequest { field, order: None, most: None, nested: false, step: None, ranges: Vec::new() }
    }
}

impl FacetRequest {
    /// Checks what the types cannot; `at`: its place among the facets of the request.
    pub(super) fn check(&self, at: usize, index: &Index) -> Result<(), Error> {
        if index.column(&self.field).is_none() {
            return Err(unknown_field(&format!("facets[{at}]"), &self.field, index));
        }
        let path = |field: &str| format!("facets[{at}].{field}");
        let name = self.field.name();
        if let Some(most) = self.most.filter(|most| *most < 0) {
            return Err(invalid(
                &path("most"),
                Bilingual::new(
                    format!("A facet cannot list {most} values."),
                    format!("Une facette ne peut pas énumérer {most} valeurs."),
                ),
                Bilingual::new(
                    "Give the greatest number of values wanted, from 0.",
                    "Indiquez le plus grand nombre de valeurs voulu, à partir de 0.",
                ),
            ));
        }
        if self.nested && self.field != FacetField::Topic {
            return Err(invalid(
                &path("nested"),
                Bilingual::new(
                    format!("Only topics can be nested; `{name}` has no broader values."),
                    format!(
                        "Seuls les sujets peuvent être emboîtés; «\u{a0}{name}\u{a0}» n’a pas de valeurs plus générales."
                    ),
                ),
                Bilingual::new(
                    "Leave `nested` out, or ask for the facet `topic`.",
                    "Omettez «\u{a0}nested\u{a0}» ou demandez la facette «\u{a0}topic\u{a0}».",
                ),
            ));
        }
        let of_years = [("step", self.step.is_some()), ("ranges", !self.ranges.is_empty())]
            .into_iter()
            .find(|(_, asked)| *asked);
        if let Some((asked, _)) = of_years.filter(|_| self.field != FacetField::Year) {
            return Err(invalid(
                &path(asked),
                Bilingual::new(
                    format!("Only years have ranges; `{name}` has none."),
                    format!("Seules les années ont des intervalles; «\u{a0}{name}\u{a0}» n’en a pas."),
                ),
                Bilingual::new(
                    format!("Leave `{asked}` out, or ask for the facet `year`."),
                    format!("Omettez «\u{a0}{asked}\u{a0}» ou demandez la facette «\u{a0}year\u{a0}»."),
                ),
            ));
        }
        if let Some(step) = self.step.filter(|step| !(1..=LONGEST_STEP).contains(step)) {
            return Err(invalid(
                &path("step"),
                Bilingual::new(
                    format!("The step of a histogram cannot be {step} years."),
                    format!("Le pas d’un histogramme, en années, ne peut pas être de {step}."),
                ),
                Bilingual::new(
                    format!("Give a number of years from 1 to {LONGEST_STEP}."),
                    format!("Indiquez un nombre d’années de 1 à {LONGEST_STEP}."),
                ),
            ));
        }
        if self.ranges.len() > MOST_RANGES {
            let count = self.ranges.len();
            return Err(too_many_ranges(
                &path("ranges"),
                count,
                Bilingual::new(
                    format!("Ask for at most {MOST_RANGES} of them."),
                    format!("Demandez-en au plus {MOST_RANGES}."),
                ),
            ));
        }
        self.ranges
            .iter()
            .enumerate()
            .try_for_each(|(place, range)| range.check(&format!("facets[{at}].ranges[{place}]")))
    }
}

/// The error of a facet with more ranges than there may be.
pub(super) fn too_many_ranges(path: &str, count: usize, remedy: Bilingual) -> Error {
    let message = Bilingual::new(
        format!("A facet cannot have {count} ranges of years."),
        format!("Une facette ne peut pas avoir {count} intervalles d’années."),
    );
    invalid(path, message, remedy)
}

/// A facet in the list of a request: the name of its field, or an object.
struct Listed(FacetRequest);

/// The facets of a request, each written in the shortest way.
pub(super) fn serialize<S: Serializer>(facets: &[FacetRequest], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(facets.iter().map(Written))
}

/// A facet to be written.
struct Written<'a>(&'a FacetRequest);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Written(facet) = self;
        if **facet == FacetRequest::from(facet.field.clone()) {
            facet.field.serialize(serializer)
        } else {
            facet.serialize(serializer)
        }
    }
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<FacetRequest>, D::Error> {
    let listed = Vec::<Listed>::deserialize(deserializer)?;
    Ok(listed.into_iter().map(|Listed(facet)| facet).collect())
}

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldOrObject;

        impl<'de> Visitor<'de> for FieldOrObject {
            type Value = FacetRequest;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or an object")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<FacetRequest, E> {
                FacetField::deserialize(name.into_deserializer()).map(FacetRequest::from)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<FacetRequest, A::Error> {
                FacetRequest::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_any(FieldOrObject).map(Listed)
    }
}

/// A facet of a request, as the schema has it.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for Listed {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ListedFacetRequest".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let field = generator.subschema_for::<FacetField>();
        let facet = generator.subschema_for::<FacetRequest>();
        schemars::json_schema!({ "anyOf": [field, facet] })
    }
}

/// The facets of a request, as the schema has them.
#[cfg(feature = "schema")]
pub(super) fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<Vec<Listed>>()
}
