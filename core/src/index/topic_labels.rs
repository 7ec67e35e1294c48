//! The labels of topics, found by the beginning of any of their words.

use crate::analysis::{Token, analyze};
use crate::model::{Concept, Vocabulary};
use crate::text::Language;

/// Every label of every topic. Topics are few, and change with the catalogue's files only: so they are in memory, and looked up
/// without a look at the records.
#[derive(Debug)]
pub(crate) struct TopicLabels {
    labels: Vec<TopicLabel>,
    /// Each folded word with the place of its label, in order.
    words: Vec<(String, usize)>,
}

/// A label of a topic.
#[derive(Debug)]
pub(crate) struct TopicLabel {
    /// The topic's id.
    pub(crate) topic: String,
    pub(crate) language: Language,
    pub(crate) text: String,
    /// True for one that is searched but never shown.
    pub(crate) hidden: bool,
    pub(crate) tokens: Vec<Token>,
}

impl TopicLabels {
    pub(super) fn of(topics: &Vocabulary) -> Self {
        let in_language =
            |language: Language| topics.concepts.iter().flat_map(move |topic| of_topic(topic, language));
        let labels: Vec<TopicLabel> = Language::ALL.into_iter().flat_map(in_language).collect();
        let words = labels.iter().enumerate().flat_map(|(at, label)| {
            let forms = label.tokens.iter().flat_map(|token| &token.forms);
            forms.map(move |form| (form.folded.clone(), at))
        });
        let mut words: Vec<(String, usize)> = words.collect();
        words.sort();
        words.dedup();
        TopicLabels { labels, words }
    }

    /// The labels with a word that begins with `folded`; one with several such words as often.
    pub(crate) fn with_word(&self, folded: &str) -> impl Iterator<Item = &TopicLabel> {
        let from = self.words.partition_point(|(word, _)| word.as_str() < folded);
        let words = self.words.get(from..).unwrap_or_default().iter();
        let begins = words.take_while(move |(word, _)| word.starts_with(folded));
        begins.filter_map(|(_, label)| self.labels.get(*label))
    }

    /// The labels in a language, in the order of the topics.
    pub(crate) fn of_language(&self, language: Language) -> impl Iterator<Item = &TopicLabel> {
        self.labels.iter().filter(move |label| label.language == language)
    }

    /// The distinct folded words of the labels in a language, in order.
    pub(crate) fn words(&self, language: Language) -> impl Iterator<Item = &str> {
        let of_language =
            move |label: &usize| self.labels.get(*label).is_some_and(|label| label.language == language);
        self.words.iter().filter(move |(_, label)| of_language(label)).map(|(word, _)| word.as_str())
    }
}

fn of_topic(topic: &Concept, language: Language) -> impl Iterator<Item = TopicLabel> {
    let shown = topic.label.get(language).into_iter();
    let shown = shown.chain(topic.alternative.get(language).into_iter().flatten());
    let hidden = topic.hidden.get(language).into_iter().flatten();
    let labels = shown.map(|text| (text, false)).chain(hidden.map(|text| (text, true)));
    labels.map(move |(text, hidden)| TopicLabel {
        topic: topic.id.clone(),
        language,
        text: text.clone(),
        hidden,
        tokens: analyze(text, language).tokens,
    })
}
