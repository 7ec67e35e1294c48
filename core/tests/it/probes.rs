//! Each probe is a catalogue of one title and a query: it finds the title or not, and marks what a reader would.

use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use serde::Deserialize;

#[derive(Deserialize)]
struct Probes {
    probes: Vec<Probe>,
}

#[derive(Deserialize)]
struct Probe {
    set: String,
    name: String,
    language: Language,
    title: String,
    query: String,
    finds: bool,
    #[serde(default)]
    marks: Vec<String>,
    /// Why the library does not do this yet; such a probe must fail, so that the list can only shrink.
    limit: Option<String>,
}

/// A catalogue whose only text is `title`.
fn searcher(title: &str, language: Language) -> Searcher {
    let json = serde_json::json!({
        "title": {"en": "Probe", "fr": "Sonde"},
        "vocabularies": {"kinds": [{"id": "kind", "label": {"en": ".", "fr": "."}}]},
        "resources": [{"id": "probe", "kind": "kind", "title": {language.code(): title}, "languages": [language.code()]}],
    });
    Searcher::new(Catalogue::from_json(json.to_string().as_bytes()).unwrap()).unwrap()
}

#[test]
fn every_probe_finds_and_marks_what_it_should() {
    let text = include_str!("../../../tests/vectors/probes.json");
    let Probes { probes } = serde_json::from_str(text).unwrap();
    let mut failures = Vec::new();
    for probe in &probes {
        let results = searcher(&probe.title, probe.language)
            .search(&SearchRequest::new(&probe.query, probe.language))
            .unwrap();
        let marks: Vec<String> = results
            .hits
            .iter()
            .flat_map(|hit| hit.title.segments.iter().filter(|segment| segment.marked))
            .map(|segment| segment.text.clone())
            .collect();
        let passes = (results.total == 1) == probe.finds && marks == probe.marks;
        if passes == probe.limit.is_some() {
            failures.push(format!(
                "{} {}: `{}` in `{}`: finds {} marks {marks:?}, should {} {:?}",
                probe.set,
                probe.name,
                probe.query,
                probe.title,
                results.total == 1,
                probe.finds,
                probe.marks
            ));
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} probes fail:\n{}",
        failures.len(),
        probes.len(),
        failures.join("\n")
    );
}
