//! English stems: Snowball's English stemmer (Porter 2), <https://snowballstem.org/algorithms/english/stemmer.html>,
//! with exceptions for families it merges that no reader would.

/// Beginnings that end a stem early, so that the words do not fall together with shorter ones:
/// `organization` with `organ`, `university` with `universe`, `international` with `intern`, `experiment` with
/// `experience`, `authority` with `author`, `important` with `import`, `publication` with `public`.
const KEPT: [&str; 8] =
    ["authorit", "experiment", "importan", "internation", "organiz", "paste", "publicat", "universit"];

/// The stem of a folded form in American spelling.
pub(super) fn stem(word: &str) -> String {
    if let Some(kept) = KEPT.iter().find(|kept| word.starts_with(**kept)) {
        return (*kept).to_owned();
    }
    frostem::Stemmer::new(frostem::Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_stay_together_and_strangers_apart() {
        assert_eq!(stem("allies"), stem("ally"));
        assert_eq!(stem("mentoring"), stem("mentor"));
        assert_eq!(stem("organizing"), stem("organizations"));
        for (a, b) in [("organization", "organ"), ("university", "universe"), ("experiment", "experience")] {
            assert_ne!(stem(a), stem(b));
        }
    }
}
