use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Language};

/// A part of a record that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Field {
    /// The title, or a glossary term.
    Title,
    /// The subtitle, or a term's variants.
    Subtitle,
    /// The labels of the topics: preferred, alternative and hidden.
    Topics,
    /// The names of the creators.
    Creators,
    /// The publisher's name.
    Publisher,
    /// The description, or a term's definitions.
    Description,
    /// The labels of kind, cluster, audiences and place.
    Labels,
    /// The text of a toolkit page.
    Body,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 8] = [
        Field::Title,
        Field::Subtitle,
        Field::Topics,
        Field::Creators,
        Field::Publisher,
        Field::Description,
        Field::Labels,
        Field::Body,
    ];

    pub(crate) fn number(self) -> usize {
        self as usize
    }

    /// How much a word in this field counts, and how much a long field is held against it (the `b` of BM25).
    ///
    /// A title is nothing but what a record is about, so a word is worth its whole share of it: `b` is 1.
    /// A topic's labels are a list of synonyms, so their number says nothing about the record: no length there.
    pub(crate) const fn weight(self) -> (f64, f64) {
        match self {
            Field::Title => (3.0, 1.0),
            Field::Subtitle => (2.0, 0.75),
            Field::Topics => (2.0, 0.0),
            Field::Creators => (1.5, 0.0),
            Field::Publisher => (1.0, 0.0),
            Field::Description => (1.0, 0.75),
            Field::Labels => (0.5, 0.0),
            Field::Body => (1.0, 0.75),
        }
    }

    /// The field's name for readers.
    pub fn label(self) -> Bilingual {
        let [en, fr] = Language::ALL.map(|language| self.label_in(language));
        Bilingual::new(en, fr)
    }

    /// The field's name for readers of `language`.
    pub(crate) const fn label_in(self, language: Language) -> &'static str {
        let (en, fr) = match self {
            Field::Title => ("title", "titre"),
            Field::Subtitle => ("subtitle", "sous-titre"),
            Field::Topics => ("topic", "sujet"),
            Field::Creators => ("creator", "auteur ou autrice"),
            Field::Publisher => ("publisher", "maison d’édition"),
            Field::Description => ("description", "description"),
            Field::Labels => ("category", "catégorie"),
            Field::Body => ("page text", "texte de la page"),
        };
        match language {
            Language::English => en,
            Language::French => fr,
        }
    }
}
