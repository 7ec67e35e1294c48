//! What two records share, as one sentence.

use crate::search::{MatchKind, Reason};
use crate::text::Language;

/// The reasons as one sentence in the reader's language: those with a concept are topics, the others words. `None` where there is none.
pub(super) fn sentence(reasons: &[Reason], reader: Language) -> Option<String> {
    let (topics, words): (Vec<&Reason>, Vec<&Reason>) =
        reasons.iter().partition(|reason| reason.concept.is_some());
    let [topics, words] = [topics, words]
        .map(|shared| shared.into_iter().map(|reason| quoted(reason, reader)).collect::<Vec<_>>());
    let topics = part(&topics, reader, ["the topic", "the topics"], ["le sujet", "les sujets"]);
    let words = part(&words, reader, ["the word", "the words"], ["le mot", "les mots"]);
    let parts: Vec<String> = topics.into_iter().chain(words).collect();
    if parts.is_empty() {
        return None;
    }
    Some(match reader {
        Language::English => format!("Shares {}.", parts.join("; ")),
        Language::French => format!("En commun\u{a0}: {}.", parts.join("; ")),
    })
}

/// What is shared of one sort, after its name in the singular or plural.
fn part(shared: &[String], reader: Language, en: [&str; 2], fr: [&str; 2]) -> Option<String> {
    let (names, and) = match reader {
        Language::English => (en, " and "),
        Language::French => (fr, " et "),
    };
    let [one, several] = names;
    let (last, others) = shared.split_last()?;
    Some(if others.is_empty() {
        format!("{one} {last}")
    } else {
        format!("{several} {}{and}{last}", others.join(", "))
    })
}

/// A topic or word in quotation marks, with the word that the other record has for it where that is a translation.
fn quoted(reason: &Reason, reader: Language) -> String {
    let translation =
        if reason.how == MatchKind::Translation { format!(" ({})", reason.matched) } else { String::new() };
    match reader {
        Language::English => format!("“{}”{translation}", reason.word),
        Language::French => format!("«\u{a0}{}\u{a0}»{translation}", reason.word),
    }
}
