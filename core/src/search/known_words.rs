//! What the index and its lexicon know of a word: looked up once, then recalled.
//!
//! Everything here follows from the word and the index alone, so that a search is the same whether a word was asked for before or
//! not. What a request weighs, it weighs anew.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use super::memo::{Memo, Recalled};
use crate::analysis::{Analysis, Form, Token, analyze_with, tokens_of_run};
use crate::index::{Index, PostingList, RecordSet, View};
use crate::lexicon::{Known, LexiconSources, TranslationSource};
use crate::query_language::{
    LanguageDistribution, LanguageModel, QueryLanguage, RecordCounts, Vocabulary, Word, WordKind,
};
use crate::text::Language;

/// How many words of each kind are kept: some megabytes at most.
const ROOM: usize = 8192;

/// How many sets of records are kept, and how many bytes of them, at most.
const MOST_SETS: usize = 1024;
const MOST_BYTES_OF_SETS: usize = 8 << 20;

/// Of how many records one must have a word for the set of those to be kept: a set then takes no more than the word's postings.
const DENSE: usize = 32;

/// The words that queries had.
#[derive(Debug)]
pub(super) struct KnownWords {
    /// Runs of text as they were analysed: the same whatever the index.
    readings: Arc<Memo<Reading>>,
    words: Memo<KnownWord>,
    languages: Memo<LanguageOfWord>,
    sets: Memo<KnownSet>,
}

/// The tokens of a run of text without blanks.
struct Reading {
    run: Box<str>,
    language: Language,
    tokens: Box<[Token]>,
}

/// The log-odds of a word of a query.
struct LanguageOfWord {
    text: Box<str>,
    kind: WordKind,
    log_odds: f64,
}

/// The records that have a key.
pub(super) struct KnownSet {
    key: usize,
    language: Language,
    records: RecordSet,
}

/// What is known of a word of one language. Each part is looked up when it is first asked for.
pub(super) struct KnownWord {
    folded: Box<str>,
    stem: Box<str>,
    language: Language,
    /// Where synonyms and translations are from.
    sources: LexiconSources,
    key: OnceLock<Option<usize>>,
    synonyms: OnceLock<Box<[Synonym]>>,
    family: OnceLock<Box<[(usize, f64)]>>,
    translations: OnceLock<Translations>,
}

/// A word of the index that has the same translations as another.
pub(super) struct Synonym {
    pub(super) key: usize,
    pub(super) probability: f64,
    /// True where one of the two begins with the other.
    pub(super) alike: bool,
}

/// What a word or term translates into.
pub(super) struct Translations {
    /// How probable all translations are together, also those that the index does not have.
    pub(super) known: f64,
    /// Those of the sources asked for that the index has, the most probable first.
    pub(super) found: Box<[Translation]>,
    /// True where the lexicon has terms of several words of which this is the first.
    pub(super) begins_term: bool,
}

/// A translation whose words the index has.
pub(super) struct Translation {
    pub(super) key: usize,
    /// The keys of its other words.
    pub(super) with: Box<[usize]>,
    pub(super) probability: f64,
    pub(super) source: TranslationSource,
}

fn hash(word: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

impl KnownWords {
    /// Those of an index, of which nothing was asked yet.
    pub(super) fn new(index: &Index) -> Self {
        KnownWords::with_room(ROOM, index)
    }

    /// As [`new`](KnownWords::new), with room for so many words.
    pub(super) fn with_room(room: usize, index: &Index) -> Self {
        let bytes = index.records.len().div_ceil(8).max(1);
        KnownWords {
            readings: Arc::new(Memo::with_room(room)),
            words: Memo::with_room(room),
            languages: Memo::with_room(room),
            sets: Memo::with_room((MOST_BYTES_OF_SETS / bytes).min(MOST_SETS).min(room)),
        }
    }

    /// Those of an index in which records were changed: what does not depend on it stays known.
    pub(super) fn of_changed(&self, index: &Index) -> Self {
        KnownWords { readings: Arc::clone(&self.readings), ..KnownWords::new(index) }
    }

    /// The set of the records of `list`, which is that of a key; `None` where they are so few that they are read as fast from the
    /// list.
    pub(super) fn set(
        &self,
        key: usize,
        language: Language,
        list: PostingList<'_>,
        index: &Index,
    ) -> Option<Recalled<'_, KnownSet>> {
        let records = index.records.len();
        (list.len().saturating_mul(DENSE) >= records).then(|| {
            self.sets.recall(
                hash((key, language)),
                |kept| (kept.key, kept.language) == (key, language),
                || {
                    let mut set = RecordSet::none(records);
                    list.add_to(&mut set, None);
                    KnownSet { key, language, records: set }
                },
            )
        })
    }

    /// As [`analyze`](crate::analysis::analyze).
    pub(super) fn analyze(&self, text: &str, language: Language) -> Analysis {
        analyze_with(text, language, |run| {
            let reading = self.readings.recall(
                hash((run, language)),
                |reading| *reading.run == *run && reading.language == language,
                || Reading { run: run.into(), language, tokens: tokens_of_run(run, language).into() },
            );
            reading.tokens.to_vec()
        })
    }

    /// What is known of a word of `language`; synonyms and translations are those of `sources`.
    pub(super) fn word(
        &self,
        Form { folded, stem, .. }: &Form,
        language: Language,
        sources: LexiconSources,
    ) -> Recalled<'_, KnownWord> {
        self.words.recall(
            hash((folded, stem, language)),
            |word| {
                (&*word.folded, &*word.stem) == (folded, stem)
                    && (word.language, word.sources) == (language, sources)
            },
            || KnownWord {
                folded: folded.as_str().into(),
                stem: stem.as_str().into(),
                language,
                sources,
                key: OnceLock::new(),
                synonyms: OnceLock::new(),
                family: OnceLock::new(),
                translations: OnceLock::new(),
            },
        )
    }

    /// The language of a query for a reader of `reader`: [`LanguageModel::query`] with the words of the index.
    pub(super) fn language(&self, query: &str, reader: Language, index: &Index) -> QueryLanguage {
        let counts = |word: &str| {
            let folded = crate::analysis::fold(word);
            let [english, french] = Language::ALL.map(|language| records_of(&folded, index.view(language)));
            RecordCounts { english, french }
        };
        let [english, french] = Language::ALL.map(|language| count(index.view(language).record_count()));
        let vocabulary = Vocabulary { records: RecordCounts { english, french }, counts: &counts };
        let model = LanguageModel::bundled();
        model.query_by(query, LanguageDistribution::of_reader(reader), |word: &Word<'_>| {
            let known = self.languages.recall(
                hash((word.text, word.kind)),
                |known| *known.text == *word.text && known.kind == word.kind,
                || LanguageOfWord {
                    text: word.text.into(),
                    kind: word.kind,
                    log_odds: model.word_log_odds(word, Some(vocabulary), &mut String::new()),
                },
            );
            known.log_odds
        })
    }
}

impl KnownSet {
    pub(super) fn records(&self) -> &RecordSet {
        &self.records
    }
}

impl KnownWord {
    /// The key of the index that the word is kept under.
    pub(super) fn key(&self, index: &Index) -> Option<usize> {
        *self.key.get_or_init(|| index.view(self.language).key(&self.stem))
    }

    /// The words of the index that have the same translations, the most probable first.
    pub(super) fn synonyms(&self, index: &Index) -> &[Synonym] {
        self.synonyms.get_or_init(|| {
            let view = index.view(self.language);
            let likely = index.lexicon.likely_synonyms(&self.stem, self.language, self.sources).into_iter();
            let found = likely.filter_map(|(stem, probability)| {
                let alike = stem.starts_with(&*self.stem) || self.stem.starts_with(stem);
                Some(Synonym { key: view.key(stem)?, probability, alike })
            });
            found.collect()
        })
    }

    /// The words of the index that begin alike, with how alike they are.
    pub(super) fn family(&self, index: &Index) -> &[(usize, f64)] {
        self.family.get_or_init(|| index.view(self.language).family(&self.folded).into())
    }

    /// Its translations.
    pub(super) fn translations(&self, index: &Index) -> &Translations {
        self.translations.get_or_init(|| {
            let (known, begins_term) = index.lexicon.of_word(&self.stem, self.language);
            let other = index.view(self.language.other());
            Translations { begins_term, ..Translations::of(&known, self.sources, other) }
        })
    }
}

impl Translations {
    /// What of `known` is from `sources` and in a view.
    pub(super) fn of(known: &[Known<'_>], sources: LexiconSources, view: &View) -> Self {
        let found = known.iter().filter(|known| sources.has(known.source)).filter_map(|known| {
            let mut keys = known.term().split(' ').map(|word| view.key(word));
            let (key, with) = (keys.next()??, keys.collect::<Option<_>>()?);
            Some(Translation { key, with, probability: f64::from(known.probability), source: known.source })
        });
        Translations {
            known: known.iter().map(|known| f64::from(known.probability)).sum(),
            found: found.collect(),
            begins_term: false,
        }
    }
}

/// In how many records of a view a word occurs, in whatever form.
fn records_of(folded: &str, view: &View) -> u32 {
    let word = view.words().number(folded);
    let keys = word.into_iter().flat_map(|word| view.keys_of_word(word));
    keys.map(|key| count(view.record_count_of(key))).max().unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
