//! Any text as markup: no panic, and no link that a reader may not be sent to.
#![no_main]

use ally_toolkit::model::{Inline, LinkTarget, RichText};
use libfuzzer_sys::fuzz_target;

fn check(content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(_) => {}
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Abbreviation { content, .. }
            | Inline::Foreign { content, .. } => check(content),
            Inline::Link { target, content } => {
                if let LinkTarget::Web(url) = target {
                    let scheme = url.trim_start().to_ascii_lowercase();
                    assert!(scheme.starts_with("http:") || scheme.starts_with("https:"), "{url}");
                }
                check(content);
            }
        }
    }
}

fuzz_target!(|text: &str| {
    let rich = RichText::from(text);
    let _ = rich.plain();
    if let Ok(paragraphs) = rich.parse() {
        paragraphs.iter().for_each(|paragraph| check(&paragraph.content));
    }
});
