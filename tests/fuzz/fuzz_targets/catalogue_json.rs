//! Any bytes as a catalogue: it opens, or says why; what opens is read, written and searched.
#![no_main]

use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| {
    let report = Catalogue::validate_json(json);
    let opened = Catalogue::from_json(json);
    assert_eq!(opened.is_ok(), report.is_valid());
    let Ok(catalogue) = opened else { return };
    for language in Language::ALL {
        for page in catalogue.pages() {
            catalogue.read_page(&format!("{}/{}", page.toolkit, page.page.key), language).unwrap();
        }
        for resource in catalogue.resources() {
            catalogue.read_resource(&resource.unwrap().id, language).unwrap();
        }
    }
    let written = catalogue.to_json().unwrap();
    assert!(Catalogue::from_json(written.as_bytes()).unwrap() == catalogue);
    let searcher = Searcher::new(catalogue).unwrap();
    searcher.search(&SearchRequest::new("title", Language::English)).unwrap();
});
