//! What is suggested on small catalogues, where every record is known.

use ally_toolkit::suggestion::{Completion, CompletionKind};
use ally_toolkit::{Catalogue, CompletionRequest, Language, SearchRequest, Searcher};
use serde_json::{Value, json};

fn resource(id: &str, rest: Value) -> Value {
    let mut resource = json!({"id": id, "kind": "article", "languages": ["en"]});
    resource.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    resource
}

fn searcher(resources: &[Value]) -> Searcher {
    let catalogue = json!({
        "title": {"en": "A catalogue", "fr": "Un catalogue"},
        "vocabularies": {
            "kinds": [{"id": "article", "label": {"en": "kind", "fr": "genre"}}],
            "topics": [
                {"id": "people", "label": {"en": "people", "fr": "gens"}},
                {
                    "id": "mentoring",
                    "label": {"en": "mentoring", "fr": "mentorat"},
                    "alternative": {"en": ["sponsorship"]},
                    "hidden": {"en": ["mentorring"]},
                    "broader": ["people"],
                },
                {"id": "nobody", "label": {"en": "peonies", "fr": "pivoines"}},
            ],
        },
        "resources": resources,
    });
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
}

fn items(searcher: &Searcher, query: &str, language: Language) -> Vec<Completion> {
    searcher.complete(&CompletionRequest::new(query, language)).unwrap().items
}

/// Kind, text and count of each completion.
fn found(searcher: &Searcher, query: &str, language: Language) -> Vec<(CompletionKind, String, usize)> {
    items(searcher, query, language).into_iter().map(|item| (item.kind, item.text, item.count)).collect()
}

fn expected(list: &[(CompletionKind, &str, usize)]) -> Vec<(CompletionKind, String, usize)> {
    list.iter().map(|(kind, text, count)| (*kind, (*text).to_owned(), *count)).collect()
}

fn marked(item: &Completion) -> String {
    item.segments.iter().filter(|part| part.marked).map(|part| part.text.as_str()).collect()
}

#[test]
fn a_word_is_written_as_the_catalogue_writes_it() {
    let of = |text: &str| json!({"title": {"fr": "Zzz"}, "description": {"fr": text}, "languages": ["fr"]});
    let searcher = searcher(&[
        resource("a", of("Québec. Au Québec, des infirmier·ère·s de l’ONU")),
        resource("b", of("Les infirmier·ère·s du Québec et une infirmière")),
    ]);
    let word = |query| {
        found(&searcher, query, Language::French).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>()
    };
    assert_eq!(word("queb"), ["Québec"]);
    assert_eq!(word("au QUEB"), ["au Québec"]);
    assert_eq!(word("infirmier·"), ["infirmier·ère·s"]);
    assert_eq!(word("l'on"), ["l'ONU"]);
    assert_eq!(marked(&items(&searcher, "queb", Language::French)[0]), "Québ");
}

#[test]
fn a_completion_goes_on_from_the_words_before() {
    let searcher = searcher(&[
        resource("a", json!({"title": {"en": "Zzz"}, "description": {"en": "gentle gardens"}})),
        resource(
            "b",
            json!({"title": {"en": "Zzz"}, "description": {"en": "wild gardeners and wild gates"}}),
        ),
    ]);
    let word = |query| {
        found(&searcher, query, Language::English)
            .into_iter()
            .map(|(_, text, count)| (text, count))
            .collect::<Vec<_>>()
    };
    assert_eq!(word("gentle ga"), [("gentle gardens".to_owned(), 1)]);
    assert_eq!(word("Wild, GA"), [("Wild, gardeners".to_owned(), 1), ("Wild, gates".to_owned(), 1)]);
    assert_eq!(word("gentle gat"), []);
    assert_eq!(word("zebra ga"), []);
}

#[test]
fn a_topic_is_found_by_every_label_and_leads_somewhere() {
    let searcher = searcher(&[
        resource("a", json!({"title": {"en": "First"}, "topics": ["mentoring"]})),
        resource("b", json!({"title": {"en": "Second"}, "topics": ["mentoring"]})),
    ]);
    let topics = |query: &str, language| {
        let request = CompletionRequest {
            kinds: vec![CompletionKind::Topic],
            ..CompletionRequest::new(query, language)
        };
        searcher.complete(&request).unwrap().items
    };
    let texts = |query, language| {
        topics(query, language).into_iter().map(|item| (item.text, item.count)).collect::<Vec<_>>()
    };
    // A broader topic has what its narrower ones have; one that no record has is not there.
    assert_eq!(texts("peo", Language::English), [("people".to_owned(), 2)]);
    assert_eq!(texts("pivoi", Language::French), []);
    let [other] = &topics("spons", Language::French)[..] else { panic!() };
    assert_eq!(
        (other.text.as_str(), other.language, other.id.as_deref()),
        ("mentorat", Some(Language::French), Some("mentoring"))
    );
    let label = other.matched.as_ref().unwrap();
    assert_eq!(
        (label.language, label.segments[0].text.as_str(), label.segments[0].marked),
        (Language::English, "spons", true)
    );
    assert_eq!(marked(other), "");
    // A hidden label is never shown.
    let [hidden] = &topics("mentorr", Language::English)[..] else { panic!() };
    assert_eq!((hidden.text.as_str(), &hidden.matched), ("mentoring", &None));
}

#[test]
fn people_are_found_by_any_of_their_names() {
    let by =
        |name: &str, kind: &str| json!({"title": {"en": "Zzz"}, "creators": [{"name": name, "kind": kind}]});
    let searcher = searcher(&[
        resource("a", by("Noémie Brûlé", "person")),
        resource("b", by("Noémie Brûlé", "person")),
        resource("c", by("Brume Nord", "organization")),
    ]);
    let people = |query| {
        let kinds = vec![CompletionKind::Person, CompletionKind::Organization];
        let request = CompletionRequest { kinds, ..CompletionRequest::new(query, Language::English) };
        let items = searcher.complete(&request).unwrap().items;
        items.into_iter().map(|item| (item.kind, item.text, item.count)).collect::<Vec<_>>()
    };
    let person = (CompletionKind::Person, "Noémie Brûlé", 2);
    assert_eq!(people("bru"), expected(&[person, (CompletionKind::Organization, "Brume Nord", 1)]));
    assert_eq!(people("noemie b"), expected(&[person]));
    assert_eq!(people("brule n"), expected(&[]));
}

#[test]
fn what_no_search_finds_is_not_suggested() {
    let withdrawn = json!({"title": {"en": "Quetzal"}, "status": {"withdrawn": {"en": "gone", "fr": "parti"}}, "creators": [{"name": "Quentin", "kind": "person"}]});
    let searcher = searcher(&[resource("a", json!({"title": {"en": "Other"}})), resource("b", withdrawn)]);
    assert_eq!(found(&searcher, "que", Language::English), expected(&[]));
}

#[test]
fn each_kind_has_places_of_its_own() {
    let creators = json!([{"name": "Gabrielle Roy", "kind": "person"}]);
    let words = "gable gale gallery game gang garage garden garlic gas gate gauge gaze";
    let searcher = searcher(&[
        resource(
            "a",
            json!({"title": {"en": "Gabriel"}, "description": {"en": words}, "creators": creators}),
        ),
        resource("b", json!({"title": {"en": "Zzz"}, "description": {"en": words}})),
    ]);
    let kinds: Vec<CompletionKind> =
        found(&searcher, "ga", Language::English).into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds.len(), 8);
    assert!(kinds.contains(&CompletionKind::Title) && kinds.contains(&CompletionKind::Person));
}

#[test]
fn a_typing_error_is_forgiven_only_where_nothing_begins_so() {
    let searcher =
        searcher(&[resource("a", json!({"title": {"en": "Zzz"}, "description": {"en": "gardens gradual"}}))]);
    let texts = |query| {
        found(&searcher, query, Language::English).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>()
    };
    assert_eq!(texts("gadre"), ["gardens"]);
    assert_eq!(texts("gradu"), ["gradual"]);
    assert_eq!(texts("gadr"), Vec::<String>::new());
}

#[test]
fn a_snapshot_completes_as_what_was_written_to_it() {
    let searcher = crate::vectors::bundled();
    let opened = Searcher::open_snapshot(searcher.snapshot().unwrap().into()).unwrap();
    for query in ["m", "l’al", "men as", "mentroa"] {
        let request = CompletionRequest::new(query, Language::French);
        assert_eq!(opened.complete(&request).unwrap(), searcher.complete(&request).unwrap());
    }
}

#[test]
fn a_long_word_is_completed_by_nothing() {
    let word = "ab".repeat(4096);
    assert_eq!(found(crate::vectors::bundled(), &word, Language::English), expected(&[]));
    let request = SearchRequest::new(word, Language::English);
    assert_eq!(crate::vectors::bundled().did_you_mean(&request).unwrap(), None);
}

fn proposed(searcher: &Searcher, query: &str) -> Option<(String, usize)> {
    let proposal = searcher.did_you_mean(&SearchRequest::new(query, Language::English)).unwrap();
    proposal.map(|proposal| (proposal.query, proposal.total))
}

#[test]
fn a_word_much_rarer_than_one_near_it_may_be_a_mistyping_of_that() {
    let mut resources: Vec<Value> =
        (0..20).map(|at| resource(&format!("r{at}"), json!({"title": {"en": "Quixotic quokkas"}}))).collect();
    resources.push(resource("typo", json!({"title": {"en": "Quixotic quokkkas"}})));
    let all = searcher(&resources);
    assert_eq!(proposed(&all, "Quokkkas?"), Some(("Quokkas?".to_owned(), 20)));
    // Not the other way round, nor where it is less rare.
    assert_eq!(proposed(&all, "quokkas"), None);
    resources.remove(0);
    assert_eq!(proposed(&searcher(&resources), "quokkkas"), None);
}

#[test]
fn a_word_that_is_known_elsewhere_is_no_mistyping() {
    // No word of this catalogue, but one of English: the general lexicon has it.
    let searcher = searcher(&[
        resource("a", json!({"title": {"en": "health"}})),
        resource("b", json!({"title": {"en": "healths"}})),
    ]);
    assert_eq!(proposed(&searcher, "wealth"), None);
    assert_eq!(proposed(&searcher, "heallth"), Some(("health".to_owned(), 2)));
}

#[test]
fn a_proposal_that_would_find_no_more_is_not_made() {
    let searcher = searcher(&[resource("a", json!({"title": {"en": "zygote"}}))]);
    // The search forgives the error, and finds what there is.
    assert_eq!(searcher.search(&SearchRequest::new("zygotte", Language::English)).unwrap().total, 1);
    assert_eq!(proposed(&searcher, "zygotte"), None);
    assert_eq!(proposed(&searcher, ""), None);
}
