use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Block, PartialDate};
use crate::text::{Bilingual, Localized};

/// A page of a toolkit: typed blocks under a title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// Identifies the page in its toolkit.
    pub key: String,
    /// The title.
    pub title: Localized<String>,
    /// A second line of the title.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub subtitle: Localized<String>,
    /// When the page was last reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<PartialDate>,
    /// What is on the page, in order.
    pub blocks: Vec<Block>,
}

/// Points at a page of a toolkit, or at an anchor on it: `page:TOOLKIT/PAGE#ANCHOR`.
///
/// ```
/// use ally_toolkit::model::PageTarget;
/// let target: PageTarget = "page:men-as-allies/what#bias".parse().unwrap();
/// assert_eq!(target.anchor.as_deref(), Some("bias"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PageTarget {
    /// The toolkit's key.
    pub toolkit: String,
    /// The page's key.
    pub page: String,
    /// The anchor of a block.
    pub anchor: Option<String>,
}

/// The text does not point at a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` does not point at a page: write page:TOOLKIT/PAGE or page:TOOLKIT/PAGE#ANCHOR")]
pub struct InvalidPageTarget(pub String);

impl InvalidPageTarget {
    /// What is wrong, in both languages.
    pub fn message(&self) -> Bilingual {
        let fr = format!(
            "«\u{a0}{}\u{a0}» ne désigne pas une page\u{a0}: écrivez page:TROUSSE/PAGE ou page:TROUSSE/PAGE#ANCRE",
            self.0
        );
        Bilingual::new(self.to_string(), fr)
    }
}

impl FromStr for PageTarget {
    type Err = InvalidPageTarget;

    fn from_str(text: &str) -> Result<Self, InvalidPageTarget> {
        let wrong = || InvalidPageTarget(text.to_owned());
        let (path, anchor) = match text.strip_prefix("page:").ok_or_else(wrong)?.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (text.strip_prefix("page:").unwrap_or_default(), None),
        };
        let (toolkit, page) = path.split_once('/').ok_or_else(wrong)?;
        if toolkit.is_empty() || page.is_empty() || anchor == Some("") {
            return Err(wrong());
        }
        Ok(PageTarget { toolkit: toolkit.into(), page: page.into(), anchor: anchor.map(Into::into) })
    }
}

impl fmt::Display for PageTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page:{}/{}", self.toolkit, self.page)?;
        self.anchor.iter().try_for_each(|anchor| write!(f, "#{anchor}"))
    }
}

impl Serialize for PageTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PageTarget {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for PageTarget {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PageTarget".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^page:[^/#]+/[^/#]+(#[^#]+)?$",
            "description": "A page of a toolkit, or an anchor on it: page:TOOLKIT/PAGE#ANCHOR."
        })
    }
}
