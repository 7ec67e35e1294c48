use serde::{Deserialize, Serialize};

use super::scored::rounded;
use crate::text::{Bilingual, Language};

/// A part of a hit's score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Feature {
    /// A word of the query, in whatever form, with what else it stands for: BM25F, the first stage.
    Word,
    /// The very word that was typed.
    ExactWord,
    /// Two neighbours of the query next to each other.
    Phrase,
    /// Two neighbours of the query near each other.
    Proximity,
    /// A title that says what the query says.
    WholeTitle,
    /// What is taken off for a language that is not the reader's.
    OtherLanguage,
}

impl Feature {
    /// Every feature.
    pub const ALL: [Feature; 6] = [
        Feature::Word,
        Feature::ExactWord,
        Feature::Phrase,
        Feature::Proximity,
        Feature::WholeTitle,
        Feature::OtherLanguage,
    ];

    /// The feature in words, as they follow "for" in an explanation.
    ///
    /// ```
    /// use ally_toolkit::search::Feature;
    /// assert_eq!(Feature::ExactWord.label().fr, "le mot exact");
    /// ```
    pub fn label(self) -> Bilingual {
        match self {
            Feature::Word => Bilingual::new("the word", "le mot"),
            Feature::ExactWord => Bilingual::new("the exact word", "le mot exact"),
            Feature::Phrase => {
                Bilingual::new("words side by side, from", "des mots côte à côte, à partir de")
            }
            Feature::Proximity => {
                Bilingual::new("words close together, from", "des mots proches, à partir de")
            }
            Feature::WholeTitle => Bilingual::new("the title as a whole", "le titre dans son ensemble"),
            Feature::OtherLanguage => Bilingual::new("the other language", "l’autre langue"),
        }
    }
}

/// What a hit's score is made of.
///
/// ```
/// # #[cfg(feature = "bundled")] {
/// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
/// let request = SearchRequest { explain: true, ..SearchRequest::new("équité salariale", Language::French) };
/// let results = Searcher::new(Catalogue::bundled()?)?.search(&request)?;
/// let explanation = results.hits[0].explanation.as_ref().unwrap();
/// assert!(explanation.sentence.starts_with("Score de "));
/// let sum: f64 = explanation.contributions.iter().map(|contribution| contribution.value).sum();
/// assert!((sum - results.hits[0].score).abs() < 1e-4);
/// # }
/// # Ok::<(), ally_toolkit::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// What each feature adds, the most first; together they are the score, but for rounding.
    pub contributions: Vec<Contribution>,
    /// What most sets the hit above the next one; `None` for the last hit, where the two score the same, and where diversity put
    /// the hit before one that scores more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above_next: Option<Contribution>,
    /// The place among all hits, from 1, that the hit would have without the diversity asked for; `None` where it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_diversity: Option<usize>,
    /// The same as one sentence in the reader's language.
    pub sentence: String,
}

/// What a feature adds to a score, or to the lead over the next hit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// The feature.
    pub feature: Feature,
    /// The word of the query, as typed, where the feature is of one; the first of two neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// What it adds, to six decimals; below 0 for what is taken off.
    pub value: f64,
}

/// The explanation of a hit from what its score is made of. `next`: what that of the following hit is made of, where that is not higher;
/// `moved`: where diversity moved the hit from and to, both from 0.
pub(super) fn explanation(
    mut contributions: Vec<Contribution>,
    next: Option<&[Contribution]>,
    moved: Option<(usize, usize)>,
    reader: Language,
) -> Explanation {
    contributions.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.word.cmp(&b.word)));
    let above_next = next.and_then(|next| lead(&contributions, next));
    let mut sentence = sentence(&contributions, above_next.as_ref(), reader);
    let moved = moved.map(|(from, to)| (from + 1, to + 1));
    sentence.extend(moved.map(|(from, to)| format!(" {}", moved_by_diversity(from, to, reader))));
    Explanation { contributions, above_next, without_diversity: moved.map(|(from, _)| from), sentence }
}

/// Where a hit is ahead of the next by most.
fn lead(own: &[Contribution], next: &[Contribution]) -> Option<Contribution> {
    let of_next = |feature: Feature, word: &Option<String>| -> f64 {
        next.iter().filter(|part| part.feature == feature && part.word == *word).map(|part| part.value).sum()
    };
    let differences = own.iter().map(|part| {
        let value = rounded(part.value - of_next(part.feature, &part.word));
        Contribution { value, ..part.clone() }
    });
    // What is taken off the next hit only sets this one above it too.
    let spared = next
        .iter()
        .filter(|part| !own.iter().any(|own| own.feature == part.feature && own.word == part.word))
        .map(|part| Contribution { value: -part.value, ..part.clone() });
    let most = differences.chain(spared).max_by(|a, b| a.value.total_cmp(&b.value))?;
    (most.value > 0.0).then_some(most)
}

fn sentence(contributions: &[Contribution], above_next: Option<&Contribution>, reader: Language) -> String {
    let parts: Vec<String> = contributions
        .iter()
        .map(|part| format!("{} ({})", named(part, reader), signed(part.value, reader)))
        .collect();
    let score: f64 = contributions.iter().map(|part| part.value).sum();
    let parts = parts.join(if reader == Language::English { ", " } else { "; " });
    match (reader, above_next) {
        (Language::English, None) => format!("Scores {} for {parts}.", number(score, reader)),
        (Language::English, Some(lead)) => {
            let lead = format!("{} ({})", named(lead, reader), signed(lead.value, reader));
            format!(
                "Scores {} for {parts}; stands above the next hit most of all for {lead}.",
                number(score, reader)
            )
        }
        (Language::French, None) => format!("Score de {}\u{a0}: {parts}.", number(score, reader)),
        (Language::French, Some(lead)) => {
            let lead = format!("{} ({})", named(lead, reader), signed(lead.value, reader));
            format!(
                "Score de {}\u{a0}: {parts}. Ce qui le place devant le résultat suivant\u{a0}: surtout {lead}.",
                number(score, reader)
            )
        }
    }
}

/// Where diversity moved a hit, as a sentence.
fn moved_by_diversity(from: usize, to: usize, reader: Language) -> String {
    match (reader, from < to) {
        (Language::English, true) => format!("Diversity put it off from place {from} to place {to}."),
        (Language::English, false) => format!("Diversity moved it up from place {from} to place {to}."),
        (Language::French, true) => format!("La diversité l’a fait reculer du rang {from} au rang {to}."),
        (Language::French, false) => format!("La diversité l’a fait avancer du rang {from} au rang {to}."),
    }
}

fn named(part: &Contribution, reader: Language) -> String {
    let label = part.feature.label();
    match (reader, &part.word) {
        (Language::English, Some(word)) => format!("{} “{word}”", label.en),
        (Language::English, None) => label.en,
        (Language::French, Some(word)) => format!("{} «\u{a0}{word}\u{a0}»", label.fr),
        (Language::French, None) => label.fr,
    }
}

fn number(value: f64, reader: Language) -> String {
    let text = format!("{value:.2}").replace('-', "−");
    if reader == Language::French { text.replace('.', ",") } else { text }
}

fn signed(value: f64, reader: Language) -> String {
    let plus = if value >= 0.0 { "+" } else { "" };
    format!("{plus}{}", number(value, reader))
}
