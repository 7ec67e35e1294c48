use serde::{Deserialize, Serialize};

use crate::model::{LanguageTag, language_name_in};
use crate::text::Language;

/// A language, as a tag for programs and a name for the reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageView {
    /// The BCP 47 tag.
    pub tag: LanguageTag,
    /// Its name in the reader's language, as inside a sentence; the tag where the library knows no name.
    pub name: String,
}

pub(super) fn read(tag: &LanguageTag, reader: Language) -> LanguageView {
    LanguageView { tag: tag.clone(), name: name(tag, reader).to_owned() }
}

fn name(tag: &LanguageTag, reader: Language) -> &str {
    language_name_in(tag.primary(), reader).unwrap_or(tag.as_str())
}

/// What the reader must know of a resource's languages: that theirs is not among them, or that there are others.
pub(super) fn notice(tags: &[LanguageTag], reader: Language) -> Option<String> {
    let readable = tags.iter().any(|tag| tag.language() == Some(reader));
    let mut others: Vec<&str> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.language() != Some(reader)) {
        let name = name(tag, reader);
        if !others.contains(&name) {
            others.push(name);
        }
    }
    let (before, after) = match (reader, readable) {
        (Language::English, true) => ("Also available in ", ""),
        (Language::English, false) => ("In ", " only"),
        (Language::French, true) => ("Également offert en ", ""),
        (Language::French, false) => ("En ", " seulement"),
    };
    // `English, Cree and Spanish`; « anglais, en cri et en espagnol », since French repeats the preposition.
    let (comma, and) = match reader {
        Language::English => (", ", " and "),
        Language::French => (", en ", " et en "),
    };
    let (last, rest) = others.split_last()?;
    let (rest, and) = if rest.is_empty() { (String::new(), "") } else { (rest.join(comma), and) };
    Some([before, &rest, and, last, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice_for(tags: &[&str], reader: Language) -> Option<String> {
        let tags: Vec<LanguageTag> = tags.iter().map(|tag| tag.parse().unwrap()).collect();
        notice(&tags, reader)
    }

    #[test]
    fn the_notice_says_what_the_reader_can_read() {
        let both = |tags: &[&str]| Language::ALL.map(|reader| notice_for(tags, reader).unwrap_or_default());
        assert_eq!(both(&["en"]), ["", "En anglais seulement"]);
        assert_eq!(both(&["fr-CA"]), ["In French only", ""]);
        assert_eq!(both(&["en", "fr"]), ["Also available in French", "Également offert en anglais"]);
        assert_eq!(
            both(&["en-CA", "en-US", "iu", "tlh"]),
            ["Also available in Inuktitut and tlh", "En anglais, en inuktitut et en tlh seulement"]
        );
        assert_eq!(both(&[]), ["", ""]);
    }
}
