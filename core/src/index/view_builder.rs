//! Writes the sections of one language's view.

use std::cmp::Reverse;

use super::build::{Steps, Stopped};
use super::collected::{Collected, CollectedWords};
use super::dictionary::Dictionary;
use super::key_occurrences::{KeyForm, KeyOccurrences};
use super::postings::PostingsBuilder;
use super::statistics::{Statistics, counts};
use super::view::ViewPart;
use super::{Occurrence, RecordSet, Records, idf};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::parallel;
use crate::snapshot::{ListsBuilder, StringsBuilder, Writer, bytes_of, packed};
use crate::text::Language;

/// Adds the sections of the view of `language` to `writer`.
///
/// # Errors
/// `InvalidSnapshot` where a resource lies in a snapshot and is not as it was written; `InvalidCatalogue` for more words than
/// can be counted.
pub(super) fn write(
    catalogue: &Catalogue,
    records: &Records,
    language: Language,
    steps: &Steps<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), Stopped> {
    let parts = parallel::in_parts(steps.threads_of_part(), records.len(), |numbers| {
        let mut collected = Collected::new(language);
        let first = numbers.start as u32;
        steps.each(records.iter().skip(numbers.start).take(numbers.len()), |number, record| {
            collected.record(first + number, &record.texts(catalogue, language)?);
            Ok::<(), Stopped>(())
        })?;
        Ok::<CollectedWords, Stopped>(collected.words)
    });
    let mut words = CollectedWords::default();
    for part in parts {
        words.append(part?);
    }
    Ok(write_words(words, language, writer)?)
}

fn write_words(mut words: CollectedWords, language: Language, writer: &mut Writer<'_>) -> Result<(), Error> {
    let title_keys = std::mem::take(&mut words.title_keys);
    let counts = counts(words.record_count, &words.lengths);
    let statistics = Statistics::from_counts(&counts);
    let keys = sorted(words.keys.iter().zip(0_usize..));
    let folded = sorted(words.words.iter().zip(&words.keys_of_words));
    let mut numbers: Vec<u32> = vec![0; keys.len()];
    for ((_, met), number) in keys.iter().zip(0..) {
        numbers.get_mut(*met).into_iter().for_each(|slot| *slot = number);
    }
    let mut occurrences = std::mem::take(&mut words.occurrences);

    let mut postings = PostingsBuilder::default();
    let weight = |record: u32, occurrence: &Occurrence| {
        let lengths = words.lengths.get(record as usize);
        let length = |at: usize| lengths.and_then(|lengths| lengths.get(at)).copied().unwrap_or(0);
        statistics.field_weight(length, occurrence.field)
    };
    let mut forms = FormsBuilder::default();
    let mut rarities: Vec<f64> = Vec::with_capacity(keys.len());
    for (_, met) in &keys {
        // What is written is let go.
        let of_key = occurrences.get_mut(*met).map(std::mem::take).unwrap_or_default();
        let first_form = forms.next;
        let numbers = forms.number(&of_key)?;
        postings.push(of_key.numbered(&numbers), first_form, weight)?;
        rarities.push(idf(statistics.record_count, of_key.records()));
    }
    drop(occurrences);
    let mut word_keys = ListsBuilder::default();
    for (_, of_word) in &folded {
        word_keys.push(of_word.iter().filter_map(|met| numbers.get(*met as usize).copied()));
    }
    let (title_keys, title_rarities) = titles(title_keys, &numbers, &rarities);
    let titled = (0..).zip(&words.lengths).filter(|(_, [title, ..])| *title > 0).map(|(record, _)| record);
    let titled = RecordSet::of(words.lengths.len(), titled);

    let mut add = |part: ViewPart, sections: Vec<Vec<u8>>| {
        let numbered = (0..).zip(sections);
        numbered.for_each(|(number, bytes)| writer.add(part.name(language, number), bytes));
    };
    add(ViewPart::Statistics, vec![bytes_of(counts)]);
    add(ViewPart::Keys, Dictionary::sections(keys.iter().map(|(key, _)| *key))?.into());
    add(ViewPart::Postings, postings.finish().into());
    add(ViewPart::Words, Dictionary::sections(folded.iter().map(|(word, _)| *word))?.into());
    add(ViewPart::WordKeys, word_keys.finish()?.into());
    add(ViewPart::Forms, forms.strings.finish()?.into());
    add(ViewPart::Titled, vec![bytes_of(titled.words().iter().copied())]);
    add(ViewPart::Lengths, vec![packed(words.lengths.as_flattened())]);
    add(ViewPart::TitleKeys, title_keys.finish()?.into());
    add(ViewPart::TitleRarities, vec![bytes_of(title_rarities)]);
    Ok(())
}

/// Numbers the forms anew, key by key, the most common of each first, so that an occurrence names one in few bits. A form of
/// two keys has two numbers.
#[derive(Default)]
struct FormsBuilder {
    strings: StringsBuilder,
    /// The number of the next form.
    next: u32,
}

impl FormsBuilder {
    /// The numbers of the forms of the next key.
    fn number(&mut self, key: &KeyOccurrences) -> Result<Vec<u32>, Error> {
        let mut common: Vec<(usize, (&KeyForm, u32))> = key.counted_forms().enumerate().collect();
        common.sort_by_key(|(_, (_, count))| Reverse(*count));
        let mut numbers = vec![0; common.len()];
        for (place, (KeyForm { form, folded, .. }, _)) in common {
            self.strings.push(form);
            self.strings.push(if folded == form { "" } else { folded });
            numbers.get_mut(place).into_iter().for_each(|slot| *slot = self.next);
            self.next = self.next.checked_add(1).ok_or_else(Error::too_large)?;
        }
        Ok(numbers)
    }
}

/// Texts, each with something, in the order of the texts. By their first bytes as a number, which tells nearly all of them
/// apart without a look at where they lie.
fn sorted<'w, T>(texts: impl Iterator<Item = (&'w str, T)>) -> Vec<(&'w str, T)> {
    let mut entries: Vec<(u64, &str, T)> =
        texts.map(|(text, with)| (first_bytes(text), text, with)).collect();
    entries
        .sort_unstable_by(|(first, text, _), (other, than, _)| first.cmp(other).then_with(|| text.cmp(than)));
    entries.into_iter().map(|(_, text, with)| (text, with)).collect()
}

/// The first eight bytes of a text, zeros after its end: in the order of the texts, but where they are the same.
fn first_bytes(text: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(text.as_bytes()).for_each(|(slot, byte)| *slot = *byte);
    u64::from_be_bytes(first)
}

/// For each record the keys of the words of its title that count, in order, and their rarities added up. `met`: these keys, in the
/// order in which they were met; `numbers`: the number of each such key; `rarities`: by number.
fn titles(met: Vec<Vec<u32>>, numbers: &[u32], rarities: &[f64]) -> (ListsBuilder, Vec<f32>) {
    let (mut lists, mut sums) = (ListsBuilder::default(), Vec::with_capacity(met.len()));
    for mut keys in met {
        keys.iter_mut().for_each(|key| *key = numbers.get(*key as usize).copied().unwrap_or(0));
        keys.sort_unstable();
        let rarities = keys.iter().filter_map(|key| rarities.get(*key as usize));
        sums.push(rarities.fold(0.0, |sum: f64, rarity| sum + rarity) as f32);
        lists.push(keys);
    }
    (lists, sums)
}
