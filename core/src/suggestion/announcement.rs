//! What a page or combobox says of what is suggested, in the reader's language.

use super::CompletionKind;
use crate::text::Language;

/// How many completions there are.
pub(super) fn of_all(count: usize, reader: Language) -> String {
    match (reader, count) {
        (Language::English, 0) => "No suggestions".to_owned(),
        (Language::French, 0) => "Aucune suggestion".to_owned(),
        (Language::English, 1) => "1 suggestion".to_owned(),
        (Language::French, 1) => "1\u{a0}suggestion".to_owned(),
        (Language::English, _) => format!("{count} suggestions"),
        (Language::French, _) => format!("{count}\u{a0}suggestions"),
    }
}

/// What a completion is, in which language where that is not the reader's, and how many results it has.
pub(super) fn of_one(
    kind: CompletionKind,
    language: Option<Language>,
    count: usize,
    reader: Language,
) -> String {
    let kind = kind.label();
    let other = language.is_some_and(|language| language != reader);
    let results = results(count, reader);
    match reader {
        Language::English => format!("{}{}, {results}", kind.en, if other { " in French" } else { "" }),
        Language::French => format!("{}{}, {results}", kind.fr, if other { " en anglais" } else { "" }),
    }
}

/// How many results there are.
pub(super) fn results(count: usize, reader: Language) -> String {
    let number = grouped(count, reader);
    match reader {
        Language::English => format!("{number} {}", if count == 1 { "result" } else { "results" }),
        Language::French => format!("{number}\u{a0}{}", if count < 2 { "résultat" } else { "résultats" }),
    }
}

/// A number with its thousands apart, by a comma or a narrow no-break space.
fn grouped(number: usize, reader: Language) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(if reader == Language::English { ',' } else { '\u{202f}' });
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_suggestions_is_said_in_the_readers_language() {
        let said = |count| Language::ALL.map(|reader| of_all(count, reader));
        assert_eq!(said(0), ["No suggestions", "Aucune suggestion"]);
        assert_eq!(said(1), ["1 suggestion", "1\u{a0}suggestion"]);
        assert_eq!(said(8), ["8 suggestions", "8\u{a0}suggestions"]);
    }

    #[test]
    fn a_completion_says_its_language_where_it_is_not_the_readers() {
        let said = |count| {
            Language::ALL.map(|reader| of_one(CompletionKind::Word, Some(Language::French), count, reader))
        };
        assert_eq!(said(1), ["word in French, 1 result", "mot, 1\u{a0}résultat"]);
        assert_eq!(
            said(1_234_567),
            ["word in French, 1,234,567 results", "mot, 1\u{202f}234\u{202f}567\u{a0}résultats"]
        );
        assert_eq!(
            Language::ALL.map(|reader| of_one(CompletionKind::Person, None, 2, reader)),
            ["person, 2 results", "personne, 2\u{a0}résultats"]
        );
    }
}
