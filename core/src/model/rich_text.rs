use std::str::FromStr;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};

use super::{InvalidPageTarget, PageTarget};
use crate::text::{Bilingual, Language};

/// Prose in a small subset of CommonMark: paragraphs, bullet lists, `*emphasis*`, `**strong**` and links.
///
/// Besides `http` and `https`, a link may lead to `page:TOOLKIT/PAGE#ANCHOR`, `resource:ID` or `term:ID`. Two more
/// targets say something about the words instead: `[EDI](abbr: "equity, diversity and inclusion")` for an abbreviation,
/// `[mot](lang:fr)` for words in the other language. Anything else of Markdown, HTML above all, is an error.
///
/// ```
/// use ally_toolkit::model::{Inline, LinkTarget, Paragraph, RichText};
/// let text = RichText::from("Read [this](resource:good-guys) *first*.");
/// assert_eq!(text.parse().unwrap(), [Paragraph { item: false, content: vec![
///     Inline::Text("Read ".into()),
///     Inline::Link { target: LinkTarget::Resource("good-guys".into()), content: vec![Inline::Text("this".into())] },
///     Inline::Text(" ".into()),
///     Inline::Emphasis(vec![Inline::Text("first".into())]),
///     Inline::Text(".".into()),
/// ] }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RichText(String);

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        RichText(text.to_owned())
    }
}

impl AsRef<str> for RichText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// A paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// True for an item of a bullet list; items that follow each other are one list.
    pub item: bool,
    /// The words.
    pub content: Vec<Inline>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Important words.
    Strong(Vec<Inline>),
    /// Words that lead somewhere.
    Link {
        /// Where.
        target: LinkTarget,
        /// The words.
        content: Vec<Inline>,
    },
    /// An abbreviation with what it stands for.
    Abbreviation {
        /// The abbreviation.
        content: Vec<Inline>,
        /// What it stands for.
        expansion: String,
    },
    /// Words in another language than the text around them.
    Foreign {
        /// Their language.
        language: Language,
        /// The words.
        content: Vec<Inline>,
    },
}

/// Where a link of a rich text leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkTarget {
    /// An address on the Web, `http` or `https`.
    Web(String),
    /// A page of a toolkit.
    Page(PageTarget),
    /// A resource, by id.
    Resource(String),
    /// A glossary term, by id.
    Term(String),
}

/// The text uses something that rich text does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.en)]
pub struct InvalidRichText(pub Bilingual);

/// The most marks one inside the other. People need two or three; what is read of a text is walked from outside in, so
/// that any depth would take any amount of stack.
const DEEPEST: usize = 16;

enum Open {
    Emphasis,
    Strong,
    Link(LinkTarget),
    Abbreviation(String),
    Foreign(Language),
}

impl RichText {
    /// The text as paragraphs of inline runs.
    ///
    /// # Errors
    /// [`InvalidRichText`] names what is not allowed (a heading, an image, HTML …) or the link that leads nowhere.
    pub fn parse(&self) -> Result<Vec<Paragraph>, InvalidRichText> {
        let mut paragraphs = Vec::new();
        let mut item = false;
        let mut content: Vec<Inline> = Vec::new();
        let mut open: Vec<(Open, Vec<Inline>)> = Vec::new();
        for event in Parser::new_ext(&self.0, Options::empty()) {
            if open.len() > DEEPEST {
                return Err(InvalidRichText(Bilingual::new(
                    "its marks are nested too deep",
                    "ses marques sont emboîtées trop profondément",
                )));
            }
            match event {
                Event::Start(Tag::Paragraph | Tag::List(None)) => {}
                Event::Start(Tag::Item) => item = true,
                Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::List(_)) => {
                    if !content.is_empty() {
                        paragraphs.push(Paragraph { item, content: std::mem::take(&mut content) });
                    }
                    item &= matches!(event, Event::End(TagEnd::Paragraph));
                }
                Event::Start(Tag::Emphasis) => open.push((Open::Emphasis, std::mem::take(&mut content))),
                Event::Start(Tag::Strong) => open.push((Open::Strong, std::mem::take(&mut content))),
                Event::Start(Tag::Link { dest_url, title, .. }) => {
                    open.push((opening(&dest_url, &title)?, std::mem::take(&mut content)));
                }
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {
                    if let Some((tag, outer)) = open.pop() {
                        let inner = std::mem::replace(&mut content, outer);
                        content.push(closed(tag, inner));
                    }
                }
                Event::Text(text) => push_text(&mut content, &text),
                Event::SoftBreak | Event::HardBreak => push_text(&mut content, " "),
                other => return Err(InvalidRichText(not_allowed(&other))),
            }
        }
        if !content.is_empty() {
            paragraphs.push(Paragraph { item, content });
        }
        Ok(paragraphs)
    }

    /// The words alone, paragraphs separated by a line break: what search reads. A text that cannot be parsed is
    /// given as it stands.
    pub fn plain(&self) -> String {
        match self.parse() {
            Ok(paragraphs) => {
                let lines: Vec<String> =
                    paragraphs.iter().map(|paragraph| Inline::plain(&paragraph.content)).collect();
                lines.join("\n")
            }
            Err(_) => self.0.clone(),
        }
    }
}

impl Inline {
    /// The words of `content`, without their marks.
    pub fn plain(content: &[Inline]) -> String {
        content
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Link { content, .. }
                | Inline::Abbreviation { content, .. }
                | Inline::Foreign { content, .. } => Inline::plain(content),
            })
            .collect()
    }
}

/// The parser hands out entities and escapes as texts of their own; readers get one run.
fn push_text(content: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = content.last_mut() {
        last.push_str(text);
    } else {
        content.push(Inline::Text(text.to_owned()));
    }
}

fn closed(tag: Open, content: Vec<Inline>) -> Inline {
    match tag {
        Open::Emphasis => Inline::Emphasis(content),
        Open::Strong => Inline::Strong(content),
        Open::Link(target) => Inline::Link { target, content },
        Open::Abbreviation(expansion) => Inline::Abbreviation { content, expansion },
        Open::Foreign(language) => Inline::Foreign { language, content },
    }
}

fn opening(address: &str, title: &str) -> Result<Open, InvalidRichText> {
    if address == "abbr:" {
        if title.is_empty() {
            return Err(InvalidRichText(Bilingual::new(
                "an abbreviation lacks its meaning: [EDI](abbr: \"…\")",
                "une abréviation n’a pas sa signification\u{a0}: [EDI](abbr: \"…\")",
            )));
        }
        return Ok(Open::Abbreviation(title.to_owned()));
    }
    if let Some(language) = address.strip_prefix("lang:") {
        return language.parse().map(Open::Foreign).map_err(|_| {
            InvalidRichText(Bilingual::new(
                format!("words are marked as `{address}`, which is neither lang:en nor lang:fr"),
                format!(
                    "des mots portent la marque «\u{a0}{address}\u{a0}», qui n’est ni lang:en ni lang:fr"
                ),
            ))
        });
    }
    address.parse().map(Open::Link)
}

impl FromStr for LinkTarget {
    type Err = InvalidRichText;

    fn from_str(address: &str) -> Result<Self, InvalidRichText> {
        if address.starts_with("page:") {
            return address
                .parse()
                .map(LinkTarget::Page)
                .map_err(|error: InvalidPageTarget| InvalidRichText(error.message()));
        }
        if let Some(id) = address.strip_prefix("resource:") {
            return Ok(LinkTarget::Resource(id.to_owned()));
        }
        if let Some(id) = address.strip_prefix("term:") {
            return Ok(LinkTarget::Term(id.to_owned()));
        }
        match super::check_web_address(address) {
            Ok(()) => Ok(LinkTarget::Web(address.to_owned())),
            Err(error) => Err(InvalidRichText(error.message())),
        }
    }
}

fn not_allowed(event: &Event<'_>) -> Bilingual {
    let (en, fr) = match event {
        Event::Start(Tag::Heading { .. }) => ("a heading", "un titre"),
        Event::Start(Tag::Image { .. }) => ("an image", "une image"),
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => ("code", "du code"),
        Event::Start(Tag::List(Some(_))) => ("a numbered list", "une liste numérotée"),
        Event::Start(Tag::BlockQuote(_)) => ("a block quotation", "un bloc de citation"),
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => ("HTML", "du HTML"),
        Event::Rule => ("a rule", "un filet"),
        _ => ("Markdown of another kind", "une autre sorte de Markdown"),
    };
    Bilingual::new(
        format!("there is {en}, which a text cannot have"),
        format!("il y a {fr}, ce qu’un texte ne peut pas contenir"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullet_lists_become_items() {
        let text = RichText::from("Two things:\n\n- one\n- two\n\nEnd.");
        let items: Vec<(bool, String)> =
            text.parse().unwrap().iter().map(|p| (p.item, Inline::plain(&p.content))).collect();
        let expected = [(false, "Two things:"), (true, "one"), (true, "two"), (false, "End.")];
        assert_eq!(items, expected.map(|(item, text)| (item, text.to_owned())));
    }

    #[test]
    fn abbreviations_and_foreign_words_are_marked() {
        let text = RichText::from("[EDI](abbr: \"equity, diversity and inclusion\") and [mot](lang:fr)");
        assert_eq!(
            text.parse().unwrap()[0].content,
            [
                Inline::Abbreviation {
                    content: vec![Inline::Text("EDI".into())],
                    expansion: "equity, diversity and inclusion".into()
                },
                Inline::Text(" and ".into()),
                Inline::Foreign { language: Language::French, content: vec![Inline::Text("mot".into())] },
            ]
        );
    }

    #[test]
    fn what_could_run_or_mislead_is_refused() {
        for text in [
            "<b>x</b>",
            "[x](javascript:alert(1))",
            "![x](https://x.ca/y.png)",
            "# x",
            "`x`",
            "[x](/relative)",
        ] {
            assert!(RichText::from(text).parse().is_err(), "{text}");
        }
    }
}
