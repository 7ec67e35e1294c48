use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// Where something is wrong: as much of file, line, record, field and language as is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The file, relative to the catalogue's folder, with `/` between folders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line of that file, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The record's id or key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The path of the field inside the record: `links[0].url`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The language of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl Place {
    /// A place inside a record that comes from no file: a request, a call's argument.
    pub fn field(field: impl Into<String>) -> Self {
        Place { field: Some(field.into()), ..Place::default() }
    }

    /// True when nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Place::default()
    }
}

impl fmt::Display for Place {
    /// `resources/gba-plus.json:12, gba-plus-lexicons, description [fr]`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        if let Some(file) = &self.file {
            f.write_str(file)?;
            if let Some(line) = self.line {
                write!(f, ":{line}")?;
            }
            separator = ", ";
        }
        for part in [&self.record, &self.field].into_iter().flatten() {
            write!(f, "{separator}{part}")?;
            separator = ", ";
        }
        self.language
            .iter()
            .try_for_each(|language| write!(f, "{}[{language}]", if separator.is_empty() { "" } else { " " }))
    }
}
