use std::cell::Cell;

use super::rich_text::{self, RichTextView};
use crate::catalogue::Catalogue;
use crate::collation::Collation;
use crate::error::Error;
use crate::model::RichText;
use crate::text::{Bilingual, Language, Localized, Name, Text, TranslationState};

/// Reads the texts of a catalogue in one language, and remembers whether one of them had to fall back.
pub(super) struct Reader<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) language: Language,
    // Noted on the side, so that reading a view stays one plain expression per field.
    fell_back: Cell<bool>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, language: Language) -> Self {
        Reader { catalogue, language, fell_back: Cell::new(false) }
    }

    /// A reader for a record shown on a page. What that record lacks in a language, the page does not: a list of
    /// English articles is a fully French page all the same.
    pub(super) fn aside(&self) -> Self {
        Reader::new(self.catalogue, self.language)
    }

    /// True once a text had no version in the reader's language.
    pub(super) fn fell_back(&self) -> bool {
        self.fell_back.get()
    }

    pub(super) fn text<T: Clone>(&self, text: &Localized<T>) -> Option<Text<T>> {
        let text = text.text(self.language)?;
        self.fell_back.set(self.fell_back.get() || text.fallback);
        Some(text)
    }

    /// A text that every valid record has; an open catalogue is valid, so the empty text is never shown.
    pub(super) fn required(&self, text: &Localized<String>) -> Text {
        self.text(text).unwrap_or_else(|| self.own(String::new()))
    }

    pub(super) fn texts(&self, texts: &[Localized<String>]) -> Vec<Text> {
        texts.iter().filter_map(|text| self.text(text)).collect()
    }

    pub(super) fn rich(&self, text: &Localized<RichText>) -> Result<Option<RichTextView>, Error> {
        let Some(text) = self.text(text) else { return Ok(None) };
        let paragraphs = rich_text::read(self, &text.value)?;
        Ok(Some(text_map(text, |_| paragraphs)))
    }

    pub(super) fn name(&self, name: &Name) -> String {
        name.read(self.language).to_owned()
    }

    /// Words of the library's own, which exist in both languages.
    pub(super) fn own(&self, value: String) -> Text {
        Text { value, language: self.language, fallback: false, state: TranslationState::Original }
    }

    /// Puts items in the reader's alphabetical order of their titles.
    pub(super) fn sort<T>(&self, items: &mut [T], title: impl Fn(&T) -> &str) {
        let order = Collation::new(self.language);
        items.sort_by(|a, b| order.compare(title(a), title(b)));
    }

    pub(super) fn say(&self, words: &Bilingual) -> Text {
        self.own(words.get(self.language).to_owned())
    }
}

/// The same text with another value.
pub(super) fn text_map<T, U>(text: Text<T>, map: impl FnOnce(T) -> U) -> Text<U> {
    Text { value: map(text.value), language: text.language, fallback: text.fallback, state: text.state }
}
