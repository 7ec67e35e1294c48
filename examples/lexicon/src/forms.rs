//! In which form words and terms are written most.

use std::collections::HashMap;

use ally_toolkit::Language;
use ally_toolkit::analysis::{Token, analyze};
use ally_toolkit::lexicon::learn::stems;

/// How often each wanted word or term, known by its stems, is written in each form.
pub(crate) struct Forms {
    language: Language,
    wanted: HashMap<String, HashMap<String, u32>>,
}

impl Forms {
    /// Wants these words and terms: stems, with single blanks between.
    pub(crate) fn of<'a>(wanted: impl Iterator<Item = &'a str>, language: Language) -> Self {
        Forms { language, wanted: wanted.map(|key| (key.to_owned(), HashMap::new())).collect() }
    }

    /// Counts what a text has of them.
    pub(crate) fn count(&mut self, text: &str) {
        let analysis = analyze(text, self.language);
        let tokens: Vec<&Token> = analysis.tokens.iter().filter(|token| is_word(token)).collect();
        for len in 1..=4 {
            for window in tokens.windows(len) {
                let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
                let parts = window.iter().filter_map(|token| Some(token.forms.first()?.stem.as_str()));
                let Some(forms) = self.wanted.get_mut(&parts.collect::<Vec<_>>().join(" ")) else { continue };
                let written = text.get(first.span.start..last.span.end).unwrap_or_default();
                let form = written.to_lowercase().replace('\'', "’");
                if form.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '’' | '-')) {
                    *forms.entry(form).or_default() += 1;
                }
            }
        }
    }

    /// The most frequent form that has the very stems; of equally frequent ones the first in the alphabet.
    pub(crate) fn usual(&self, key: &str) -> Option<&str> {
        let mut forms: Vec<(&String, &u32)> = self.wanted.get(key)?.iter().collect();
        forms.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let usual = forms.into_iter().find(|(form, _)| stems(form, self.language).join(" ") == key);
        usual.map(|(form, _)| form.as_str()).filter(|form| self.is_term(form))
    }

    /// False for half a sentence: a term has few words such as `of` between its words. French needs two, as in `droits de la
    /// personne`, where English needs one.
    fn is_term(&self, form: &str) -> bool {
        let stop_words = analyze(form, self.language).tokens.iter().filter(|token| token.stop).count();
        let gaps = stems(form, self.language).len().saturating_sub(1);
        stop_words <= if self.language == Language::French { 2 * gaps } else { gaps }
    }
}

/// The stems of a text's words. What has anything but letters is no word for a table.
pub(crate) fn words(text: &str, language: Language) -> Vec<String> {
    let tokens = analyze(text, language).tokens.into_iter().filter(is_word);
    tokens.filter_map(|token| token.forms.into_iter().next()).map(|form| form.stem).collect()
}

fn is_word(token: &Token) -> bool {
    let is_word = |form: &str| form.chars().count() > 1 && form.chars().all(char::is_alphabetic);
    !token.stop && !token.joined && token.forms.first().is_some_and(|form| is_word(&form.form))
}
