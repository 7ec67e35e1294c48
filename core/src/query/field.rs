use serde::{Deserialize, Serialize};

use crate::analysis::{fold, fold_case};
use crate::index::{FacetField, Field};
use crate::text::Language;

/// A field that a query can name, in either language, without regard to capitals and accents.
///
/// | field | names |
/// |---|---|
/// | `Title` | `title`, `titre` |
/// | `Creator` | `creator`, `author`, `auteur`, `autrice` |
/// | `Publisher` | `publisher`, `éditeur`, `éditrice` |
/// | `Description` | `description`, `résumé` |
/// | `Kind` | `kind`, `type`, `genre` |
/// | `Topic` | `topic`, `subject`, `sujet`, `thème` |
/// | `Cluster` | `cluster`, `volet` |
/// | `Audience` | `audience`, `public` |
/// | `Language` | `language`, `lang`, `langue` |
/// | `Place` | `place`, `lieu` |
/// | `Level` | `level`, `niveau` |
/// | `Access` | `access`, `accès` |
/// | `Year` | `year`, `année` |
///
/// ```
/// use ally_toolkit::query::QueryField;
/// assert_eq!(QueryField::named("Thème"), Some(QueryField::Topic));
/// assert_eq!(QueryField::named("https"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum QueryField {
    /// Words of the title.
    Title,
    /// Words of the creators' names.
    Creator,
    /// Words of the publisher's name.
    Publisher,
    /// Words of the description.
    Description,
    /// The kind of resource: its id, or its label in either language.
    Kind,
    /// A topic: its id, or one of its labels in either language, alternative and hidden ones too.
    Topic,
    /// The part of the toolkits it serves.
    Cluster,
    /// Whom it is for.
    Audience,
    /// A language it can be read in: a primary BCP 47 tag, or the language's name in English or French.
    Language,
    /// Where it comes from or applies.
    Place,
    /// How much it presumes.
    Level,
    /// Whether everyone can open it.
    Access,
    /// A year, or years from one to another: `2018`, `2018..2022`, `2018..`, `..2022`.
    Year,
}

/// What a field of a query looks at.
pub(crate) enum Target {
    /// The words of a text.
    Text(Field),
    /// The values of a facet.
    Facet(FacetField),
}

impl QueryField {
    /// Every field.
    pub const ALL: [QueryField; 13] = [
        QueryField::Title,
        QueryField::Creator,
        QueryField::Publisher,
        QueryField::Description,
        QueryField::Kind,
        QueryField::Topic,
        QueryField::Cluster,
        QueryField::Audience,
        QueryField::Language,
        QueryField::Place,
        QueryField::Level,
        QueryField::Access,
        QueryField::Year,
    ];

    /// The field with a name; capitals and accents do not matter.
    pub fn named(name: &str) -> Option<Self> {
        let name = fold_case(name);
        let has_name = |field: &QueryField| {
            let names = Language::ALL.into_iter().flat_map(|language| field.names(language));
            names.copied().any(|known| *fold(known) == *name)
        };
        QueryField::ALL.into_iter().find(has_name)
    }

    /// Its names in a language, the one that is written first.
    pub fn names(self, language: Language) -> &'static [&'static str] {
        match (self, language) {
            (QueryField::Title, Language::English) => &["title"],
            (QueryField::Title, Language::French) => &["titre"],
            (QueryField::Creator, Language::English) => &["creator", "author"],
            (QueryField::Creator, Language::French) => &["auteur", "autrice"],
            (QueryField::Publisher, Language::English) => &["publisher"],
            (QueryField::Publisher, Language::French) => &["éditeur", "éditrice"],
            (QueryField::Description, Language::English) => &["description"],
            (QueryField::Description, Language::French) => &["description", "résumé"],
            (QueryField::Kind, Language::English) => &["kind", "type"],
            (QueryField::Kind, Language::French) => &["type", "genre"],
            (QueryField::Topic, Language::English) => &["topic", "subject"],
            (QueryField::Topic, Language::French) => &["sujet", "thème"],
            (QueryField::Cluster, Language::English) => &["cluster"],
            (QueryField::Cluster, Language::French) => &["volet"],
            (QueryField::Audience, Language::English) => &["audience"],
            (QueryField::Audience, Language::French) => &["public"],
            (QueryField::Language, Language::English) => &["language", "lang"],
            (QueryField::Language, Language::French) => &["langue"],
            (QueryField::Place, Language::English) => &["place"],
            (QueryField::Place, Language::French) => &["lieu"],
            (QueryField::Level, Language::English) => &["level"],
            (QueryField::Level, Language::French) => &["niveau"],
            (QueryField::Access, Language::English) => &["access"],
            (QueryField::Access, Language::French) => &["accès"],
            (QueryField::Year, Language::English) => &["year"],
            (QueryField::Year, Language::French) => &["année"],
        }
    }

    pub(crate) fn target(self) -> Target {
        match self {
            QueryField::Title => Target::Text(Field::Title),
            QueryField::Creator => Target::Text(Field::Creators),
            QueryField::Publisher => Target::Text(Field::Publisher),
            QueryField::Description => Target::Text(Field::Description),
            QueryField::Kind => Target::Facet(FacetField::Kind),
            QueryField::Topic => Target::Facet(FacetField::Topic),
            QueryField::Cluster => Target::Facet(FacetField::Cluster),
            QueryField::Audience => Target::Facet(FacetField::Audience),
            QueryField::Language => Target::Facet(FacetField::Language),
            QueryField::Place => Target::Facet(FacetField::Place),
            QueryField::Level => Target::Facet(FacetField::Level),
            QueryField::Access => Target::Facet(FacetField::Access),
            QueryField::Year => Target::Facet(FacetField::Year),
        }
    }
}
