//! A searcher that was updated, beside one that was built of the same catalogue.

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{
    Diversity, FacetField, FacetRequest, Filters, Match, RecordType, SearchRequest, Searcher, SimilarRequest,
    Sort, YearRange,
};
use crate::catalogue::{Catalogue, Change};
use crate::model::Resource;
use crate::suggestion::CompletionRequest;
use crate::text::Language;

/// Near one another: stems that forms share, typing errors, beginnings, families, accents, inclusive forms, stop words.
const WORDS: [&str; 30] = [
    "mentor",
    "mentors",
    "mentoring",
    "mentorat",
    "mentorats",
    "leader",
    "leaders",
    "leadership",
    "équité",
    "equité",
    "équitable",
    "equity",
    "health",
    "santé",
    "healthy",
    "infirmier·ère",
    "infirmière",
    "infirmiers",
    "allié·e·s",
    "allies",
    "ally",
    "the",
    "des",
    "women",
    "femmes",
    "Women's",
    "micro-agression",
    "microagression",
    "EDI",
    "zzzebra",
];

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..=most).prop_map(|words| words.join(" "))
}

/// Texts in one language or in both.
fn texts(most: usize) -> impl Strategy<Value = Value> {
    (prop::option::weighted(0.7, words(most)), prop::option::weighted(0.7, words(most)), words(most))
        .prop_map(|(english, french, other)| match (english, french) {
            (None, None) => json!({"fr": other}),
            (Some(english), None) => json!({"en": english}),
            (None, Some(french)) => json!({"fr": french}),
            (Some(english), Some(french)) => json!({"en": english, "fr": french}),
        })
}

/// A resource with one of a few ids.
pub(super) fn resource() -> impl Strategy<Value = Resource> {
    let kind = prop::sample::select(vec!["article", "video"]);
    let topics = prop::collection::vec(prop::sample::select(vec!["people", "mentorship", "health"]), 0..3);
    let date = prop::option::of(prop::sample::select(vec!["2001", "2015-03", "2015", "2020-02-29", "1999"]));
    let added = prop::option::of(prop::sample::select(vec!["2024-05", "2024-05-03", "2025"]));
    let languages = prop::sample::subsequence(vec!["en", "fr", "iu"], 1..=3);
    let level = prop::option::weighted(0.3, prop::sample::select(vec!["introductory", "advanced"]));
    let publisher = prop::sample::select(vec![
        json!("Santé Canada"),
        json!("SANTE CANADA"),
        json!({"en": "UN Women", "fr": "ONU Femmes"}),
        json!("UN women"),
    ]);
    let format = prop::sample::select(vec![
        json!("pdf"),
        json!(["Report", 2]),
        json!({"en": "Report", "fr": "Rapport"}),
    ]);
    (
        0..9_usize,
        kind,
        texts(4),
        prop::option::of(texts(12)),
        topics,
        (date, added),
        languages,
        level,
        prop::bool::weighted(0.1),
        (prop::option::of(publisher), prop::option::of(format)),
    )
        .prop_map(|(id, kind, title, description, topics, (date, added), languages, level, withdrawn, (publisher, format))| {
            let mut resource = json!({"id": format!("r{id}"), "kind": kind, "title": title, "topics": topics,
                "languages": languages});
            let fields = resource.as_object_mut().unwrap();
            fields.extend(description.map(|description| ("description".into(), description)));
            fields.extend(date.map(|date| ("date".into(), date.into())));
            fields.extend(added.map(|added| ("added".into(), added.into())));
            fields.extend(level.map(|level| ("level".into(), level.into())));
            fields.extend(publisher.map(|publisher| ("publisher".into(), publisher)));
            fields.extend(format.map(|format| ("extra".into(), json!({"format": format}))));
            if withdrawn {
                fields.insert("status".into(), json!({"withdrawn": {"en": "Out of date", "fr": "Périmé"}}));
            }
            serde_json::from_value(resource).unwrap()
        })
}

/// A change: one in three takes a resource away, by the place it has then.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    Upsert(Box<Resource>),
    Delete(prop::sample::Index),
}

pub(super) fn changes() -> impl Strategy<Value = Vec<Wanted>> {
    let upsert = resource().prop_map(|resource| Wanted::Upsert(Box::new(resource)));
    let delete = any::<prop::sample::Index>().prop_map(Wanted::Delete);
    prop::collection::vec(prop_oneof![2 => upsert, 1 => delete], 1..5)
}

/// Makes the changes in a list; what [`Searcher::update`] is to be told.
pub(super) fn make(wanted: Vec<Wanted>, resources: &mut Vec<Resource>) -> Vec<Change> {
    let mut changes = Vec::new();
    for wanted in wanted {
        match wanted {
            Wanted::Delete(_) if resources.is_empty() => {}
            Wanted::Delete(at) => {
                let deleted = resources.remove(at.index(resources.len()));
                changes.push(Change::Delete(deleted.id));
            }
            Wanted::Upsert(resource) => {
                match resources.iter_mut().find(|other| other.id == resource.id) {
                    Some(other) => *other = Resource::clone(&resource),
                    None => resources.push(Resource::clone(&resource)),
                }
                changes.push(Change::Upsert(resource));
            }
        }
    }
    changes
}

pub(super) fn searcher(resources: &[Resource]) -> Searcher {
    let concept = |id: &str, broader: &[&str]| json!({"id": id, "label": {"en": id, "fr": format!("{id} fr")}, "broader": broader});
    let catalogue = json!({
        "title": {"en": "A catalogue", "fr": "Un catalogue"},
        "fields": [{"id": "format", "label": {"en": "Format", "fr": "Format"}, "values": [{"id": "pdf", "label": {"en": "PDF", "fr": "PDF"}}]}],
        "vocabularies": {
            "kinds": [concept("article", &[]), concept("video", &[])],
            "topics": [concept("people", &[]), concept("mentorship", &["people"]), concept("health", &[])],
        },
        "glossary": [{"id": "ally", "term": {"en": "ally", "fr": "allié·e"}, "definitions": [{"text": {"en": "Who helps.", "fr": "Qui aide."}}]}],
        "resources": resources,
    });
    Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
}

pub(super) fn request() -> impl Strategy<Value = SearchRequest> {
    let typed = prop_oneof![
        8 => words(3),
        1 => prop::sample::select(vec!["", "mentring", "helth", "infirmeire", "leadershp", "equitabl", "EDI women"]).prop_map(str::to_owned),
    ];
    let sort = prop_oneof![3 => Just(Sort::Relevance), 1 => prop::sample::select(vec![Sort::Newest, Sort::Oldest, Sort::Added, Sort::Title])];
    let filters = (
        prop::option::weighted(0.2, Just("video")),
        prop::option::weighted(0.2, Just("people")),
        prop::option::weighted(0.2, 2000..2016_i32),
    );
    let field = prop::sample::select(vec![FacetField::Kind, FacetField::Topic, FacetField::Year]);
    let diversity = prop::option::weighted(0.3, (field, 1..3_i64));
    (typed, any::<bool>(), any::<bool>(), sort, filters, diversity, 1..12_i64).prop_map(
        |(query, french, all, sort, (kind, topic, from), diversity, per_page)| SearchRequest {
            diversity: diversity
                .filter(|_| sort == Sort::Relevance)
                .map(|(field, most)| Diversity { field, most }),
            per_page,
            matching: if all { Match::All } else { Match::Any },
            sort,
            filters: Filters {
                kind: kind.into_iter().map(str::to_owned).collect(),
                topic: topic.into_iter().map(str::to_owned).collect(),
                year: from.map(|from| YearRange { from: Some(from), to: Some(from + 5) }),
                ..Filters::default()
            },
            facets: FacetField::ALL
                .into_iter()
                .chain([FacetField::Own("format".to_owned())])
                .map(FacetRequest::from)
                .collect(),
            records: vec![RecordType::Resource, RecordType::Term],
            explain: true,
            ..SearchRequest::new(query, if french { Language::French } else { Language::English })
        },
    )
}

/// What stands in the box a few letters before a request was typed.
fn begun(request: &SearchRequest) -> CompletionRequest {
    let query = request.query.as_str();
    let begun = query.char_indices().rev().nth(2).and_then(|(at, _)| query.get(..at)).unwrap_or(query);
    CompletionRequest {
        filters: request.filters.clone(),
        records: request.records.clone(),
        ..CompletionRequest::new(begun, request.language)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn an_updated_searcher_answers_as_one_that_was_built(
        mut resources in prop::collection::vec(resource(), 0..9),
        updates in prop::collection::vec(changes(), 1..5),
        requests in prop::collection::vec(request(), 8),
    ) {
        resources.sort_by(|a, b| a.id.cmp(&b.id));
        resources.dedup_by(|a, b| a.id == b.id);
        let mut updated = searcher(&resources);
        for changes in updates {
            let before = (updated.search(&requests[0]).unwrap(), updated.catalogue().clone());
            let next = updated.update(make(changes, &mut resources)).unwrap();
            prop_assert_eq!((updated.search(&requests[0]).unwrap(), updated.catalogue().clone()), before);
            updated = next;
            let mut built = searcher(&resources);
            // What is learned from the catalogue stays as it was learned.
            built.index.lexicon = Arc::clone(&updated.index.lexicon);
            prop_assert_eq!(updated.catalogue(), built.catalogue());
            for request in &requests {
                prop_assert_eq!(updated.search(request).unwrap(), built.search(request).unwrap(), "{:?}", request);
                prop_assert_eq!(updated.did_you_mean(request).unwrap(), built.did_you_mean(request).unwrap(), "{:?}", request);
                for Resource { id, .. } in &resources {
                    let like = SimilarRequest { filters: request.filters.clone(), records: request.records.clone(), ..SimilarRequest::new(id, request.language) };
                    prop_assert_eq!(updated.similar(&like).unwrap(), built.similar(&like).unwrap(), "{:?}", like);
                }
                let begun = begun(request);
                prop_assert_eq!(updated.complete(&begun).unwrap(), built.complete(&begun).unwrap(), "{:?}", begun);
            }
        }
        prop_assert!(updated.snapshot().unwrap() == searcher(&resources).snapshot().unwrap());
    }
}
