//! Frequent words that say little about a text: articles, prepositions, pronouns, auxiliaries.
//!
//! Compared with their accents, so that `sûr` is not `sur`. Words that are frequent but carry meaning here are left out
//! on purpose: `men`, `hommes`, `plus` (of ACS Plus), `été` (the season), `personne`, `not`.

use crate::text::Language;

const ENGLISH: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "both",
    "but",
    "by",
    "can",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "dont",
    "during",
    "each",
    "for",
    "from",
    "had",
    "has",
    "have",
    "having",
    "he",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "me",
    "more",
    "most",
    "my",
    "myself",
    "of",
    "off",
    "on",
    "once",
    "only",
    "or",
    "other",
    "our",
    "ours",
    "ourselves",
    "out",
    "over",
    "own",
    "same",
    "she",
    "should",
    "so",
    "some",
    "such",
    "than",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "to",
    "too",
    "under",
    "until",
    "up",
    "very",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "why",
    "will",
    "with",
    "would",
    "you",
    "your",
    "yours",
    "yourself",
    "yourselves",
];

const FRENCH: &[&str] = &[
    "a", "ai", "ainsi", "alors", "as", "au", "aucun", "aucune", "aura", "aussi", "autre", "autres", "aux",
    "avaient", "avait", "avant", "avec", "avez", "avoir", "avons", "c", "car", "ce", "cela", "celle",
    "celles", "celui", "ces", "cet", "cette", "ceux", "chez", "ci", "comme", "comment", "d", "dans", "de",
    "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "es", "est", "et", "etaient", "etait",
    "etc", "etes", "etre", "eu", "eux", "fait", "font", "il", "ils", "j", "je", "jusqu", "l", "la", "le",
    "les", "leur", "leurs", "lorsqu", "lorsque", "lui", "m", "ma", "mais", "me", "mes", "moi", "mon", "même",
    "mêmes", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont", "or", "ou", "où", "par", "pas", "peut",
    "peuvent", "pour", "pourquoi", "puisqu", "puisque", "qu", "quand", "que", "quel", "quelle", "quelles",
    "quelqu", "quels", "qui", "quoi", "quoiqu", "quoique", "s", "sa", "sans", "se", "sera", "serait", "ses",
    "si", "soit", "son", "sont", "sous", "suis", "sur", "t", "ta", "te", "tes", "toi", "ton", "tu", "un",
    "une", "unes", "uns", "vers", "vos", "votre", "vous", "y", "z", "à", "ça", "étaient", "était", "étant",
    "êtes", "être",
];

/// True for a frequent word of `language`, in the form [`normalize`](super::normalize) gives.
pub(super) fn contains(form: &str, language: Language) -> bool {
    let words = match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
    };
    words.binary_search(&form).is_ok()
}

/// The frequent words of a language that are `folded` without their accents.
pub(crate) fn folded_as(folded: &str, language: Language) -> impl Iterator<Item = &'static str> {
    let words = match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
    };
    words.iter().copied().filter(move |word| *super::fold(word) == *folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(ENGLISH.is_sorted() && FRENCH.is_sorted());
    }

    #[test]
    fn accents_tell_a_stop_word_from_another_word() {
        assert!(contains("sur", Language::French) && !contains("sûr", Language::French));
        assert!(contains("mais", Language::French) && !contains("maïs", Language::French));
        assert!(!contains("plus", Language::French));
    }
}
