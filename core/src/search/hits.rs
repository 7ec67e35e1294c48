//! The hits of a page, made of records and of what matched in them.

use std::borrow::Cow;

use super::evidence::{Found, FoundIn, reasons, sentence, shown};
use super::highlight::highlight;
use super::mark::Mark;
use super::marking::Marking;
use super::matches::Matches;
use super::passage::Shown;
use super::phrase::Phrase;
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
    pub(super) matches: &'a Matches<'a>,
    /// Those that are sought.
    pub(super) phrases: Vec<&'a Phrase>,
    /// True where there is no query.
    pub(super) browsing: bool,
    pub(super) reader: Language,
    pub(super) unit: OffsetUnit,
}

/// What matched in records, in one language, by number.
struct Known<'a> {
    plan: &'a Plan,
    marking: Marking<'a>,
    /// Ascending.
    records: Vec<u32>,
    found: FoundIn,
    /// What is marked in each.
    marks: Vec<Vec<Mark>>,
}

impl Known<'_> {
    /// What matched in a record, and what is marked in it; `None` where it was not looked for.
    fn of(&self, record: u32) -> Option<(&[Found], &[Mark])> {
        let at = self.records.binary_search(&record).ok()?;
        Some((self.found.get(at), self.marks.get(at)?))
    }
}

impl<'a> Hits<'a> {
    /// The hits of a page, in order.
    pub(super) fn of(&self, page: &[Scored]) -> Result<Vec<Hit>, Error> {
        let [english, french] = self.plans;
        let known = [self.known(page, english, french)?, self.known(page, french, english)?];
        let mut hits = Vec::with_capacity(page.len());
        page.iter().try_for_each(|scored| self.add(scored, &known, &mut hits))?;
        Ok(hits)
    }

    /// What matched in the records of a page that are shown in the language of `plan`. All at once: so each list of the index is
    /// opened once. `other`: the plan in the other language.
    fn known(&self, page: &[Scored], plan: &'a Plan, other: &Plan) -> Result<Known<'a>, Error> {
        let is_shown = |scored: &&Scored| [scored.language, self.reader].contains(&plan.language);
        let mut records: Vec<u32> = page.iter().filter(is_shown).map(|scored| scored.record).collect();
        records.sort_unstable();
        let found = shown(plan, self.index, &records);
        let marking = Marking::new(plan, other, &self.phrases, self.matches, self.index);
        let marks = marking.marks(&records, &found, self.catalogue, self.index)?;
        Ok(Known { plan, marking, records, found, marks })
    }

    /// Adds a hit to those before it: as large as it is, it is written but once.
    fn add(&self, scored: &Scored, known: &[Known<'_>; 2], hits: &mut Vec<Hit>) -> Result<(), Error> {
        let (reader, unit) = (self.reader, self.unit);
        let Some(record) = self.index.records.get(scored.record) else { return Ok(()) };
        let evidence = |language| self.evidence(record, scored.record, language, known);
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
        let Some(title) = title.or_else(|| others?.first(Field::Title, unit)) else { return Ok(()) };
        let description = description.or_else(|| others?.first(Field::Description, unit));
        // The title is not shown twice.
        let highlights = best.rest(unit, title.language != Some(scored.language));
        let reasons = if self.browsing { Vec::new() } else { reasons(best.plan, &best.found, &best.texts) };
        let resource = record.resource(self.catalogue)?;
        let id = record.id(self.catalogue)?;
        hits.push(Hit {
            id,
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
        });
        Ok(())
    }

    /// What matched in one language's texts of a record.
    fn evidence<'k>(
        &'k self,
        record: Record,
        number: u32,
        language: Language,
        [english, french]: &'k [Known<'_>; 2],
    ) -> Result<Evidence<'k>, Error> {
        let known = if language == Language::English { english } else { french };
        let (plan, marking) = (known.plan, &known.marking);
        let (found, marks) = match known.of(number) {
            Some((found, marks)) => (Cow::Borrowed(found), Cow::Borrowed(marks)),
            None => {
                let found = shown(plan, self.index, &[number]);
                let marks = marking.marks(&[number], &found, self.catalogue, self.index)?;
                (found.get(0).to_vec().into(), marks.concat().into())
            }
        };
        // They are in the order of the texts. The title and the description come before any label.
        let last = marks.last().map_or(0, |mark| mark.text as usize);
        Ok(Evidence { plan, marking, texts: record.texts_to(self.catalogue, language, last)?, found, marks })
    }
}

/// What matched in one language's texts of a record.
struct Evidence<'a> {
    plan: &'a Plan,
    marking: &'a Marking<'a>,
    texts: Vec<FieldText<'a>>,
    found: Cow<'a, [Found]>,
    marks: Cow<'a, [Mark]>,
}

impl Evidence<'_> {
    /// What is marked in the text at a place: they are in the order of the texts.
    fn in_text(&self, place: usize) -> &[Mark] {
        let start = self.marks.partition_point(|mark| (mark.text as usize) < place);
        let end = self.marks.partition_point(|mark| mark.text as usize <= place);
        self.marks.get(start..end).unwrap_or_default()
    }

    fn is_in_text(&self, place: usize) -> bool {
        !self.in_text(place).is_empty()
    }

    /// The text at a place, marked.
    fn marked(&self, place: usize, text: &FieldText<'_>, unit: OffsetUnit) -> (Highlight, Shown) {
        highlight(text, self.plan.language, self.in_text(place), &self.marking.worths, unit)
    }

    /// The first text of `field`, marked.
    fn first(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let (place, text) = self.texts.iter().enumerate().find(|(_, text)| text.field == field)?;
        Some(self.marked(place, text, unit).0)
    }

    /// Of the texts of `field` in which something matched the one that shows most; of equals the first.
    fn matched(&self, field: Field, unit: OffsetUnit) -> Option<Highlight> {
        let texts = self.texts.iter().enumerate();
        let matched = texts.filter(|(place, text)| text.field == field && self.is_in_text(*place));
        let marked = matched.map(|(place, text)| self.marked(place, text, unit));
        let best = marked.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(highlight, _)| highlight)
    }

    /// The texts other than the description in which something matched, the weightiest field first; with or without the title.
    fn rest(&self, unit: OffsetUnit, with_title: bool) -> Vec<Highlight> {
        let mut texts: Vec<(usize, &FieldText<'_>)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(place, text)| {
                let is_another = with_title || text.field != Field::Title;
                is_another && !text.hidden && text.field != Field::Description && self.is_in_text(*place)
            })
            .collect();
        texts.sort_by(|(_, a), (_, b)| b.field.weight().0.total_cmp(&a.field.weight().0));
        texts.into_iter().map(|(place, text)| self.marked(place, text, unit).0).collect()
    }
}
