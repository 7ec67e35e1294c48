//! From pairs of terms to the sections of a table.

use super::TranslationSource;
use super::rows::Rows;
use super::table::{SECTIONS, name};
use super::term_map::TermMap;
use crate::error::Error;
use crate::interner::Interner;
use crate::snapshot::{ListsBuilder, Writer, bytes_of, packed};
use crate::text::Language;

/// A pair of terms by their numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) english: u32,
    pub(super) french: u32,
    /// The probability of the French term given the English one; 0 where it is no translation in this direction.
    pub(super) french_given_english: f32,
    /// The probability of the English term given the French one; 0 where it is no translation in this direction.
    pub(super) english_given_french: f32,
    pub(super) source: TranslationSource,
}

/// What becomes a [`Table`](super::table::Table).
#[derive(Debug, Default)]
pub(super) struct TableBuilder {
    english: Interner,
    french: Interner,
    pairs: Vec<Pair>,
    passages: [Vec<(u32, u32)>; 2],
}

/// A translation of a term.
#[derive(Debug, Clone, Copy)]
struct Target {
    /// The place of the translation among the terms of its language.
    term: u32,
    probability: f32,
    source: TranslationSource,
}

/// The terms of a language in their order.
struct Sorted<'w> {
    terms: Vec<&'w str>,
    /// The place of each by the number it had.
    places: Vec<u32>,
}

impl TableBuilder {
    /// The number of a term of `language`, a new one for a term not met before.
    pub(super) fn number(&mut self, term: &str, language: Language) -> u32 {
        match language {
            Language::English => self.english.number(term),
            Language::French => self.french.number(term),
        }
    }

    /// Adds a pair. Of one that is there already, each direction keeps its most probable.
    pub(super) fn add(&mut self, pair: Pair) {
        self.pairs.push(pair);
    }

    /// Says in how many passages the words of a pair were when it was learned.
    pub(super) fn set_passages(&mut self, english: (u32, u32), french: (u32, u32)) {
        let [of_english, of_french] = &mut self.passages;
        of_english.push(english);
        of_french.push(french);
    }

    /// Adds the table to a snapshot.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more terms than can be counted.
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Result<(), Error> {
        let (english, french) = (Sorted::of(&self.english), Sorted::of(&self.french));
        let [of_english, of_french] = &self.passages;
        let to_french = self.pairs.iter().map(|pair| {
            let Pair { french_given_english: probability, source, .. } = *pair;
            (english.place(pair.english), Target { term: french.place(pair.french), probability, source })
        });
        let to_english = self.pairs.iter().map(|pair| {
            let Pair { english_given_french: probability, source, .. } = *pair;
            (french.place(pair.french), Target { term: english.place(pair.english), probability, source })
        });
        write_side(Language::English, &english, &targets(to_french, &english), of_english, writer)?;
        write_side(Language::French, &french, &targets(to_english, &french), of_french, writer)
    }
}

impl<'w> Sorted<'w> {
    fn of(words: &'w Interner) -> Self {
        let mut numbers: Vec<u32> = (0..words.len() as u32).collect();
        numbers.sort_unstable_by(|a, b| words.get(*a).cmp(words.get(*b)));
        let mut places = vec![0; numbers.len()];
        for (place, number) in (0..).zip(&numbers) {
            places.get_mut(*number as usize).into_iter().for_each(|slot| *slot = place);
        }
        Sorted { terms: numbers.iter().map(|number| words.get(*number)).collect(), places }
    }

    fn place(&self, number: u32) -> u32 {
        self.places.get(number as usize).copied().unwrap_or(u32::MAX)
    }

    fn len(&self) -> u32 {
        u32::try_from(self.terms.len()).unwrap_or(u32::MAX)
    }
}

/// The translations of each term of one side, the most probable first, from pairs of a term and its translation.
fn targets(pairs: impl Iterator<Item = (u32, Target)> + Clone, terms: &Sorted<'_>) -> Rows<Target> {
    let pairs = Rows::grouped(pairs.filter(|(_, target)| target.probability > 0.0), terms.len());
    let mut rows = Rows::default();
    let mut row: Vec<Target> = Vec::new();
    for pairs in pairs.iter() {
        for target in pairs {
            match row.iter_mut().find(|known| known.term == target.term) {
                Some(known) if known.probability >= target.probability => {}
                Some(known) => *known = *target,
                None => row.push(*target),
            }
        }
        row.sort_unstable_by(|a, b| b.probability.total_cmp(&a.probability).then(a.term.cmp(&b.term)));
        rows.push(row.drain(..).map(|target| Target { probability: target.probability.min(1.0), ..target }));
    }
    rows
}

fn write_side(
    language: Language,
    terms: &Sorted<'_>,
    targets: &Rows<Target>,
    passages: &[(u32, u32)],
    writer: &mut Writer<'_>,
) -> Result<(), Error> {
    let mut lists = ListsBuilder::default();
    targets.iter().for_each(|row| lists.push(row.iter().map(|target| target.term)));
    let probabilities = bytes_of(targets.values().iter().map(|target| target.probability));
    let sources = targets.values().iter().map(|target| target.source as u8).collect();
    let [ends, joined, transducer] = TermMap::sections(&terms.terms)?;
    let [list_ends, translations] = lists.finish()?;
    let sections: [Vec<u8>; SECTIONS as usize] = [
        ends,
        joined,
        transducer,
        list_ends,
        translations,
        probabilities,
        sources,
        packed(&spread(terms, passages)),
    ];
    (0..).zip(sections).for_each(|(number, bytes)| writer.add(name(language, number), bytes));
    Ok(())
}

/// The numbers of passages by place, up to the last term that has any.
fn spread(terms: &Sorted<'_>, numbers: &[(u32, u32)]) -> Vec<u32> {
    let mut all = vec![0; terms.terms.len()];
    for (term, number) in numbers {
        all.get_mut(terms.place(*term) as usize).into_iter().for_each(|slot| *slot = *number);
    }
    all.truncate(all.iter().rposition(|number| *number > 0).map_or(0, |last| last + 1));
    all
}
