//! What resources must have, and what a catalogue knows to have.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::request::invalid;
use crate::error::Error;
use crate::index::{Column, FacetField, Index, within};
use crate::object::object_or_null;
use crate::text::Bilingual;

/// What resources must have: any of the values given for a field, in every field given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filters {
    /// Kinds, by id.
    pub kind: Vec<String>,
    /// Topics, by id; a broader topic finds what its narrower ones do.
    pub topic: Vec<String>,
    /// Clusters, by id.
    pub cluster: Vec<String>,
    /// Audiences, by id.
    pub audience: Vec<String>,
    /// Languages the resource can be read in: primary BCP 47 tags.
    pub language: Vec<String>,
    /// Places, by id.
    pub place: Vec<String>,
    /// Levels: `introductory`, `intermediate`, `advanced`.
    pub level: Vec<String>,
    /// Access: `open`, `restricted`.
    pub access: Vec<String>,
    /// The years the resource may be of.
    #[serde(deserialize_with = "object_or_null")]
    pub year: Option<YearRange>,
    /// Publishers, by name; capitals and accents do not matter.
    pub publisher: Vec<String>,
    /// Fields of the catalogue's own, by their ids, each with its values: `{"format": ["pdf"]}`.
    pub extra: BTreeMap<String, Vec<String>>,
}

/// Years from one to another, both included; either may be left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct YearRange {
    /// The first year.
    pub from: Option<i32>,
    /// The last year.
    pub to: Option<i32>,
}

impl YearRange {
    /// True for a date, from one year to another, that may fall into the years.
    pub(super) fn may_have(self, years: Option<(i32, i32)>) -> bool {
        let YearRange { from, to } = self;
        years.is_some_and(|(first, last)| {
            from.is_none_or(|from| last >= from) && to.is_none_or(|to| first <= to)
        })
    }

    /// Checks that the years are not the wrong way round; `path`: where in the request they stand.
    pub(super) fn check(self, path: &str) -> Result<(), Error> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from > to => Err(invalid(
                path,
                Bilingual::new(
                    format!("No year is from {from} to {to}."),
                    format!("Aucune année ne va de {from} à {to}."),
                ),
                Bilingual::new("Put the earlier year first.", "Mettez d’abord l’année la plus ancienne."),
            )),
            _ => Ok(()),
        }
    }
}

impl Filters {
    /// Checks that the catalogue has the fields and values.
    pub(super) fn check(&self, index: &Index) -> Result<(), Error> {
        if let Some(range) = self.year {
            range.check("filters.year")?;
        }
        let mut own = self.extra.keys().map(|id| FacetField::Own(id.clone()));
        if let Some(field) = own.find(|field| index.column(field).is_none()) {
            return Err(unknown_field(&format!("filters.{field}"), &field, index));
        }
        for (field, values) in self.values() {
            let Some(column) = index.column(&field) else { continue };
            if let Some((at, value)) =
                values.iter().enumerate().find(|(_, value)| !known(&field, column, value))
            {
                return Err(unknown_value(&format!("filters.{field}[{at}]"), &field, value, column));
            }
        }
        Ok(())
    }

    /// The fields that are filtered by, in the order of [`FacetField`].
    pub(crate) fn fields(&self) -> Vec<FacetField> {
        let years = self.year.map(|_| FacetField::Year);
        let mut fields: Vec<FacetField> = self.values().map(|(field, _)| field).chain(years).collect();
        fields.sort();
        fields
    }

    /// The filters but for that of one field.
    pub(crate) fn without(&self, field: &FacetField) -> Self {
        let mut filters = self.clone();
        match field {
            FacetField::Kind => filters.kind.clear(),
            FacetField::Topic => filters.topic.clear(),
            FacetField::Cluster => filters.cluster.clear(),
            FacetField::Audience => filters.audience.clear(),
            FacetField::Language => filters.language.clear(),
            FacetField::Place => filters.place.clear(),
            FacetField::Level => filters.level.clear(),
            FacetField::Access => filters.access.clear(),
            FacetField::Year => filters.year = None,
            FacetField::Publisher => filters.publisher.clear(),
            FacetField::Own(id) => {
                filters.extra.remove(id);
            }
        }
        filters
    }

    /// The fields that are filtered by values, with the values; fields without any are left out.
    pub(super) fn values(&self) -> impl Iterator<Item = (FacetField, &[String])> {
        [
            (FacetField::Kind, &self.kind),
            (FacetField::Topic, &self.topic),
            (FacetField::Cluster, &self.cluster),
            (FacetField::Audience, &self.audience),
            (FacetField::Language, &self.language),
            (FacetField::Place, &self.place),
            (FacetField::Level, &self.level),
            (FacetField::Access, &self.access),
            (FacetField::Publisher, &self.publisher),
        ]
        .into_iter()
        .chain(self.extra.iter().map(|(id, values)| (FacetField::Own(id.clone()), values)))
        .filter(|(_, values)| !values.is_empty())
        .map(|(field, values)| (field, values.as_slice()))
    }
}

/// Languages that have a name, and access, exist whether or not a resource has them; other values must be the catalogue's.
fn known(field: &FacetField, column: &Column, value: &str) -> bool {
    column.place(value).is_some()
        || match field {
            FacetField::Language => crate::model::language_name(value).is_some(),
            FacetField::Access => ["open", "restricted"].contains(&value),
            _ => false,
        }
}

/// The error of a field that the catalogue does not declare; `path`: where in the request it stands.
pub(super) fn unknown_field(path: &str, field: &FacetField, index: &Index) -> Error {
    let name = field.name();
    let own = name.split_once('.').map_or(&*name, |(_, id)| id);
    let near = index.field_names().filter_map(|known| {
        // Half of the letters of its id may be others.
        let distance = within(&name, &known, own.chars().count() / 2)?;
        Some((distance, known))
    });
    let remedy = match near.min() {
        Some((_, near)) => Bilingual::new(
            format!("The nearest is `{near}`."),
            format!("Le plus proche est «\u{a0}{near}\u{a0}»."),
        ),
        None => Bilingual::new(
            "A catalogue declares its own fields under `fields` in catalogue.json.",
            "Un catalogue déclare ses propres champs sous «\u{a0}fields\u{a0}» dans catalogue.json.",
        ),
    };
    let message = Bilingual::new(
        format!("This catalogue has no field `{name}`."),
        format!("Ce catalogue n’a pas de champ «\u{a0}{name}\u{a0}»."),
    );
    invalid(path, message, remedy)
}

/// The error of a value that the catalogue does not have; `path`: where in the request it stands.
pub(super) fn unknown_value(path: &str, field: &FacetField, value: &str, column: &Column) -> Error {
    let name = field.name();
    let remedy = match nearest(value, column) {
        Some(near) => Bilingual::new(
            format!("The nearest is `{near}`; the facet `{name}` lists those in use."),
            format!(
                "La plus proche est «\u{a0}{near}\u{a0}»; la facette «\u{a0}{name}\u{a0}» énumère celles qui servent."
            ),
        ),
        None => Bilingual::new(
            format!("The facet `{name}` lists those in use."),
            format!("La facette «\u{a0}{name}\u{a0}» énumère celles qui servent."),
        ),
    };
    invalid(
        path,
        Bilingual::new(
            format!("`{value}` is not among the values of `{name}` in this catalogue."),
            format!("«\u{a0}{value}\u{a0}» n’est pas une valeur de «\u{a0}{name}\u{a0}» dans ce catalogue."),
        ),
        remedy,
    )
}

/// The id whose own letters, or whose label's, are nearest to `value`; none when half of them would have to change.
fn nearest<'a>(value: &str, column: &'a Column) -> Option<&'a str> {
    let typed = value.to_lowercase();
    let most = (typed.chars().count() / 2).min(12);
    let distance = |name: &str| within(&typed, &name.to_lowercase(), most);
    let known = (0..).zip(column.values.iter()).filter(|(place, _)| column.is_known(*place));
    let near = known.filter_map(|(_, known)| {
        let labels = known.label.languages().filter_map(|language| known.label.get(language));
        let names = labels.map(String::as_str).chain([known.id.as_str()]);
        Some((names.filter_map(distance).min()?, known.id.as_str()))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, id)| id)
}
