use super::date;
use super::reader::Reader;
use crate::model::{Page, Toolkit};
use crate::text::{Bilingual, Language, Text};

/// What a citation is made of; the order and the marks between the parts are the reader's language's.
pub(super) struct Cited<'a> {
    pub(super) creators: Vec<&'a str>,
    pub(super) date: Option<String>,
    pub(super) title: String,
    /// The journal, site or toolkit, else the publisher.
    pub(super) appeared_in: Option<&'a str>,
}

impl Cited<'_> {
    /// `Creators (date). Title. Container.`, after the APA manual and, for French, the usage of Quebec universities
    /// (« et », « s. d. »). Names stay as written: whose family name comes first is not ours to guess.
    pub(super) fn text(&self, language: Language) -> String {
        let date = self.date.as_deref().unwrap_or(match language {
            Language::English => "n.d.",
            Language::French => "s.\u{a0}d.",
        });
        let mut text = match joined(&self.creators, language) {
            Some(creators) => format!("{creators} ({date}). {}", ended(&self.title)),
            None => format!("{} ({date}).", self.title),
        };
        // A body that publishes its own work is named once.
        let repeated = |name: &&str| self.creators.contains(name) || self.title == **name;
        if let Some(appeared_in) = self.appeared_in.filter(|name| !repeated(name)) {
            text.push(' ');
            text.push_str(&ended(appeared_in));
        }
        text
    }
}

/// The suggested citation of a page, with its full date of review, since pages change.
pub(super) fn of_page(reader: &Reader<'_>, toolkit: &Toolkit, page: &Page) -> String {
    let publisher = toolkit.publisher.as_ref().map(|name| reader.name(name));
    let toolkit_title = reader.required(&toolkit.title).value;
    let reviewed = page.reviewed.or(toolkit.reviewed);
    let cited = Cited {
        creators: publisher.as_deref().into_iter().collect(),
        date: reviewed.map(|reviewed| date::year_first(reviewed, reader.language)),
        title: reader.required(&page.title).value,
        appeared_in: Some(&toolkit_title),
    };
    cited.text(reader.language)
}

/// When a page was last reviewed, as a sentence.
pub(super) fn last_reviewed(reader: &Reader<'_>, toolkit: &Toolkit, page: &Page) -> Option<Text> {
    let reviewed = page.reviewed.or(toolkit.reviewed)?;
    Some(reader.say(&Bilingual::new(
        format!("Last reviewed: {}", date::in_words(reviewed, Language::English)),
        format!("Dernière révision\u{a0}: {}", date::in_words(reviewed, Language::French)),
    )))
}

/// A title with its subtitle, in the typography of the title's own language: French sets a space before the colon.
pub(super) fn full_title(title: &Text, subtitle: Option<&Text>) -> String {
    let colon = match title.language {
        _ if title.value.ends_with(['?', '!']) => " ",
        Language::English => ": ",
        Language::French => "\u{a0}: ",
    };
    let subtitle = subtitle.filter(|subtitle| subtitle.language == title.language);
    subtitle
        .map_or_else(|| title.value.clone(), |subtitle| format!("{}{colon}{}", title.value, subtitle.value))
}

fn joined(names: &[&str], language: Language) -> Option<String> {
    let (last, rest) = names.split_last()?;
    let and = match (language, rest.len()) {
        (_, 0) => return Some((*last).to_owned()),
        (Language::English, 1) => " & ",
        (Language::English, _) => ", & ",
        (Language::French, _) => " et ",
    };
    Some(format!("{}{and}{last}", rest.join(", ")))
}

fn ended(sentence: &str) -> String {
    let mark = if sentence.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    format!("{sentence}{mark}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Localized;

    #[test]
    fn a_subtitle_is_set_off_as_the_titles_language_does() {
        let full = |language, title: &str| {
            let text =
                |words: &str| Localized::in_language(language, words.to_owned()).text(Language::French);
            full_title(&text(title).unwrap(), text("Sub").as_ref())
        };
        assert_eq!(full(Language::English, "Title"), "Title: Sub");
        assert_eq!(full(Language::French, "Titre"), "Titre\u{a0}: Sub");
        assert_eq!(full(Language::English, "Why?"), "Why? Sub");
    }

    fn cite(creators: &[&str], date: Option<&str>, title: &str, in_: Option<&str>) -> [String; 2] {
        let cited = Cited {
            creators: creators.to_vec(),
            date: date.map(str::to_owned),
            title: title.to_owned(),
            appeared_in: in_,
        };
        Language::ALL.map(|language| cited.text(language))
    }

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(
            cite(&["A", "B", "C"], None, "Why?", Some("Press")),
            ["A, B, & C (n.d.). Why? Press.", "A, B et C (s.\u{a0}d.). Why? Press."]
        );
        assert_eq!(cite(&["A", "B"], Some("2020"), "T", None), ["A & B (2020). T.", "A et B (2020). T."]);
        assert_eq!(cite(&[], Some("2020"), "T", Some("P")), ["T (2020). P."; 2]);
        assert_eq!(cite(&["P"], Some("2020"), "T", Some("P")), ["P (2020). T."; 2]);
    }
}
