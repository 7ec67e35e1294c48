use std::collections::BTreeMap;

use ally_toolkit::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Random, Words};

/// How many kinds there are.
pub const KINDS: u64 = 12;

/// How many topics there are.
pub const TOPICS: u64 = 60;

/// How many places there are.
pub const PLACES: u64 = 14;

/// Inclusive forms in the notations that people use.
const INCLUSIVE: [&str; 10] = [
    "allié·e·s",
    "étudiant·e·s",
    "employé(e)s",
    "infirmier·ère·s",
    "directeur·trice",
    "citoyen-ne-s",
    "chercheur.euse.s",
    "travailleurs/travailleuses",
    "médecins-résident·e·s",
    "participantEs",
];

/// A resource of a catalogue, as far as the benchmarks need one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Identifies it.
    pub id: String,
    /// One of the kinds.
    pub kind: String,
    /// The title in each of its languages, by their codes.
    pub title: BTreeMap<String, String>,
    /// The description, likewise.
    pub description: BTreeMap<String, String>,
    /// The year.
    pub date: String,
    /// The codes of its languages.
    pub languages: Vec<String>,
    /// One to four of the topics.
    pub topics: Vec<String>,
    /// One of the places.
    pub place: String,
}

impl Record {
    /// A record with these texts; what it can be filtered by is drawn.
    pub fn new(at: u64, texts: Vec<(Language, String, String)>, random: &mut Random) -> Self {
        let mut topics: Vec<String> =
            (0..random.between(1, 4)).map(|_| format!("topic-{}", skewed(TOPICS, random))).collect();
        topics.sort();
        topics.dedup();
        let mut record = Record {
            id: format!("r{at}"),
            kind: format!("kind-{}", skewed(KINDS, random)),
            title: BTreeMap::new(),
            description: BTreeMap::new(),
            date: random.between(1990, 2025).to_string(),
            languages: Vec::new(),
            topics,
            place: format!("place-{}", skewed(PLACES, random)),
        };
        for (language, title, description) in texts {
            let code = language.code().to_owned();
            record.title.insert(code.clone(), title);
            record.description.insert(code.clone(), description);
            record.languages.push(code);
        }
        record
    }

    /// The `at`th record of a seed.
    pub fn generated(words: &Words, seed: u64, at: u64) -> Self {
        let mut random = Random::of(seed, at);
        let languages: &[Language] = match random.below(10) {
            0..2 => &[Language::English],
            2..4 => &[Language::French],
            _ => &Language::ALL,
        };
        let texts = languages
            .iter()
            .map(|language| {
                let title: Vec<&str> =
                    (0..random.between(3, 9)).map(|_| words.telling(*language, &mut random)).collect();
                let length = random.between(40, 90);
                (
                    *language,
                    sentence(&title, *language, &mut random),
                    description(words, &title, *language, length, &mut random),
                )
            })
            .collect();
        Record::new(at, texts, &mut random)
    }
}

/// The first `count` records of a seed, one after the other.
pub fn records(words: &Words, seed: u64, count: u64) -> impl Iterator<Item = Record> {
    (0..count).map(move |at| Record::generated(words, seed, at))
}

/// What a catalogue says beside its resources. Nobody searches for these labels, so that the library searches the same
/// words as an engine that only knows titles and descriptions.
pub fn catalogue_head() -> Value {
    let concepts = |name: &str, letter: char, count: u64| {
        let concept = |at| {
            let label = format!("{letter}{at:02}");
            json!({"id": format!("{name}-{at}"), "label": {"en": label, "fr": label}})
        };
        (0..count).map(concept).collect::<Value>()
    };
    json!({
        "title": {"en": "Generated", "fr": "Généré"},
        "vocabularies": {
            "kinds": concepts("kind", 'k', KINDS),
            "topics": concepts("topic", 't', TOPICS),
            "places": concepts("place", 'p', PLACES),
        },
    })
}

/// A number below `count`, smaller ones more often.
fn skewed(count: u64, random: &mut Random) -> u64 {
    random.below(count).min(random.below(count))
}

/// Sentences of 6 to 18 words; one word in ten is of the title.
fn description(
    words: &Words,
    title: &[&str],
    language: Language,
    length: u64,
    random: &mut Random,
) -> String {
    let mut sentences = Vec::new();
    let mut left = length;
    while left > 0 {
        let long = random.between(6, 18).min(left);
        left -= long;
        let parts: Vec<&str> = (0..long)
            .map(|_| match random.below(100) {
                0..10 => random.one_of(title),
                10 if language == Language::French => random.one_of(&INCLUSIVE),
                _ => words.any(language, random),
            })
            .collect();
        sentences.push(sentence(&parts, language, random) + ".");
    }
    sentences.join(" ")
}

/// The words with a capital letter, here and there a comma, and in French elided words before vowels.
fn sentence(words: &[&str], language: Language, random: &mut Random) -> String {
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push_str(if random.percent(6) { ", " } else { " " });
        }
        let begins_with_vowel = word.chars().count() > 2 && word.starts_with(is_vowel);
        let elided = match random.below(10) {
            0..2 => "l’",
            2..4 => "d’",
            4 => "qu’",
            _ => "",
        };
        if language == Language::French && begins_with_vowel {
            text.push_str(elided);
        }
        text.push_str(word);
    }
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn is_vowel(letter: char) -> bool {
    "aeiouàâéèêëîïôöùûœ".contains(letter)
}
