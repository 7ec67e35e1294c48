//! The language of a query, English or French, as a distribution: how likely each is, never a verdict.
//!
//! A query is a few words: no detector made for sentences is sure of it, and often nobody could be, for `information`
//! belongs to both languages and `leadership féminin workshop` is in both. What is told here is how far each language
//! is supported, for the whole query and word by word, and whoever searches may weigh the two.
//!
//! | evidence | where |
//! |---|---|
//! | letters and letter sequences, short words whole: `ngrams.tsv` | [`LanguageModel`] |
//! | accents, elisions (`l’`), contractions (`’s`), inclusive writing (`·`) | `words`, `marks` |
//! | in how many records of each language the catalogue has the word | [`Vocabulary`] |
//! | the reader's language | [`Evidence::prior`] |
//!
//! Evidence is added up as log-odds, the natural logarithm of how many times likelier English is than French:
//!
//! 1. A **word**'s letter sequences add their weights (a logistic regression, whose sequences are those of W. B. Cavnar
//!    and J. M. Trenkle, *N-gram-based text categorization*, SDAIR 1994), damped to 0.6. Names and initials count for
//!    less, numbers not at all; accents and apostrophes add theirs.
//! 2. What the word says is **limited** softly, x ↦ 3·tanh(x/3): no word is surer than 95 %, so that none alone decides.
//! 3. The **catalogue**'s records count beside the letters, which stand for two records: see [`Vocabulary`].
//! 4. The **query**'s words add up, and the sum Σx is multiplied by their agreement |Σx| / Σ|x|: words that pull in both
//!    directions leave the query near the middle.
//! 5. The **prior** is added: the less the words say, the more it decides.
//!
//! ```
//! use ally_toolkit::query_language::LanguageDistribution;
//! assert!(LanguageDistribution::of("sante mentale").french > 0.85);
//! assert!(LanguageDistribution::of("mental health").english > 0.85);
//! assert!(LanguageDistribution::of("leadership féminin workshop").french < 0.85);
//! assert_eq!(LanguageDistribution::of("2024"), LanguageDistribution::EVEN);
//! ```

mod distribution;
mod evidence;
mod marks;
mod model;
mod query;
mod sequences;
mod words;

pub use distribution::LanguageDistribution;
pub use evidence::{Evidence, RecordCounts, Vocabulary};
pub use model::{LanguageModel, NGRAMS, UnreadableModel};
pub use query::{QueryLanguage, WordLanguage};
pub use sequences::{LONGEST_SEQUENCE, letter_sequences};
pub(crate) use words::{Kind as WordKind, Word};
