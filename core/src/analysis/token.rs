use serde::{Deserialize, Serialize};

use super::word::Piece;
use super::{Rule, english_stem, fold, french_stem, inclusive, irregular, normalize, spelling, stop_words};
use crate::text::{Language, Span};

/// The tokens of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Analysis {
    /// The language the text was read as.
    pub language: Language,
    /// The tokens, in the order of the text; a compound's joined form comes before its parts.
    pub tokens: Vec<Token>,
}

/// A token: a place in a text, and the words it is searched by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Token {
    /// The token as written.
    pub text: String,
    /// Where it is written.
    pub span: Span,
    /// Its place among the words of the text, from 0. A compound's joined form shares that of its first part.
    pub position: usize,
    /// The words it stands for: one, or two for an inclusive form.
    pub forms: Vec<Form>,
    /// True for a frequent word, which is searched only when a query has nothing else.
    pub stop: bool,
    /// True for a compound seen as one word.
    pub joined: bool,
    /// What made the token, in the order of the chain.
    pub rules: Vec<Rule>,
}

/// A word in the three degrees of exactness in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Form {
    /// Small letters, exact accents.
    pub form: String,
    /// Without accents and ligatures.
    pub folded: String,
    /// Without its ending too: what an index is keyed by.
    pub stem: String,
}

impl Token {
    /// The forms with distinct stems: both words of an inclusive form mostly share theirs.
    pub(crate) fn distinct_forms(&self) -> impl Iterator<Item = &Form> {
        let earlier =
            |at: usize, form: &Form| self.forms.iter().take(at).any(|other| other.stem == form.stem);
        self.forms.iter().enumerate().filter(move |(at, form)| !earlier(*at, form)).map(|(_, form)| form)
    }

    /// True for a word that says something: no stop word, no compound beside its parts.
    pub(crate) fn is_content(&self) -> bool {
        !self.stop && !self.joined
    }
}

/// The forms of a piece. One with no letter or digit left, an apostrophe alone, has none.
pub(super) fn finish(piece: Piece, language: Language, mixed_case: bool, position: usize) -> Token {
    let Piece { text, span, words, joined, elided, mut rules } = piece;
    // WHO and IT are names where not everything is in capitals.
    let capitals = mixed_case && text.chars().count() > 1 && text.chars().all(|c| !c.is_lowercase());
    let mut forms: Vec<Form> = Vec::with_capacity(words.len());
    let mut stop = !joined && !words.is_empty();
    for word in words {
        let form = normalize::form(&word, &mut rules);
        if form.is_empty() {
            continue;
        }
        let folded = fold::folded_form(&form, &mut rules);
        stop &= elided || (!capitals && stop_words::contains(&form, language));
        let stem = stem(&folded, language, &mut rules);
        let form = Form { form, folded, stem };
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    if stop {
        rules.retain(|rule| !matches!(rule, Rule::Spelling | Rule::Irregular | Rule::Stem));
        rules.push(Rule::StopWord);
    }
    rules.sort();
    rules.dedup();
    Token { text, span, position, forms, stop, joined, rules }
}

/// The stem of a run of text that is a plain word, in small letters without accents, and so one token with one form; `None` for
/// any other run. Takes a fraction of the time of the whole chain.
pub(crate) fn plain_stem(run: &str, language: Language) -> Option<String> {
    let is_plain = !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_plain && inclusive::expand(run).is_none()).then(|| stem(run, language, &mut Vec::new()))
}

/// The stem of a folded form.
fn stem(folded: &str, language: Language, rules: &mut Vec<Rule>) -> String {
    let spelled = match language {
        Language::English => spelling::american(folded),
        Language::French => None,
    };
    rules.extend(spelled.as_ref().map(|_| Rule::Spelling));
    let spelled = spelled.unwrap_or_else(|| folded.to_owned());
    let base = irregular::base(&spelled, language);
    rules.extend(base.map(|_| Rule::Irregular));
    let base = base.unwrap_or(&spelled);
    let stem = match language {
        Language::English => english_stem::stem(base),
        Language::French => french_stem::stem(base),
    };
    if stem != base {
        rules.push(Rule::Stem);
    }
    stem
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::analyze;

    proptest! {
        #[test]
        fn the_stem_of_a_plain_word_is_that_of_its_one_token(
            run in prop_oneof!["[a-zé'.-]{0,6}", "[a-z]{1,8}(isation|ment|s|our|eurices|oustes)", Just("toustes".to_owned())],
        ) {
            for language in Language::ALL {
                let tokens = analyze(&run, language).tokens;
                if let Some(stem) = plain_stem(&run, language) {
                    let forms: Vec<&Form> = tokens.iter().flat_map(|token| &token.forms).collect();
                    let expected = Form { form: run.clone(), folded: run.clone(), stem };
                    prop_assert_eq!((tokens.len(), forms), (1, vec![&expected]));
                }
            }
        }
    }
}
