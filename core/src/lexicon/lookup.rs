use std::cmp::Reverse;

use super::general::general;
use super::known::{FirstWords, Known};
use super::table::Table;
use super::{LexiconSources, TermTranslation, sources};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::snapshot::Container;
use crate::text::Language;

/// The most words of a term; a longer label is no term of the lexicon.
pub const LONGEST_TERM: usize = 6;

/// For how many passages of the catalogue with a word the general lexicon counts, in what is said of the word: with as
/// many, what was learned and what is general weigh the same. Measured in `docs/lexicon.md`.
pub const GENERAL_WEIGHT: f32 = 3.0;

/// What is known of a part of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Where it begins: how many stems come before it.
    pub start: usize,
    /// How many stems it has, from 1 to [`LONGEST_TERM`].
    pub len: usize,
    /// Its translations, the most probable first; at least one.
    pub translations: Vec<TermTranslation>,
}

/// A [`Match`], its translations left where they lie.
pub(crate) struct KnownPart<'l> {
    pub(crate) start: usize,
    pub(crate) len: usize,
    pub(crate) known: Vec<Known<'l>>,
}

/// Translations of words and terms, from English to French and from French to English.
///
/// ```
/// use ally_toolkit::Language;
/// use ally_toolkit::lexicon::{Lexicon, learn::stems};
/// let lexicon = Lexicon::general();
/// let query = stems("la santé mentale des infirmières", Language::French);
/// let matches = lexicon.matches(&query, Language::French);
/// let term = matches.first().unwrap();
/// assert_eq!((term.start, term.len), (0, 2));
/// assert_eq!(term.translations.first().unwrap().words, stems("mental health", Language::English));
/// ```
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) own: Option<Table>,
    pub(super) general: Option<&'static Table>,
}

impl Lexicon {
    /// The lexicon of a catalogue, from the `sources` asked for. All of the time goes into learning from records. A
    /// [`Searcher`](crate::Searcher) makes its own, from all sources.
    ///
    /// ```
    /// use ally_toolkit::lexicon::{Lexicon, LexiconSources, TranslationSource, learn::stems};
    /// use ally_toolkit::{Catalogue, Language};
    /// let catalogue = Catalogue::from_json(
    ///     r#"{"title": {"en": "Mine", "fr": "Le mien"},
    ///         "glossary": [{"id": "gap", "term": {"en": "pay gap", "fr": "écart salarial"}}]}"#.as_bytes(),
    /// )?;
    /// let lexicon = Lexicon::of(&catalogue, LexiconSources::default())?;
    /// let best = &lexicon.translations(&stems("écarts salariaux", Language::French), Language::French)[0];
    /// assert_eq!(best.words, stems("pay gap", Language::English));
    /// assert_eq!((best.probability, best.source), (1.0, TranslationSource::Glossary));
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot) where a resource lies in a snapshot and is not as it was written.
    pub fn of(catalogue: &Catalogue, sources: LexiconSources) -> Result<Self, Error> {
        let own = Some(sources::own(catalogue, sources)?);
        Ok(Lexicon { own, general: if sources.general { general() } else { None } })
    }

    /// What a snapshot knows of translations, with the general lexicon.
    ///
    /// # Errors
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot).
    pub(crate) fn open(container: &Container) -> Result<Self, Error> {
        Ok(Lexicon { own: Some(Table::open(container)?), general: general() })
    }

    /// The general lexicon alone.
    pub fn general() -> Self {
        Lexicon { own: None, general: general() }
    }

    /// The translations of a term of `from`, given as the stems of its words, the most probable first; none for an empty
    /// term or one of more than [`LONGEST_TERM`] words.
    ///
    /// What was learned of a word is weighed with the general lexicon by how often the catalogue has the word; labels of topics
    /// and terms of the glossary stand beside that with the probabilities they have of themselves. So the probabilities of
    /// a word add up to at most 1, but for those of topics and glossary.
    pub fn translations(&self, term: &[impl AsRef<str>], from: Language) -> Vec<TermTranslation> {
        if term.is_empty() || term.len() > LONGEST_TERM {
            return Vec::new();
        }
        let words = term.iter().try_fold(self.start(from), |words, word| words.then(word.as_ref()));
        words.map_or_else(Vec::new, |words| translations(sorted(&words)))
    }

    /// Every part of `stems` that the lexicon knows, the longest first and of these the first ones first. Parts may overlap.
    ///
    /// `stems` are those of the whole query in order, as [`stems`](super::learn::stems) gives them for the language `from`.
    pub fn matches(&self, stems: &[impl AsRef<str>], from: Language) -> Vec<Match> {
        let whole = |KnownPart { start, len, known }| Match { start, len, translations: translations(known) };
        self.parts(stems, from, 1, |_| true).into_iter().map(whole).collect()
    }

    /// As [`matches`](Lexicon::matches), of parts of several stems, the translations left where they lie. `begins`: false for the
    /// place of a stem that no such part begins with.
    pub(crate) fn longer_parts(
        &self,
        stems: &[impl AsRef<str>],
        from: Language,
        begins: impl Fn(usize) -> bool,
    ) -> Vec<KnownPart<'_>> {
        self.parts(stems, from, 2, begins)
    }

    /// The translations of one word as [`matches`](Lexicon::matches) has them, and whether it begins a term of several words.
    pub(crate) fn of_word(&self, stem: &str, from: Language) -> (Vec<Known<'_>>, bool) {
        let Some(word) = self.start(from).then(stem) else { return (Vec::new(), false) };
        (sorted(&word), word.is_followed())
    }

    /// The parts of at least `fewest` stems.
    fn parts(
        &self,
        stems: &[impl AsRef<str>],
        from: Language,
        fewest: usize,
        begins: impl Fn(usize) -> bool,
    ) -> Vec<KnownPart<'_>> {
        let mut parts = Vec::new();
        for start in (0..stems.len()).filter(|start| start + fewest <= stems.len() && begins(*start)) {
            let mut words = self.start(from);
            for (len, stem) in (1..=LONGEST_TERM).zip(stems.iter().skip(start)) {
                let Some(longer) = words.then(stem.as_ref()) else { break };
                words = longer;
                if len < fewest {
                    continue;
                }
                let known = sorted(&words);
                if !known.is_empty() {
                    parts.push(KnownPart { start, len, known });
                }
            }
        }
        parts.sort_by_key(|found| Reverse(found.len));
        parts
    }
}

/// The translations of the term that the words are, the most probable first, equals in the order of their words.
fn sorted<'l>(words: &FirstWords<'l>) -> Vec<Known<'l>> {
    let mut known = words.known(0.0);
    known.sort_unstable_by(|a, b| b.probability.total_cmp(&a.probability).then_with(|| a.bytes.cmp(b.bytes)));
    known
}

fn translations(known: Vec<Known<'_>>) -> Vec<TermTranslation> {
    let translation = |known: Known<'_>| TermTranslation {
        words: known.term().split(' ').map(str::to_owned).collect(),
        probability: known.probability,
        source: known.source,
    };
    known.into_iter().map(translation).collect()
}

#[cfg(test)]
mod tests {
    use super::super::TranslationSource;
    use super::super::learn::stems;
    use super::*;

    fn catalogue(rest: &str) -> Catalogue {
        let json = format!(r#"{{"title": {{"en": "A", "fr": "A"}}, {rest}}}"#);
        Catalogue::from_json(json.as_bytes()).unwrap()
    }

    fn best(lexicon: &Lexicon, term: &str, from: Language) -> (String, f32, TranslationSource) {
        let found = lexicon.translations(&stems(term, from), from);
        let best = found.first().unwrap();
        (best.words.join(" "), best.probability, best.source)
    }

    #[test]
    fn the_general_lexicon_translates_both_ways() {
        let lexicon = Lexicon::general();
        for (english, french) in
            [("health", "santé"), ("school", "école"), ("mental health", "santé mentale")]
        {
            assert_eq!(
                best(&lexicon, english, Language::English).0,
                stems(french, Language::French).join(" ")
            );
            assert_eq!(
                best(&lexicon, french, Language::French).0,
                stems(english, Language::English).join(" ")
            );
        }
    }

    #[test]
    fn labels_of_topics_translate_each_other_whole() {
        let catalogue = catalogue(
            r#""vocabularies": {"topics": [{"id": "ub", "label": {"en": "unconscious bias", "fr": "préjugés inconscients"},
               "alternative": {"en": ["implicit bias"]}}]}"#,
        );
        let lexicon = Lexicon::of(&catalogue, LexiconSources::default()).unwrap();
        let query = stems("about implicit bias at work", Language::English);
        let matches = lexicon.matches(&query, Language::English);
        let first = matches.first().unwrap();
        assert_eq!((first.start, first.len), (0, 2));
        let french = stems("préjugés inconscients", Language::French).join(" ");
        assert_eq!(
            best(&lexicon, "implicit bias", Language::English),
            (french, 1.0, TranslationSource::Topics)
        );
        let (words, _, _) = best(&lexicon, "préjugés inconscients", Language::French);
        assert_eq!(words, stems("unconscious bias", Language::English).join(" "));
    }

    #[test]
    fn the_glossary_translates_its_variants() {
        let catalogue = catalogue(
            r#""glossary": [{"id": "a", "term": {"en": "ally", "fr": "personne alliée"}, "variants": {"fr": ["allié·e"]}}]"#,
        );
        let sources = LexiconSources { general: false, ..LexiconSources::default() };
        let lexicon = Lexicon::of(&catalogue, sources).unwrap();
        assert_eq!(best(&lexicon, "alliées", Language::French).0, "alli");
        assert_eq!(best(&lexicon, "ally", Language::English).2, TranslationSource::Glossary);
    }

    #[test]
    fn what_the_catalogue_often_says_comes_before_what_is_general() {
        let record = |n: usize| {
            format!(
                r#"{{"id": "r{n}", "kind": "k", "languages": ["en", "fr"], "title": {{"en": "School {}", "fr": "Chalet {}"}}}}"#,
                ["garden", "music", "lunch", "bus"][n % 4],
                ["jardin", "musique", "repas", "autobus"][n % 4],
            )
        };
        let records: Vec<String> = (0..20).map(record).collect();
        let catalogue = catalogue(&format!(
            r#""vocabularies": {{"kinds": [{{"id": "k", "label": {{"en": "k", "fr": "k"}}}}]}}, "resources": [{}]"#,
            records.join(",")
        ));
        let with = |learned| {
            let sources = LexiconSources { learned, ..LexiconSources::default() };
            let lexicon = Lexicon::of(&catalogue, sources).unwrap();
            best(&lexicon, "school", Language::English)
        };
        let (words, probability, source) = with(true);
        assert_eq!((words.as_str(), source), ("chalet", TranslationSource::Learned));
        assert!(probability < 1.0);
        assert_eq!(with(false).0, "ecol");
    }

    #[test]
    fn nothing_is_known_of_nothing() {
        let lexicon = Lexicon::default();
        assert!(lexicon.translations(&["health"], Language::English).is_empty());
        let general = Lexicon::general();
        assert!(general.translations(&[""; 0], Language::English).is_empty());
        assert!(general.translations(&[""], Language::English).is_empty());
        assert!(general.translations(&["health"; 7], Language::English).is_empty());
        assert!(general.matches(&[""; 0], Language::French).is_empty());
    }
}
