//! Capitals of one word given to another.

/// `word` with the capitals of `typed`: all, the first, or its own.
pub(super) fn as_typed(typed: &str, word: &str) -> String {
    let letters = || typed.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return word.to_uppercase();
    }
    let mut chars = word.chars();
    match chars.next() {
        Some(first) if letters().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stay_as_typed() {
        assert_eq!(as_typed("MENTROAT", "équité"), "ÉQUITÉ");
        assert_eq!(as_typed("Equitee", "équité"), "Équité");
        assert_eq!(as_typed("canda", "Canada"), "Canada");
        assert_eq!(as_typed("A", "Être"), "Être");
    }
}
