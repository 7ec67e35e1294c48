//! A francophone finds what is catalogued in English, by topic, and is told why.

use ally_toolkit::search::{Hit, MatchKind};
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};

const TOPICS: [(&str, &str); 4] = [
    ("mentorat", "mentorship"),
    ("parrainage", "sponsorship"),
    ("préjugés inconscients", "bias"),
    ("reconnaissance du territoire", "land-acknowledgement"),
];

#[test]
fn french_topics_return_english_records_above_unrelated_french_ones() {
    let searcher = Searcher::new(Catalogue::bundled().unwrap()).unwrap();
    for (query, topic) in TOPICS {
        let mut request = SearchRequest::new(query, Language::French);
        request.per_page = 100;
        let hits = searcher.search(&request).unwrap().hits;
        let resource = |hit: &Hit| searcher.catalogue().resource(&hit.id).unwrap();
        let english_only = |hit: &Hit| resource(hit).languages.iter().all(|tag| tag.as_str() == "en");
        let on_topic = |hit: &Hit| resource(hit).topics.iter().any(|id| id == topic);

        let found: Vec<&str> =
            hits.iter().filter(|hit| english_only(hit) && on_topic(hit)).map(|hit| hit.id.as_str()).collect();
        let mut expected: Vec<&str> = searcher
            .catalogue()
            .resources()
            .iter()
            .map(Result::unwrap)
            .filter(|resource| resource.topics.iter().any(|id| id == topic))
            .filter(|resource| resource.languages.iter().all(|tag| tag.as_str() == "en"))
            .map(|resource| resource.id.as_str())
            .collect();
        let mut sorted = found.clone();
        sorted.sort_unstable();
        expected.sort_unstable();
        assert!(!expected.is_empty(), "{query}");
        assert_eq!(sorted, expected, "{query}: every English record of the topic is found");

        let last_english = hits.iter().rposition(|hit| english_only(hit) && on_topic(hit)).unwrap();
        let unrelated: Vec<(usize, &str)> = hits
            .iter()
            .enumerate()
            .filter(|(rank, hit)| *rank < last_english && !english_only(hit) && !on_topic(hit))
            .map(|(rank, hit)| (rank, hit.id.as_str()))
            .collect();
        assert_eq!(unrelated, [], "{query}: last English record at {last_english}");
    }
}

#[test]
fn the_hit_says_why_in_the_readers_language() {
    let searcher = Searcher::new(Catalogue::bundled().unwrap()).unwrap();
    for (query, topic) in TOPICS {
        let results = searcher.search(&SearchRequest::new(query, Language::French)).unwrap();
        let hit = results
            .hits
            .iter()
            .find(|hit| hit.title.language == Some(Language::English))
            .unwrap_or_else(|| panic!("{query}: an English record on the first page"));
        // Through the label of its topic in French, or through a translation in its own language.
        let of_topic = hit.reasons.iter().any(|reason| {
            let by_label = reason.concept.as_ref().is_some_and(|(_, id)| id == topic);
            by_label || reason.how == MatchKind::Translation
        });
        assert!(of_topic, "{query}: {:?}", hit.reasons);
        let why = hit.why.as_deref().unwrap();
        assert!(why.starts_with("Trouvé grâce à «\u{a0}"), "{why}");
        assert!(why.contains("sujet") || why.contains("traduction"), "{why}");
        let notice = hit.card.as_ref().unwrap().language_notice.as_deref();
        assert_eq!(notice, Some("En anglais seulement"), "{query}");
    }
}
