//! Dates in words.

use crate::model::PartialDate;
use crate::text::Language;

const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];

/// The year of a citation: `2019`, `2010–2019` for a decade, `ca. 2019`.
pub(super) fn year(date: PartialDate, language: Language) -> String {
    let about = match (date.is_approximate(), language) {
        (false, _) => "",
        (true, Language::English) => "ca. ",
        (true, Language::French) => "vers ",
    };
    let doubt = if date.is_uncertain() { "?" } else { "" };
    match date.years() {
        (first, last) if first == last => format!("{about}{first}{doubt}"),
        (first, last) => format!("{about}{first}–{last}{doubt}"),
    }
}

/// The date of a citation, year first: `2026, November 24`, « 2026, 24 novembre ».
pub(super) fn year_first(date: PartialDate, language: Language) -> String {
    match month_and_day(date, language) {
        Some(rest) => format!("{}, {rest}", year(date, language)),
        None => year(date, language),
    }
}

/// The date of a sentence: `November 24, 2026`, « 24 novembre 2026 ».
pub(super) fn in_words(date: PartialDate, language: Language) -> String {
    let year = year(date, language);
    match (month_and_day(date, language), language) {
        (None, _) => year,
        (Some(rest), Language::English) if date.day().is_some() => format!("{rest}, {year}"),
        (Some(rest), _) => format!("{rest} {year}"),
    }
}

fn month_and_day(date: PartialDate, language: Language) -> Option<String> {
    let (en, fr) = MONTHS.get(usize::from(date.month()?).checked_sub(1)?)?;
    Some(match (language, date.day()) {
        (Language::English, Some(day)) => format!("{en} {day}"),
        (Language::French, Some(1)) => format!("1er {fr}"),
        (Language::French, Some(day)) => format!("{day} {fr}"),
        (Language::English, None) => (*en).to_owned(),
        (Language::French, None) => (*fr).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_order() {
        let words = |date: &str, language| {
            let date = date.parse().unwrap();
            [year(date, language), year_first(date, language), in_words(date, language)]
        };
        assert_eq!(
            words("2026-11-24", Language::English),
            ["2026", "2026, November 24", "November 24, 2026"]
        );
        assert_eq!(words("2026-08-01", Language::French), ["2026", "2026, 1er août", "1er août 2026"]);
        assert_eq!(words("2026-11", Language::English), ["2026", "2026, November", "November 2026"]);
        assert_eq!(words("201X~", Language::French), ["vers 2010–2019"; 3]);
        assert_eq!(words("1987?", Language::English), ["1987?"; 3]);
    }
}
