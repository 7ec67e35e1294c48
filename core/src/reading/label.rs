use serde::{Deserialize, Serialize};

use super::reader::Reader;
use crate::model::{Access, Level, Status, VocabularyName};
use crate::text::{Bilingual, Text};

/// A value with an id for programs and a label for the reader: a concept, a level, a status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LabelView {
    /// The id.
    pub id: String,
    /// What the reader sees.
    pub label: Text,
}

impl Reader<'_> {
    /// The label of a concept; its id where the vocabulary does not have it, which validation reports.
    pub(super) fn label(&self, vocabulary: VocabularyName, id: &str) -> LabelView {
        let concept = self.catalogue.vocabulary(vocabulary).get(id);
        let label = concept.and_then(|concept| self.text(&concept.label));
        LabelView { id: id.to_owned(), label: label.unwrap_or_else(|| self.own(id.to_owned())) }
    }

    pub(super) fn labels<'i, I>(&self, vocabulary: VocabularyName, ids: I) -> Vec<LabelView>
    where
        I: IntoIterator<Item = &'i String>,
    {
        ids.into_iter().map(|id| self.label(vocabulary, id)).collect()
    }

    pub(super) fn level(&self, level: Level) -> LabelView {
        self.word(level.as_str(), &level.label())
    }

    pub(super) fn access(&self, access: Access) -> LabelView {
        self.word(access.as_str(), &access.label())
    }

    pub(super) fn status(&self, status: &Status) -> LabelView {
        let (id, en, fr) = match status {
            Status::Active => ("active", "active", "active"),
            Status::Archived => ("archived", "archived", "archivée"),
            Status::Withdrawn(_) => ("withdrawn", "withdrawn", "retirée"),
        };
        self.word(id, &Bilingual::new(en, fr))
    }

    fn word(&self, id: &str, label: &Bilingual) -> LabelView {
        LabelView { id: id.to_owned(), label: self.say(label) }
    }
}
