use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Records;
use super::changed_lists::ChangedLists;
use super::changed_records::ChangedRecords;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{Access, Level, Resource, VocabularyName};
use crate::snapshot::{Container, Lists, ListsBuilder, SectionName, Strings, StringsBuilder, Writer};
use crate::text::{Bilingual, Language, Localized};

/// What resources are filtered and counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
}

impl FacetField {
    /// Every field.
    pub const ALL: [FacetField; 9] = [
        FacetField::Kind,
        FacetField::Topic,
        FacetField::Cluster,
        FacetField::Audience,
        FacetField::Language,
        FacetField::Place,
        FacetField::Level,
        FacetField::Access,
        FacetField::Year,
    ];

    /// The name in requests: `kind`, `topic` …
    pub fn as_str(self) -> &'static str {
        match self {
            FacetField::Kind => "kind",
            FacetField::Topic => "topic",
            FacetField::Cluster => "cluster",
            FacetField::Audience => "audience",
            FacetField::Language => "language",
            FacetField::Place => "place",
            FacetField::Level => "level",
            FacetField::Access => "access",
            FacetField::Year => "year",
        }
    }

    /// The facet's heading for readers.
    pub fn label(self) -> Bilingual {
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
        }
    }
}

/// The values of one facet, and which of them each record has.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) field: FacetField,
    /// The values of a vocabulary in its order; others by id, those that were added since after them.
    pub(crate) values: Arc<Vec<ColumnValue>>,
    /// The place of each value among `values`, by id.
    places: Arc<HashMap<String, u32>>,
    /// For each record, the places of its values.
    of_record: ChangedLists,
    /// For each value, the records that have it.
    of_value: ChangedLists,
}

/// A value of a facet.
#[derive(Debug, Clone)]
pub(crate) struct ColumnValue {
    pub(crate) id: String,
    pub(crate) label: Localized<String>,
    pub(crate) broader: Vec<String>,
}

impl Column {
    /// Adds the sections of a facet to a snapshot: for each record its values (two); the ids of values that are in no vocabulary
    /// (two); for each value its records (two).
    pub(super) fn write(
        field: FacetField,
        catalogue: &Catalogue,
        records: &Records,
        writer: &mut Writer<'_>,
    ) -> Result<(), Error> {
        let mut ids: Vec<String> = match vocabulary(field) {
            Some(_) => Vec::new(),
            None => ids_of(field, catalogue)?,
        };
        ids.sort();
        ids.dedup();
        let values = values(field, catalogue, ids.iter().map(String::as_str));
        let places = places(&values);
        let mut of_record = ListsBuilder::default();
        let mut of_value: Vec<Vec<u32>> = vec![Vec::new(); values.len()];
        for (number, record) in (0..).zip(records.iter()) {
            let resource = record.resource(catalogue)?;
            let ids = resource.map(|resource| values_of(field, resource)).unwrap_or_default();
            let found = places_of(field, ids, &values, &places);
            for place in &found {
                of_value.get_mut(*place as usize).into_iter().for_each(|records| records.push(number));
            }
            of_record.push(found);
        }
        let mut strings = StringsBuilder::default();
        ids.iter().for_each(|id| strings.push(id));
        let mut records_of = ListsBuilder::default();
        of_value.into_iter().for_each(|records| records_of.push(records));
        let sections = of_record.finish()?.into_iter().chain(strings.finish()?).chain(records_of.finish()?);
        (0..).zip(sections).for_each(|(number, bytes)| writer.add(section_name(field, number), bytes));
        Ok(())
    }

    /// Opens the column of a facet.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a section is missing or is not what it must be.
    pub(super) fn open(
        field: FacetField,
        catalogue: &Catalogue,
        container: &Container,
    ) -> Result<Self, Error> {
        let section = |number: u8| container.section(section_name(field, number));
        let of_record = Lists::new(section(0)?, section(1)?)?;
        let ids = Strings::new(section(2)?, section(3)?)?;
        let values = values(field, catalogue, (0..ids.len()).map(|at| ids.get(at)));
        let of_value = Lists::new(section(4)?, section(5)?)?;
        Ok(Column {
            field,
            places: Arc::new(places(&values)),
            values: Arc::new(values),
            of_record: ChangedLists::new(of_record),
            of_value: ChangedLists::new(of_value),
        })
    }

    /// The column after some records changed.
    ///
    /// # Errors
    /// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written.
    pub(super) fn updated(&self, changed: ChangedRecords<'_>) -> Result<Self, Error> {
        let mut column = self.clone();
        // For each value, the records that it is taken from and given to.
        let mut moved: BTreeMap<u32, BTreeMap<u32, bool>> = BTreeMap::new();
        for record in changed.numbers {
            let ids = changed.resource(*record)?.map(|resource| values_of(self.field, resource));
            let ids = ids.unwrap_or_default();
            column.add_values(&ids);
            let after = places_of(self.field, ids, &column.values, &column.places);
            for (values, is_given) in [(self.values_of(*record).collect(), false), (after.clone(), true)] {
                for value in values {
                    moved.entry(value).or_default().insert(*record, is_given);
                }
            }
            column.of_record.set(*record as usize, after);
        }
        for (value, moved) in moved {
            let kept = self.records_of(value).filter(|record| !moved.contains_key(record));
            let given = moved.iter().filter(|(_, is_given)| **is_given).map(|(record, _)| *record);
            let mut records: Vec<u32> = kept.chain(given).collect();
            records.sort_unstable();
            column.of_value.set(value as usize, records);
        }
        Ok(column)
    }

    /// Adds the values that are in no vocabulary and that no record had.
    fn add_values(&mut self, ids: &[String]) {
        if self.has_vocabulary() {
            return;
        }
        for id in ids.iter().filter(|id| !self.places.contains_key(*id)).cloned().collect::<Vec<_>>() {
            let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            let label = label(self.field, &id);
            Arc::make_mut(&mut self.values).push(ColumnValue { id: id.clone(), label, broader: Vec::new() });
            Arc::make_mut(&mut self.places).insert(id, place);
        }
    }

    /// The vocabulary whose concepts are the values, whether a record has them or not.
    pub(crate) fn vocabulary(&self) -> Option<VocabularyName> {
        vocabulary(self.field)
    }

    /// True for a facet whose values are those of a vocabulary.
    pub(crate) fn has_vocabulary(&self) -> bool {
        self.vocabulary().is_some()
    }

    /// The place of the value with this id; `None` for one that is neither in a vocabulary nor in a record.
    pub(crate) fn place(&self, id: &str) -> Option<u32> {
        self.places.get(id).copied().filter(|place| self.is_known(*place))
    }

    /// True for a value that is in a vocabulary or in a record: the last record that had it may have changed.
    pub(crate) fn is_known(&self, place: u32) -> bool {
        self.has_vocabulary() || self.record_count_of(place) > 0
    }

    /// The records that have the value at a place.
    pub(crate) fn records_of(&self, value: u32) -> impl Iterator<Item = u32> {
        self.of_value.get(value as usize)
    }

    /// How many records have the value at a place.
    pub(crate) fn record_count_of(&self, value: u32) -> usize {
        self.of_value.length(value as usize)
    }

    /// The order of two values, by their places: that of the vocabulary, else by id, numbers ascending and before texts.
    pub(crate) fn compare(&self, a: u32, b: u32) -> Ordering {
        let [one, other] = [a, b].map(|place| {
            let id = self.values.get(place as usize).map_or("", |value| value.id.as_str());
            let number = id.parse::<f64>().ok();
            let listed = if self.has_vocabulary() { place } else { u32::MAX };
            (listed, number, id)
        });
        let by_number = match (one.1, other.1) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        one.0.cmp(&other.0).then(by_number).then_with(|| one.2.cmp(other.2))
    }

    /// The places of the values `record` has.
    pub(crate) fn values_of(&self, record: u32) -> impl Iterator<Item = u32> {
        self.of_record.get(record as usize)
    }
}

/// The ids of the values that resources have.
fn ids_of(field: FacetField, catalogue: &Catalogue) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    for resource in catalogue.resources().scan() {
        ids.extend(values_of(field, &*resource?));
    }
    Ok(ids)
}

/// The name of a facet's section with this number.
fn section_name(field: FacetField, number: u8) -> SectionName {
    SectionName::new([b'f', b'c', b'a' + field as u8, b'0' + number])
}

/// The values of a facet: those of its vocabulary, or those with these ids.
fn values<'a>(
    field: FacetField,
    catalogue: &Catalogue,
    ids: impl Iterator<Item = &'a str>,
) -> Vec<ColumnValue> {
    match vocabulary(field) {
        Some(name) => catalogue
            .vocabulary(name)
            .concepts
            .iter()
            .map(|concept| ColumnValue {
                id: concept.id.clone(),
                label: concept.label.clone(),
                broader: concept.broader.clone(),
            })
            .collect(),
        None => ids
            .map(|id| ColumnValue { id: id.to_owned(), label: label(field, id), broader: Vec::new() })
            .collect(),
    }
}

fn places(values: &[ColumnValue]) -> HashMap<String, u32> {
    (0..).zip(values).map(|(place, value)| (value.id.clone(), place)).collect()
}

/// The places of a resource's values, ascending, with those of its broader topics.
fn places_of(
    field: FacetField,
    ids: Vec<String>,
    values: &[ColumnValue],
    places: &HashMap<String, u32>,
) -> Vec<u32> {
    let mut found: Vec<u32> = ids.iter().filter_map(|id| places.get(id).copied()).collect();
    if field == FacetField::Topic {
        add_broader(&mut found, values, places);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Adds everything above the values found. Safe on a vocabulary with a cycle.
fn add_broader(found: &mut Vec<u32>, values: &[ColumnValue], places: &HashMap<String, u32>) {
    let mut seen: HashSet<u32> = found.iter().copied().collect();
    let mut next = 0;
    while let Some(place) = found.get(next).copied() {
        next += 1;
        for broader in values.get(place as usize).into_iter().flat_map(|value| &value.broader) {
            found.extend(places.get(broader).copied().filter(|place| seen.insert(*place)));
        }
    }
}

fn vocabulary(field: FacetField) -> Option<VocabularyName> {
    match field {
        FacetField::Kind => Some(VocabularyName::Kinds),
        FacetField::Topic => Some(VocabularyName::Topics),
        FacetField::Cluster => Some(VocabularyName::Clusters),
        FacetField::Audience => Some(VocabularyName::Audiences),
        FacetField::Place => Some(VocabularyName::Places),
        FacetField::Language | FacetField::Level | FacetField::Access | FacetField::Year => None,
    }
}

fn values_of(field: FacetField, resource: &Resource) -> Vec<String> {
    match field {
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
    }
}

fn label(field: FacetField, id: &str) -> Localized<String> {
    let label = match field {
        FacetField::Language => crate::model::language_name(id),
        FacetField::Level => Level::label_of(id),
        FacetField::Access => Access::label_of(id),
        _ => None,
    };
    let label = label.unwrap_or_else(|| Bilingual::new(id, id));
    Localized::both(label.get(Language::English).to_owned(), label.get(Language::French).to_owned())
}
