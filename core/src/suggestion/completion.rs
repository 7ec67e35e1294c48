use serde::{Deserialize, Serialize};

use super::CompletionRequest;
use crate::index::RecordType;
use crate::search::{SearchRequest, Segment, Syntax};
use crate::text::{Bilingual, Language, Span};

/// What completes what stands in a box, the worthiest first, with what a combobox needs to announce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Completions {
    /// The part of the query that a word completes, in the unit asked for: its last word, as the reader's language cuts it (the `al` of
    /// `l’al`). Empty, at the end, where nothing is begun.
    pub span: Span,
    /// The completions, at most as many as asked for.
    pub items: Vec<Completion>,
    /// How many there are, as a sentence in the reader's language for a live region; empty where no word is typed.
    pub announcement: String,
}

/// A text that completes what was typed, and that finds something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// What is to be put into the box: for a word the whole query with it, else the title, label or name.
    pub text: String,
    /// The language of the text, of a word that of the word; `None` for a name, which has none of its own.
    pub language: Option<Language>,
    /// The text in parts, those that were typed marked.
    pub segments: Vec<Segment>,
    /// How many results the [search that it stands for](Completion::search) has; never 0.
    pub count: usize,
    /// The id of a topic, and of the record with a title: of a page its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The type of the record with a title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordType>,
    /// The label that was typed, where a topic is shown by another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matched: Option<MatchedLabel>,
    /// What it is and how many results it has, in the reader's language: to be read after the text.
    pub description: String,
}

/// A label of a topic by which it was found, beside the one by which it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MatchedLabel {
    /// Its language.
    pub language: Language,
    /// The label in parts, those that were typed marked.
    pub segments: Vec<Segment>,
}

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CompletionKind {
    /// A topic, by any of its labels.
    Topic,
    /// The title of a record; a glossary term.
    Title,
    /// A person who made something.
    Person,
    /// An organization that made something.
    Organization,
    /// A word of the records.
    Word,
}

impl CompletionKind {
    /// Every kind, in the order in which they come at equal worth.
    pub const ALL: [CompletionKind; 5] = [
        CompletionKind::Topic,
        CompletionKind::Title,
        CompletionKind::Person,
        CompletionKind::Organization,
        CompletionKind::Word,
    ];

    /// The kind's name for readers.
    pub fn label(self) -> Bilingual {
        match self {
            CompletionKind::Topic => Bilingual::new("topic", "sujet"),
            CompletionKind::Title => Bilingual::new("title", "titre"),
            CompletionKind::Person => Bilingual::new("person", "personne"),
            CompletionKind::Organization => Bilingual::new("organization", "organisation"),
            CompletionKind::Word => Bilingual::new("word", "mot"),
        }
    }
}

impl Completion {
    /// The search that the completion of `request` stands for: a topic is a filter, which takes the place of filters by topic; anything
    /// else is a query for the text. Its total is the completion's [`count`](Completion::count).
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, CompletionRequest, Language, Searcher};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let request = CompletionRequest::new("ment", Language::French);
    /// let first = &searcher.complete(&request)?.items[0];
    /// assert_eq!(searcher.search(&first.search(&request))?.total, first.count);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    pub fn search(&self, request: &CompletionRequest) -> SearchRequest {
        match (self.kind, &self.id) {
            (CompletionKind::Topic, Some(id)) => {
                let mut search = request.search("");
                search.filters.topic = vec![id.clone()];
                search
            }
            (CompletionKind::Word, _) => request.search(&self.text),
            // No sign in a title or name is meant.
            _ => SearchRequest { syntax: Syntax::Words, ..request.search(&self.text) },
        }
    }
}
