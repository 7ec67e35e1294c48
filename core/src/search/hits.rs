//! The hits of a page, made of records and of what matched in them.

use std::collections::HashMap;

use super::evidence::{Found, reasons, sentence, shown};
use super::highlight::highlight;
use super::plan::Plan;
use super::scored::Scored;
use super::{Field, Highlight, Hit};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{FieldText, Index, Record};
use crate::text::{Language, OffsetUnit};

/// What hits are made with.
pub(super) struct Hits<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) index: &'a Index,
    pub(super) plans: &'a [Plan; 2],
    /// True where there is no query.
    pub(super) browsing: bool,
    pub(super) reader: Language,
    pub(super) unit: OffsetUnit,
}

/// What matched in records, in one language, by number.
type FoundIn = HashMap<u32, Vec<Found>>;

impl<'a> Hits<'a> {
    /// The hits of a page, in order.
    pub(super) fn of(&self, page: &[Scored]) -> Result<Vec<Hit>, Error> {
        let [english, french] = self.plans;
        let mut found = [self.found(page, english), self.found(page, french)];
        page.iter().filter_map(|scored| self.hit(scored, &mut found).transpose()).collect()
    }

    /// What matched in the records of a page that are shown in the language of `plan`. All at once: so each list of the index is
    /// opened once.
    fn found(&self, page: &[Scored], plan: &Plan) -> FoundIn {
        let is_shown = |scored: &&Scored| [scored.language, self.reader].contains(&plan.language);
        let mut records: Vec<u32> = page.iter().filter(is_shown).map(|scored| scored.record).collect();
        records.sort_unstable();
        let found = shown(plan, self.index, &records);
        records.into_iter().zip(found).collect()
    }

    fn hit(&self, scored: &Scored, found: &mut [FoundIn; 2]) -> Result<Option<Hit>, Error> {
        let (reader, unit) = (self.reader, self.unit);
        let Some(record) = self.index.records.get(scored.record) else { return Ok(None) };
        let mut evidence = |language| self.evidence(record, scored.record, language, found);
        let best = evidence(scored.language)?;
        let own = if scored.language == reader { None } else { Some(evidence(reader)?) };
        let readers = own.as_ref().unwrap_or(&best);
        let title = readers.first(Field::Title, unit);
        let description =
            best.matched(Field::Description, unit).or_else(|| readers.first(Field::Description, unit));
        // The other language is looked at where it has something to show: what it takes is a third of a hit.
        let is_whole = title.is_some() && description.is_some();
        let other = if own.is_some() || is_whole { None } else { Some(evidence(reader.other())?) };
        let others = if own.is_some() { Some(&best) } else { other.as_ref() };
        let Some(title) = title.or_else(|| others?.first(Field::Title, unit)) else { return Ok(None) };
        let description = description.or_else(|| others?.first(Field::Description, unit));
        let mut highlights = best.rest(unit);
        highlights.retain(|highlight| *highlight != title);
        let reasons = if self.browsing { Vec::new() } else { reasons(best.plan, &best.found, &best.texts) };
        let resource = record.resource(self.catalogue)?;
        Ok(Some(Hit {
            id: record.id(self.catalogue)?,
            record: record.record_type,
            score: scored.score,
            language: (!self.browsing).then_some(scored.language),
            title,
            description,
            highlights,
            why: sentence(&reasons, reader),
            reasons,
            explanation: None,
            card: resource.map(|resource| self.catalogue.read_card(resource, reader)),
        }))
    }

    /// What matched in one language's texts of a record; `found`: what is known of that already, taken from there.
    fn evidence(
        &self,
        record: Record,
        number: u32,
        language: Language,
        [english, french]: &mut [FoundIn; 2],
    ) -> Result<Evidence<'a>, Error> {
        let [of_english, of_french] = self.plans;
        let (plan, known) = match language {
            Language::English => (of_english, english),
            Language::French => (of_french, french),
        };
        let found = known.remove(&number);
        Ok(Evidence {
            plan,
            texts: record.texts(self.catalogue, language)?,
            found: found
                .unwrap_or_else(|| shown(plan, self.index, &[number]).into_iter().flatten().collect()),
        })
    }
}

/// What matched in one language's texts of a record.
struct Evidence<'a> {
    plan: &'a Plan,
    texts: Vec<FieldText<'a>>,
    found: Vec<Found>,
}

impl Evidence<'_> {
    fn in_text(&self, place: usize) -> Vec<&Found> {
        self.found.iter().filter(|found| found.occurrence.text as usize == place).collect()
    }

    fn is_in_text(&self, place: usize) -> bool {
        self.found.iter().any(|found| found.occurrence.text as usize == place)
    }

    /// The first text of `field`, marked.
    fn first(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let (place, text) = self.texts.iter().enumerate().find(|(_, text)| text.field == field)?;
        Some(highlight(text, self.plan.language, &self.in_text(place), unit))
    }

    /// The first text of `field` in which something matched.
    fn matched(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let mut texts = self.texts.iter().enumerate();
        let (place, text) = texts.find(|(place, text)| text.field == field && self.is_in_text(*place))?;
        Some(highlight(text, self.plan.language, &self.in_text(place), unit))
    }

    /// The texts other than the description in which something matched, the weightiest field first.
    fn rest(&self, unit: OffsetUnit) -> Vec<Highlight> {
        let mut texts: Vec<(usize, &FieldText<'_>)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(place, text)| {
                !text.hidden && text.field != Field::Description && self.is_in_text(*place)
            })
            .collect();
        texts.sort_by(|(_, a), (_, b)| b.field.weight().0.total_cmp(&a.field.weight().0));
        texts
            .into_iter()
            .map(|(place, text)| highlight(text, self.plan.language, &self.in_text(place), unit))
            .collect()
    }
}
