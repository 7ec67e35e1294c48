use std::io::{self, Write};

use ally_toolkit::reading::{InlineView, LinkTargetView, RichTextView};
use ally_toolkit::search::Highlight;
use ally_toolkit::{Bilingual, Language};
use anstyle::{AnsiColor, Style};
use serde::Serialize;

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 96;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const MARK: Style = Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));
const LINK: Style = Style::new().underline();

/// Where the answer goes: wrapped to the terminal, in colour only there.
pub(crate) struct Output {
    out: anstream::AutoStream<io::StdoutLock<'static>>,
    width: usize,
    pub(crate) language: Language,
    pub(crate) json: bool,
}

impl Output {
    pub(crate) fn new(language: Language, json: bool) -> Self {
        let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)).min(WIDEST);
        Output { out: anstream::stdout().lock(), width, language, json }
    }

    /// The library's answer as it is.
    pub(crate) fn as_json(&mut self, answer: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.out, answer)?;
        writeln!(self.out)
    }

    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }

    pub(crate) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A paragraph, wrapped; `first` begins its first line, and the others are set in as far as that is long.
    pub(crate) fn paragraph(&mut self, first: &str, text: &str) -> io::Result<()> {
        let indent = " ".repeat(first.chars().count());
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(&indent)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            writeln!(self.out, "{}", painted(&line))?;
        }
        Ok(())
    }

    pub(crate) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.paragraph("", &bold(text))?;
        self.blank()
    }

    pub(crate) fn rich(&mut self, first: &str, text: &RichTextView) -> io::Result<()> {
        for paragraph in &text.value {
            let words = inlines(&paragraph.content);
            let bullet = format!("{}• ", " ".repeat(first.chars().count()));
            self.paragraph(if paragraph.item { &bullet } else { first }, &words)?;
            if !paragraph.item {
                self.blank()?;
            }
        }
        if text.value.last().is_some_and(|paragraph| paragraph.item) {
            self.blank()?;
        }
        Ok(())
    }

    /// The library's own words in the reader's language.
    pub(crate) fn say<'a>(&self, en: &'a str, fr: &'a str) -> &'a str {
        if self.language == Language::English { en } else { fr }
    }

    pub(crate) fn read<'a>(&self, text: &'a Bilingual) -> &'a str {
        text.get(self.language)
    }
}

// Styles must not count when lines are wrapped, nor be cut by a line's end. So a styled word carries a character of no
// width before and after it (two of the invisible operators and deprecated format characters of Unicode, which no
// catalogue has), and `painted` turns those into the terminal's codes, line by line.
const STYLES: [(char, char, Style); 4] = [
    ('\u{2061}', '\u{2062}', BOLD),
    ('\u{2063}', '\u{2064}', DIM),
    ('\u{206a}', '\u{206b}', MARK),
    ('\u{206c}', '\u{206d}', LINK),
];

fn styled(text: &str, (begin, end, _): (char, char, Style)) -> String {
    // Each word is styled on its own, since a line may end between two.
    let words: Vec<String> = text
        .split(' ')
        .map(|word| if word.is_empty() { String::new() } else { format!("{begin}{word}{end}") })
        .collect();
    words.join(" ")
}

pub(crate) fn bold(text: &str) -> String {
    let [bold, ..] = STYLES;
    styled(text, bold)
}

pub(crate) fn dim(text: &str) -> String {
    let [_, dim, ..] = STYLES;
    styled(text, dim)
}

pub(crate) fn mark(text: &str) -> String {
    let [_, _, mark, _] = STYLES;
    styled(text, mark)
}

pub(crate) fn link(text: &str) -> String {
    let [.., link] = STYLES;
    styled(text, link)
}

fn painted(line: &str) -> String {
    STYLES.iter().fold(line.to_owned(), |line, (begin, end, style)| {
        line.replace(*begin, &style.render().to_string()).replace(*end, &style.render_reset().to_string())
    })
}

/// A highlighted text, what matched in colour.
pub(crate) fn marked(highlight: &Highlight) -> String {
    highlight
        .segments
        .iter()
        .map(|part| if part.marked { mark(&part.text) } else { part.text.clone() })
        .collect()
}

/// Runs of rich text, an address after each link that leads out of the page.
pub(crate) fn inlines(content: &[InlineView]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &InlineView) -> String {
    match inline {
        InlineView::Text { text } => text.clone(),
        InlineView::Emphasis { content } | InlineView::Foreign { content, .. } => inlines(content),
        InlineView::Strong { content } => bold(&inlines(content)),
        InlineView::Abbreviation { content, expansion } => format!("{} ({expansion})", inlines(content)),
        InlineView::Link { target, content } => {
            let words = link(&inlines(content));
            match target {
                LinkTargetView::Web { url } => format!("{words} <{url}>"),
                LinkTargetView::Page(page) => format!("{words} <{}>", page.address),
                LinkTargetView::Resource { id, .. } => format!("{words} <{id}>"),
                LinkTargetView::Term { .. } => words,
            }
        }
    }
}
