//! The *folded* form of a word: no accents, no ligatures.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Rule;

/// `text` without accents and with ligatures opened: what is compared when accents do not count.
///
/// Letters that Unicode does not decompose are given what people type for them: œ, æ, ß, ø, ł, đ, the schwa, barred l
/// and theta of languages such as hən̓q̓əmin̓əm̓, the struck letters of SENĆOŦEN. The glottal stop, which most leave out, is
/// dropped.
///
/// ```
/// use ally_toolkit::analysis::fold;
/// assert_eq!(fold("cœur d'élève"), "coeur d'eleve");
/// assert_eq!(fold("xʷməθkʷəy̓əm"), "xwmethkweyem");
/// assert_eq!(fold("SENĆOŦEN"), "SENCOTEN");
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' => folded.push_str("oe"),
            'Œ' => folded.push_str("OE"),
            'æ' => folded.push_str("ae"),
            'Æ' => folded.push_str("AE"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'Ø' => folded.push('O'),
            'ł' | 'ɬ' | 'ƛ' | 'ƚ' => folded.push('l'),
            'Ł' | 'Ƚ' => folded.push('L'),
            'đ' | 'ð' => folded.push('d'),
            'Đ' | 'Ð' => folded.push('D'),
            'ŧ' | 'ⱦ' => folded.push('t'),
            'Ŧ' | 'Ⱦ' => folded.push('T'),
            'ⱥ' => folded.push('a'),
            'Ⱥ' => folded.push('A'),
            'ȼ' => folded.push('c'),
            'Ȼ' => folded.push('C'),
            'ə' => folded.push('e'),
            'Ə' => folded.push('E'),
            'θ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            'ʔ' | 'ʕ' | 'ˀ' | 'ʼ' | 'Ɂ' | 'ɂ' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// `text` [folded](fold), in small letters: what is compared when neither accents nor capitals count.
pub(crate) fn fold_case(text: &str) -> String {
    fold(text).to_lowercase()
}

/// The folded form of a form; what was done is added to `rules`.
pub(super) fn folded_form(form: &str, rules: &mut Vec<Rule>) -> String {
    let folded = fold(form);
    if folded.is_empty() {
        // Marks alone, or a glottal stop: they are all there is of the word.
        return form.to_owned();
    }
    if folded != form {
        rules.push(if form.contains(['œ', 'æ']) { Rule::Ligature } else { Rule::Accents });
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_nothing_but_marks_stays() {
        for word in ["ʔ", "\u{11937}"] {
            assert_eq!(folded_form(word, &mut Vec::new()), word);
        }
    }
}
