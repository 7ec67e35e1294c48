use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use super::changed_lists::ChangedLists;
use super::changed_records::ChangedRecords;
use super::field_values::{FieldValue, has_labels, key, label, values_of};
use super::{FacetField, Records};
use crate::catalogue::Catalogue;
use crate::collation::Collation;
use crate::error::Error;
use crate::model::{Level, OwnField, VocabularyName};
use crate::snapshot::{Container, Lists, ListsBuilder, SectionName, Strings, StringsBuilder, Writer};
use crate::text::{Bilingual, Language, Localized};

/// The values of one facet, and which of them each record has.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) field: FacetField,
    /// The facet's heading for readers.
    pub(crate) label: Bilingual,
    /// Those that the catalogue lists, in its order; then others by id; then those that were added since.
    pub(crate) values: Arc<Vec<ColumnValue>>,
    /// How many values the catalogue lists: see [`listed`].
    listed: usize,
    /// The place of each value among `values`, by its [`key`].
    places: Arc<HashMap<String, u32>>,
    /// For each record, the places of its values.
    of_record: ChangedLists,
    /// For each value, the records that have it.
    of_value: ChangedLists,
    /// For readers of English and of French, the place of each value in the order of labels; made when it is first asked for, since
    /// labels are compared slowly.
    label_ranks: Arc<[OnceLock<Vec<u32>>; 2]>,
}

/// A value of a facet.
#[derive(Debug, Clone)]
pub(crate) struct ColumnValue {
    pub(crate) id: String,
    pub(crate) label: Localized<String>,
    pub(crate) broader: Vec<String>,
}

impl From<FieldValue> for ColumnValue {
    fn from(FieldValue { id, label }: FieldValue) -> Self {
        ColumnValue { id, label, broader: Vec::new() }
    }
}

impl Column {
    /// Adds the sections of a facet to a snapshot: for each record its values (two); the ids of values that the catalogue does not
    /// list (two); for each value its records (two); and what the values of the third and fourth read, where their ids do not say it
    /// (two).
    pub(super) fn write(
        field: &FacetField,
        catalogue: &Catalogue,
        records: &Records,
        writer: &mut Writer<'_>,
    ) -> Result<(), Error> {
        let mut values = listed(field, catalogue);
        let listed = values.len();
        values.extend(unlisted(field, catalogue, &places(field, &values))?);
        let places = places(field, &values);
        let mut of_record = ListsBuilder::default();
        let mut of_value: Vec<Vec<u32>> = vec![Vec::new(); values.len()];
        for (number, record) in (0..).zip(records.iter()) {
            let resource = record.resource(catalogue)?;
            let given = resource.map(|resource| values_of(field, resource)).unwrap_or_default();
            let found = places_of(field, &given, &values, &places);
            for place in &found {
                of_value.get_mut(*place as usize).into_iter().for_each(|records| records.push(number));
            }
            of_record.push(found);
        }
        let mut ids = StringsBuilder::default();
        let mut labels = StringsBuilder::default();
        for value in values.iter().skip(listed) {
            ids.push(&value.id);
            let json = serde_json::to_string(&value.label);
            labels.push(&json.map_err(|error| Error::internal(&error.to_string()))?);
        }
        let mut records_of = ListsBuilder::default();
        of_value.into_iter().for_each(|records| records_of.push(records));
        let sections = of_record.finish()?.into_iter().chain(ids.finish()?).chain(records_of.finish()?);
        let labels = if has_labels(field) { Some(labels.finish()?) } else { None };
        let sections = sections.chain(labels.into_iter().flatten());
        let name = section_names(field, catalogue);
        (0..).zip(sections).for_each(|(number, bytes)| writer.add(name(number), bytes));
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
        let name = section_names(&field, catalogue);
        let section = |number: u8| container.section(name(number));
        let of_record = Lists::new(section(0)?, section(1)?)?;
        let ids = Strings::new(section(2)?, section(3)?)?;
        let of_value = Lists::new(section(4)?, section(5)?)?;
        let mut values = listed(&field, catalogue);
        let listed = values.len();
        if has_labels(&field) {
            let labels = Strings::new(section(6)?, section(7)?)?;
            for place in 0..ids.len() {
                let label = serde_json::from_str(labels.get(place));
                let label =
                    label.map_err(|_| section(7).map_or_else(|error| error, |labels| labels.damaged(0)))?;
                values.push(ColumnValue { id: ids.get(place).to_owned(), label, broader: Vec::new() });
            }
        } else {
            let ids = (0..ids.len()).map(|place| ids.get(place).to_owned());
            values.extend(ids.map(|id| ColumnValue { label: label(&field, &id), id, broader: Vec::new() }));
        }
        let heading = declared(&field, catalogue).map_or_else(|| field.label(), OwnField::heading);
        Ok(Column {
            label: heading,
            listed,
            places: Arc::new(places(&field, &values)),
            values: Arc::new(values),
            of_record: ChangedLists::new(of_record),
            of_value: ChangedLists::new(of_value),
            label_ranks: Arc::default(),
            field,
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
            let given = changed.resource(*record)?.map(|resource| values_of(&self.field, resource));
            let given = given.unwrap_or_default();
            column.add_values(&given);
            let after = places_of(&self.field, &given, &column.values, &column.places);
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
            column.read_again(value, changed)?;
        }
        if !Arc::ptr_eq(&self.values, &column.values) {
            column.label_ranks = Arc::default();
        }
        Ok(column)
    }

    /// Adds the values that the catalogue does not list and that no record had.
    fn add_values(&mut self, given: &[FieldValue]) {
        if self.vocabulary().is_some() {
            return;
        }
        for value in given {
            let key = key(&self.field, &value.id);
            if !self.places.contains_key(&*key) {
                let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
                let value =
                    ColumnValue { id: value.id.clone(), label: value.label.clone(), broader: Vec::new() };
                Arc::make_mut(&mut self.values).push(value);
                Arc::make_mut(&mut self.places).insert(key.into_owned(), place);
            }
        }
    }

    /// Takes the id and label of a value from the first record that has it, as building does.
    fn read_again(&mut self, place: u32, changed: ChangedRecords<'_>) -> Result<(), Error> {
        let is_read = has_labels(&self.field) && place as usize >= self.listed;
        let Some(first) = self.records_of(place).next().filter(|_| is_read) else { return Ok(()) };
        let given = changed.resource(first)?.map(|resource| values_of(&self.field, resource));
        let is_it = |value: &FieldValue| self.places.get(&*key(&self.field, &value.id)) == Some(&place);
        let Some(read) = given.into_iter().flatten().find(is_it) else { return Ok(()) };
        let known = self.values.get(place as usize);
        if known.is_some_and(|known| known.id != read.id || known.label != read.label)
            && let Some(value) = Arc::make_mut(&mut self.values).get_mut(place as usize)
        {
            *value = read.into();
        }
        Ok(())
    }

    /// The vocabulary whose concepts are the values, whether a record has them or not.
    pub(crate) fn vocabulary(&self) -> Option<VocabularyName> {
        self.field.vocabulary()
    }

    /// The place of the value with this id; `None` for one that the catalogue does not list and that no record has.
    pub(crate) fn place(&self, id: &str) -> Option<u32> {
        self.places.get(&*key(&self.field, id)).copied().filter(|place| self.is_known(*place))
    }

    /// True for a value that the catalogue lists or that a record has: the last record that had it may have changed.
    pub(crate) fn is_known(&self, place: u32) -> bool {
        (place as usize) < self.listed || self.record_count_of(place) > 0
    }

    /// The records that have the value at a place.
    pub(crate) fn records_of(&self, value: u32) -> impl Iterator<Item = u32> {
        self.of_value.get(value as usize)
    }

    /// How many records have the value at a place.
    pub(crate) fn record_count_of(&self, value: u32) -> usize {
        self.of_value.length(value as usize)
    }

    /// The order of two values, by their places: that in which the catalogue lists them, then by id, numbers ascending and before
    /// texts.
    pub(crate) fn compare(&self, a: u32, b: u32) -> Ordering {
        if (a.min(b) as usize) < self.listed {
            return a.cmp(&b);
        }
        let [one, other] =
            [a, b].map(|place| self.values.get(place as usize).map_or("", |value| value.id.as_str()));
        let by_number = match (one.parse::<f64>(), other.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other),
            (one, other) => one.is_err().cmp(&other.is_err()),
        };
        by_number.then_with(|| one.cmp(other))
    }

    /// For each value, by its place, where it stands among all in the dictionary order of labels, as a reader reads them; those that read
    /// alike in the order of [`compare`](Column::compare).
    pub(crate) fn label_ranks(&self, reader: Language) -> &[u32] {
        let [english, french] = &*self.label_ranks;
        let ranks = if reader == Language::English { english } else { french };
        ranks.get_or_init(|| {
            let order = Collation::new(reader);
            let label = |place: &u32| {
                let label = self.values.get(*place as usize).and_then(|value| value.label.read(reader));
                label.map_or("", |text| text.value.as_str())
            };
            let mut places: Vec<u32> = (0..).zip(self.values.iter()).map(|(place, _)| place).collect();
            places.sort_unstable_by(|a, b| {
                order.compare(label(a), label(b)).then_with(|| self.compare(*a, *b))
            });
            let mut ranks = vec![0; places.len()];
            for (rank, place) in (0..).zip(places) {
                ranks.get_mut(place as usize).into_iter().for_each(|slot| *slot = rank);
            }
            ranks
        })
    }

    /// The places of the values `record` has.
    pub(crate) fn values_of(&self, record: u32) -> impl Iterator<Item = u32> {
        self.of_record.get(record as usize)
    }
}

/// What a catalogue says of a field of its own.
fn declared<'a>(field: &FacetField, catalogue: &'a Catalogue) -> Option<&'a OwnField> {
    let FacetField::Own(id) = field else { return None };
    catalogue.about().fields.iter().find(|field| field.id == *id)
}

/// The names of a facet's sections, by their numbers.
fn section_names(field: &FacetField, catalogue: &Catalogue) -> impl Fn(u8) -> SectionName + use<> {
    let place = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
    let own =
        catalogue.about().fields.iter().position(|own| matches!(field, FacetField::Own(id) if own.id == *id));
    let [first, second, third] = match (field.place(), own.map(place)) {
        (Some(built_in), _) => [b'f', b'c', b'a'.saturating_add(place(built_in))],
        (None, own) => {
            let own = own.unwrap_or(0);
            [b'o', b'0' + own / 10 % 10, b'0' + own % 10]
        }
    };
    move |number| SectionName::new([first, second, third, b'0' + number])
}

/// The values whose order is given: the concepts of a vocabulary, the levels, what is declared of a field of the catalogue's own.
fn listed(field: &FacetField, catalogue: &Catalogue) -> Vec<ColumnValue> {
    if let Some(name) = field.vocabulary() {
        let concepts = catalogue.vocabulary(name).concepts.iter();
        return concepts
            .map(|concept| ColumnValue {
                id: concept.id.clone(),
                label: concept.label.clone(),
                broader: concept.broader.clone(),
            })
            .collect();
    }
    if *field == FacetField::Level {
        let ids = Level::ALL.map(|level| level.as_str().to_owned());
        return ids.map(|id| ColumnValue { label: label(field, &id), id, broader: Vec::new() }).into();
    }
    let values = declared(field, catalogue).into_iter().flat_map(|field| &field.values);
    values
        .map(|value| ColumnValue { id: value.id.clone(), label: value.label.clone(), broader: Vec::new() })
        .collect()
}

/// The values that resources have and the catalogue does not list, by id, each as the first resource has it; `listed`: the places of those
/// that it lists.
fn unlisted(
    field: &FacetField,
    catalogue: &Catalogue,
    listed: &HashMap<String, u32>,
) -> Result<Vec<ColumnValue>, Error> {
    if field.vocabulary().is_some() {
        return Ok(Vec::new());
    }
    let mut found: HashMap<String, ColumnValue> = HashMap::new();
    for resource in catalogue.resources().scan() {
        for value in values_of(field, &*resource?) {
            let key = key(field, &value.id);
            if !listed.contains_key(&*key) && !found.contains_key(&*key) {
                found.insert(key.into_owned(), value.into());
            }
        }
    }
    let mut values: Vec<ColumnValue> = found.into_values().collect();
    values.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    Ok(values)
}

fn places(field: &FacetField, values: &[ColumnValue]) -> HashMap<String, u32> {
    (0..).zip(values).map(|(place, value)| (key(field, &value.id).into_owned(), place)).collect()
}

/// The places of a resource's values, ascending, with those of its broader topics.
fn places_of(
    field: &FacetField,
    given: &[FieldValue],
    values: &[ColumnValue],
    places: &HashMap<String, u32>,
) -> Vec<u32> {
    let place = |value: &FieldValue| places.get(&*key(field, &value.id)).copied();
    let mut found: Vec<u32> = given.iter().filter_map(place).collect();
    if *field == FacetField::Topic {
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
