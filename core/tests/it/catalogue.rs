//! Catalogues kept as folders and files.

use std::path::{Path, PathBuf};

use ally_toolkit::{Catalogue, ErrorKind, Language, Problem, Report};

/// A folder of its own for one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ally-toolkit-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn with(self, path: &str, text: &str) -> Self {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    fn report(&self) -> Report {
        Catalogue::validate(&self.0).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const ABOUT: &str = r#"{"title": {"en": "Small", "fr": "Petit"}}"#;
const KINDS: &str = r#"[{"id": "guide", "label": {"en": "guide", "fr": "guide"}}]"#;

fn found(report: &Report) -> Vec<(&str, &str, Option<usize>)> {
    report
        .problems
        .iter()
        .map(|problem| {
            let Problem { code, place, .. } = problem;
            (code.as_str(), place.file.as_deref().unwrap(), place.line)
        })
        .collect()
}

#[test]
fn a_folder_opens_and_so_does_the_one_file_made_of_it() {
    let folder = Folder::new("whole")
        .with("catalogue.json", ABOUT)
        .with("vocabularies/kinds.json", &format!("\u{feff}{KINDS}"))
        .with(
            "resources/a.json",
            r#"[{"id": "a", "kind": "guide", "title": {"en": "A"}, "languages": ["en"]}]"#,
        )
        .with("glossary/b.json", r#"[{"id": "b", "term": {"en": "B", "fr": "B"}}]"#)
        .with(
            "toolkits/kit/toolkit.json",
            r#"{"key": "kit", "title": {"en": "K", "fr": "K"}, "pages": ["p"]}"#,
        )
        .with("toolkits/kit/pages/p.json", r#"{"key": "p", "title": {"en": "P", "fr": "P"}, "blocks": []}"#)
        .with("schema/page.schema.json", "not read")
        .with(".hidden/notes.json", "not read")
        .with("README.md", "not read");
    assert!(folder.report().is_valid(), "{:?}", folder.report().problems);
    let catalogue = Catalogue::open(&folder.0).unwrap();
    assert_eq!((catalogue.resources().len(), catalogue.terms().len(), catalogue.pages().len()), (1, 1, 1));
    let folder = folder.with("one/file.json", &catalogue.to_json().unwrap());
    assert!(Catalogue::open(folder.0.join("one/file.json")).unwrap() == catalogue);
}

#[test]
fn a_file_that_belongs_nowhere_is_a_warning() {
    let folder = Folder::new("stray").with("catalogue.json", ABOUT).with("notes/todo.json", "[]");
    assert_eq!(found(&folder.report()), [("unrecognized-file", "notes/todo.json", None)]);
    assert!(Catalogue::open(&folder.0).is_ok());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_an_error_and_not_the_end() {
    let folder = Folder::new("unreadable").with("catalogue.json", ABOUT);
    std::os::unix::fs::symlink("/no/such/file", folder.0.join("glossary.json")).unwrap();
    assert_eq!(found(&folder.report()), [("unreadable-file", "glossary.json", None)]);
    let error = Catalogue::open(&folder.0).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCatalogue);
}

#[test]
fn each_problem_has_its_file_and_line() {
    let folder = Folder::new("lines")
        .with("catalogue.json", "{\n  \"title\": {\"en\": \"Small\"\n}")
        .with("vocabularies/kinds.json", "[\n  {\"id\": \"guide\"}\n]")
        .with("resources/a.json", "[\n  {\n    \"id\": \"a\",\n    \"kind\": 3\n  }\n]")
        .with("glossary.json", "[\n\n  {\"id\": \"B\", \"term\": {\"en\": \"B\", \"fr\": \"B\"}}\n]");
    assert_eq!(
        found(&folder.report()),
        [
            ("malformed-json", "catalogue.json", Some(3)),
            ("invalid-id", "glossary.json", Some(3)),
            ("invalid-value", "resources/a.json", Some(4)),
            ("missing-field", "vocabularies/kinds.json", Some(2)),
        ]
    );
}

#[test]
fn what_is_no_catalogue_cannot_be_opened() {
    let empty = Folder::new("empty");
    for path in [empty.0.as_path(), Path::new("no/such/folder"), Path::new("")] {
        for error in [Catalogue::open(path).unwrap_err(), Catalogue::validate(path).unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::Unreadable);
            for language in Language::ALL {
                assert!(
                    error.line(language).contains(&path.display().to_string()),
                    "{}",
                    error.line(language)
                );
            }
        }
    }
}

/// The index once counted a record's texts in 16 bits.
#[test]
fn a_term_may_have_any_number_of_variants() {
    let variants: Vec<String> = (0..70_000).map(|at| format!("variant{at}")).collect();
    let json = serde_json::json!({
        "title": {"en": "T", "fr": "T"},
        "glossary": [{"id": "a", "term": {"en": "A", "fr": "A"}, "variants": {"en": variants}}],
    });
    let searcher =
        ally_toolkit::Searcher::new(Catalogue::from_json(json.to_string().as_bytes()).unwrap()).unwrap();
    let request = serde_json::json!({"query": "variant69999", "records": ["term"]});
    let results = searcher.search(&ally_toolkit::SearchRequest::from_value(request).unwrap()).unwrap();
    assert_eq!(results.total, 1);
    assert_eq!(results.hits[0].highlights[0].text(), "variant69999");
}

/// Vocabularies are small and flat; one that is neither must not stop a host either.
#[test]
fn a_deep_vocabulary_opens_and_filters() {
    const COUNT: usize = 2000;
    let topic = |at: usize| {
        let broader: Vec<String> = at.checked_sub(1).map(|above| format!("t{above}")).into_iter().collect();
        serde_json::json!({"id": format!("t{at}"), "label": {"en": "t", "fr": "t"}, "broader": broader})
    };
    let resource = |at: usize| {
        serde_json::json!({
            "id": format!("r{at}"), "kind": "guide", "title": {"en": "R"}, "languages": ["en"], "topics": [format!("t{at}")],
        })
    };
    let json = serde_json::json!({
        "title": {"en": "T", "fr": "T"},
        "vocabularies": {
            "kinds": [{"id": "guide", "label": {"en": "g", "fr": "g"}}],
            "topics": (0..COUNT).map(topic).collect::<Vec<_>>(),
        },
        "resources": (0..COUNT).map(resource).collect::<Vec<_>>(),
    });
    let catalogue = Catalogue::from_json(json.to_string().as_bytes()).unwrap();
    let searcher = ally_toolkit::Searcher::new(catalogue).unwrap();
    let request = serde_json::json!({"filters": {"topic": ["t0"]}});
    let request = ally_toolkit::SearchRequest::from_value(request).unwrap();
    assert_eq!(searcher.search(&request).unwrap().total, COUNT);
}
