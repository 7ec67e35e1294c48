//! The keywords of a record: those of its words that tell most of it. As in `MoreLikeThis` of Apache Lucene, a word tells the more, the
//! more often a record has it and the fewer others do; here an occurrence counts what it counts in a search, so more in a title.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::super::known_words::Translations;
use super::super::matches::saturated_part;
use super::super::other_words::translated;
use super::super::plan::{Alternative, How, Plan, Unit, worth};
use crate::analysis::{Form, Rule, Token, analyze};
use crate::error::Error;
use crate::index::{Field, FieldText, Record, RecordType, View, idf};
use crate::lexicon::LexiconSources;
use crate::model::{VocabularyName, language_name};
use crate::search::Searcher;
use crate::text::{Language, Span};

/// In how many records a word must be: in another one too.
const FEWEST_RECORDS: usize = 2;

/// A word of a record.
struct Word {
    /// As it is written first, or first in small letters.
    text: String,
    /// Those with distinct stems.
    forms: Vec<Form>,
    /// How often it occurs, weighed by field.
    frequency: f64,
    /// What it counts, beside other words.
    worth: f64,
    /// How much it tells of the record.
    telling: f64,
}

impl Word {
    fn of(token: &Token) -> Self {
        let forms = token.distinct_forms().cloned().collect();
        Word { text: written(token).to_owned(), forms, frequency: 0.0, worth: worth(token), telling: 0.0 }
    }

    /// Takes note of how an occurrence is written.
    fn see(&mut self, token: &Token) {
        let is_small = |text: &str| !text.chars().any(char::is_uppercase);
        if !is_small(&self.text) && is_small(&token.text) {
            written(token).clone_into(&mut self.text);
        }
    }
}

/// A token as written, without the ending of a possessive.
fn written(token: &Token) -> &str {
    let is_possessive = token.rules.contains(&Rule::Possessive);
    let before = token.text.split(['’', '\'']).next().filter(|_| is_possessive);
    before.unwrap_or(&token.text)
}

/// The keywords of a record as plans, in each language at most `most`: words of its texts in that language or, where it has none,
/// translations of those in the other.
pub(super) fn plans(
    record: Record,
    number: u32,
    most: usize,
    searcher: &Searcher,
) -> Result<[Plan; 2], Error> {
    let mut plans = Language::ALL.map(|language| Plan { language, units: Vec::new() });
    let [english, french] = Language::ALL.map(|language| record.texts(&searcher.catalogue, language));
    let [english, french] = [english?, french?];
    let mut place = 0;
    for (language, texts, others) in
        [(Language::English, &english, &french), (Language::French, &french, &english)]
    {
        let words = words(texts, language, record, number, searcher)?;
        let only = !others.iter().any(is_told);
        for plan in &mut plans {
            if plan.language == language {
                plan.units.extend(units(&words, place, most, |word| own(word, language, searcher)));
            } else if only {
                plan.units.extend(units(&words, place, most, |word| foreign(word, language, searcher)));
            }
        }
        place += words.len();
    }
    Ok(plans)
}

/// True for a text that is about the record itself, as labels are not.
fn is_told(text: &FieldText<'_>) -> bool {
    matches!(text.field, Field::Title | Field::Subtitle | Field::Description | Field::Body)
}

/// The words of a record's texts in a language, those that tell most first.
fn words(
    texts: &[FieldText<'_>],
    language: Language,
    record: Record,
    number: u32,
    searcher: &Searcher,
) -> Result<Vec<Word>, Error> {
    let view = searcher.index.view(language);
    let on_card = on_card(texts, language, record, searcher)?;
    let mut words: HashMap<String, Word> = HashMap::new();
    for text in texts.iter().filter(|text| is_told(text)) {
        let weight = view.field_weight(number, text.field);
        for token in analyze(&text.text, language).tokens {
            let is_word = token.text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some();
            let Some(form) = token.forms.first().filter(|_| is_word && token.is_content()) else { continue };
            if on_card.contains(&form.stem) {
                continue;
            }
            let word = words.entry(form.stem.clone()).or_insert_with(|| Word::of(&token));
            word.frequency += weight;
            word.see(&token);
        }
    }
    for (stem, word) in &mut words {
        if let Some(key) = view.key(stem) {
            let rarity = view.rarity(key);
            word.worth *=
                saturated_part(word.frequency) * as_on_pages(record, key, rarity, language, searcher);
            word.telling = word.worth * rarity;
        }
    }
    let mut words: Vec<(String, Word)> = words.into_iter().collect();
    // Whole millionths: the same on every machine.
    words.sort_by_cached_key(|(stem, word)| (Reverse((word.telling * 1e6) as u64), stem.clone()));
    Ok(words.into_iter().map(|(_, word)| word).collect())
}

/// The stems of what a record is, beside what it is about: its kind and the languages it can be read in. *Infographie en anglais* tells of no
/// subject.
fn on_card(
    texts: &[FieldText<'_>],
    language: Language,
    record: Record,
    searcher: &Searcher,
) -> Result<HashSet<String>, Error> {
    let is_kind = |text: &&FieldText<'_>| text.concept.is_some_and(|(name, _)| name == VocabularyName::Kinds);
    let kinds = texts.iter().filter(is_kind).map(|text| text.text.to_string());
    let resource = record.resource(&searcher.catalogue)?;
    let tags = resource.into_iter().flat_map(|resource| &resource.languages);
    let names = tags.filter_map(|tag| language_name(tag.primary()));
    let names = names.map(|name| name.get(language).to_owned());
    let tokens = kinds.chain(names).flat_map(|text| analyze(&text, language).tokens);
    Ok(tokens.flat_map(|token| token.forms).map(|form| form.stem).collect())
}

/// What of its rarity a word of a page has among pages, from 0 to 1; 1 for a word of any other record. Pages are prose: a word that is rare in
/// descriptions, *not* and *ask*, need not tell one page from the others.
fn as_on_pages(record: Record, key: usize, rarity: f64, language: Language, searcher: &Searcher) -> f64 {
    if record.record_type != RecordType::Page || rarity <= 0.0 {
        return 1.0;
    }
    let pages = searcher.catalogue.pages().len();
    let postings = searcher.index.view(language).postings(key);
    let (mut place, numbers) = (0, 0..u32::try_from(pages).unwrap_or(u32::MAX));
    let having = numbers.filter(|page| postings.frequency(*page, &mut place).is_some()).count();
    (idf(pages, having) / rarity).min(1.0)
}

/// The first of `words` that have alternatives, as units; `place`: that of the first word among those of both languages.
fn units(
    words: &[Word],
    place: usize,
    most: usize,
    alternatives: impl Fn(&Word) -> Vec<Alternative>,
) -> Vec<Unit> {
    let units = (place..).zip(words).filter_map(|(place, word)| {
        let alternatives = alternatives(word);
        (!alternatives.is_empty()).then(|| Unit {
            text: word.text.clone(),
            span: Span::new(place, place + 1),
            alternatives,
            joined: false,
            instead: false,
            worth: word.worth,
        })
    });
    units.take(most).collect()
}

/// A word itself, where another record has it too.
fn own(word: &Word, language: Language, searcher: &Searcher) -> Vec<Alternative> {
    let view: &View = searcher.index.view(language);
    let keys = word.forms.iter().filter_map(|form| view.key(&form.stem));
    let shared = keys.filter(|key| view.record_count_of(*key) >= FEWEST_RECORDS);
    shared.map(|key| Alternative::of(key, How::Stem(word.forms.clone()))).collect()
}

/// The translations of a word of `language`.
fn foreign(word: &Word, language: Language, searcher: &Searcher) -> Vec<Alternative> {
    let Some(form) = word.forms.first() else { return Vec::new() };
    let index = &searcher.index;
    let (known, _) = index.lexicon.of_word(&form.stem, language);
    let found = Translations::of(&known, LexiconSources::default(), index.view(language.other()));
    translated(&found, 1.0).collect()
}
