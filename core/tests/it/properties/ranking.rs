//! The ranking formula of `docs/ranking.md`, worked out anew from the records themselves, against the library's.

use std::collections::BTreeMap;

use ally_toolkit::analysis::{Form, analyze};
use ally_toolkit::search::Ranking;
use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
use proptest::prelude::*;
use serde_json::json;

use super::cases;

/// Words that both languages read as one plain word each, with some that share a stem or differ by an accent only.
const WORDS: [&str; 12] = [
    "mentor", "mentors", "parrain", "nursing", "équité", "equité", "zèle", "zele", "alliés", "alliée",
    "budget", "canot",
];

type Texts = [Option<Vec<&'static str>>; 2];

/// A record by its words: title, subtitle, description, in English and in French.
type Record = [Texts; 3];

fn text() -> impl Strategy<Value = Texts> {
    let side = || prop::option::of(prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..7));
    (side(), side()).prop_map(|(en, fr)| [en, fr])
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let title =
        text().prop_map(
            |[en, fr]| if en.is_none() && fr.is_none() { [Some(vec!["canot"]), None] } else { [en, fr] },
        );
    prop::collection::vec(
        (title, text(), text()).prop_map(|(title, subtitle, description)| [title, subtitle, description]),
        1..8,
    )
}

fn searcher(records: &[Record]) -> Searcher {
    let localized = |texts: &Texts| {
        let sides = Language::ALL.into_iter().zip(texts);
        sides
            .filter_map(|(language, words)| {
                Some((language.code().to_owned(), json!(words.as_ref()?.join(" "))))
            })
            .collect::<serde_json::Map<_, _>>()
    };
    let resources: Vec<_> = records
        .iter()
        .enumerate()
        .map(|(at, [title, subtitle, description])| {
            json!({
                "id": format!("r{at}"), "kind": "kind", "languages": ["en", "fr"],
                "title": localized(title), "subtitle": localized(subtitle), "description": localized(description),
            })
        })
        .collect();
    let json = json!({
        "title": {"en": "T", "fr": "T"},
        "vocabularies": {"kinds": [{"id": "kind", "label": {"en": "-", "fr": "-"}}]},
        "resources": resources,
    });
    Searcher::new(Catalogue::from_json(json.to_string().as_bytes()).unwrap()).unwrap()
}

fn form(word: &str, language: Language) -> Form {
    let tokens = analyze(word, language).tokens;
    assert!(tokens.len() == 1 && !tokens[0].stop && tokens[0].forms.len() == 1, "{word}");
    tokens[0].forms[0].clone()
}

/// `tf` of each record for one word of the query, in one view.
fn frequencies(word: &str, records: &[Record], view: usize) -> Vec<f64> {
    const FIELDS: [(f64, f64); 3] = [(3.0, 1.0), (2.0, 0.75), (1.0, 0.75)];
    let language = Language::ALL[view];
    let typed = form(word, language);
    let length = |record: &Record, field: usize| record[field][view].as_ref().map_or(0, Vec::len) as f64;
    let mean = |field: usize| {
        let lengths: Vec<f64> =
            records.iter().map(|record| length(record, field)).filter(|length| *length > 0.0).collect();
        // In steps of which sixteen double it.
        let mean = lengths.iter().sum::<f64>() / lengths.len() as f64;
        let below = ((mean.log2() * 16.0).floor() / 16.0).exp2();
        let above = below * (1.0_f64 / 16.0).exp2();
        if mean - below <= above - mean { below } else { above }
    };
    records
        .iter()
        .map(|record| {
            let mut tf = 0.0;
            for (field, (weight, b)) in FIELDS.into_iter().enumerate() {
                for occurrence in record[field][view].iter().flatten() {
                    let found = form(occurrence, language);
                    let same = f64::from(u8::from(found.stem == typed.stem));
                    tf += weight * same / (1.0 - b + b * length(record, field) / mean(field));
                }
            }
            tf
        })
        .collect()
}

/// By the records of a view: all of them, since each has at least the label of its kind in both.
fn idf(frequencies: &[f64]) -> f64 {
    let having = frequencies.iter().filter(|tf| **tf > 0.0).count() as f64;
    let all = frequencies.len() as f64;
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

fn expected(query: &[&str], reader: Language, records: &[Record]) -> BTreeMap<String, f64> {
    let mut best: BTreeMap<String, f64> = BTreeMap::new();
    let tf: Vec<[Vec<f64>; 2]> =
        query.iter().map(|word| [frequencies(word, records, 0), frequencies(word, records, 1)]).collect();
    for (view, language) in Language::ALL.into_iter().enumerate() {
        for at in 0..records.len() {
            let mut score = 0.0;
            for views in &tf {
                let having = views.iter().filter(|tf| tf.iter().any(|tf| *tf > 0.0));
                let rarity = having.map(|tf| idf(tf)).fold(f64::INFINITY, f64::min);
                let tf = views[view][at];
                if tf > 0.0 {
                    score += rarity * tf * 2.5 / (1.5 + tf);
                }
            }
            let score = score * if language == reader { 1.0 } else { 0.95 };
            if score > 0.0 {
                let slot = best.entry(format!("r{at}")).or_default();
                *slot = slot.max(score);
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn scores_are_those_of_the_formula(
        records in records(),
        query in prop::sample::subsequence(vec!["mentor", "parrain", "nursing", "équité", "zele", "alliée", "budget"], 1..4),
        reader in prop::sample::select(Language::ALL.to_vec()),
    ) {
        // A word of the query that no record has would be taken for a word near it.
        let known = |word: &&str| (0..2).any(|view| frequencies(word, &records, view).iter().any(|tf| *tf > 0.0));
        let query: Vec<&str> = query.into_iter().filter(known).collect();
        prop_assume!(!query.is_empty());
        let request = SearchRequest {
            per_page: 100,
            ranking: Ranking::PLAIN,
            ..SearchRequest::new(query.join(" "), reader)
        };
        let hits = searcher(&records).search(&request).unwrap().hits;
        let found: BTreeMap<String, f64> = hits.iter().map(|hit| (hit.id.clone(), hit.score)).collect();
        let expected = expected(&query, reader, &records);
        prop_assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        for (id, score) in &expected {
            // The index keeps frequencies in two bytes, at most 0.025 % off.
            prop_assert!((found[id] / score - 1.0).abs() < 3e-4, "{}: {} where the formula gives {}", id, found[id], score);
        }
        for pair in hits.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score);
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn an_explanation_adds_up_to_the_score(
        records in records(),
        query in prop::sample::subsequence(WORDS.to_vec(), 1..5),
        reader in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let request =
            SearchRequest { per_page: 100, explain: true, ..SearchRequest::new(query.join(" "), reader) };
        let hits = searcher(&records).search(&request).unwrap().hits;
        for (at, hit) in hits.iter().enumerate() {
            let explanation = hit.explanation.as_ref().unwrap();
            let sum: f64 = explanation.contributions.iter().map(|part| part.value).sum();
            prop_assert!((sum - hit.score).abs() < 1e-5, "{} {}: {:?}", hit.id, hit.score, explanation);
            if hits.get(at + 1).is_some_and(|next| next.score < hit.score) {
                prop_assert!(explanation.above_next.as_ref().is_some_and(|lead| lead.value > 0.0));
            }
            prop_assert!(explanation.contributions.windows(2).all(|pair| pair[0].value >= pair[1].value));
        }
    }

    /// The second stage only adds: what it looks at again never falls below what it does not.
    #[test]
    fn the_second_stage_finds_the_same_records_and_takes_nothing_off(
        records in records(),
        query in prop::sample::subsequence(WORDS.to_vec(), 1..5),
        reader in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let searcher = searcher(&records);
        let both = SearchRequest { per_page: 100, ..SearchRequest::new(query.join(" "), reader) };
        let first = Ranking {
            exact_word: 0.0, phrase: 0.0, proximity: 0.0, whole_title: 0.0, ..Ranking::default()
        };
        let scores = |request: &SearchRequest| -> BTreeMap<String, f64> {
            let hits = searcher.search(request).unwrap().hits;
            hits.into_iter().map(|hit| (hit.id, hit.score)).collect()
        };
        let (with, without) = (scores(&both), scores(&SearchRequest { ranking: first, ..both.clone() }));
        prop_assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
        for (id, score) in &without {
            prop_assert!(with[id] >= *score - 1e-6, "{}", id);
        }
    }
}

/// Being bilingual neither rewards nor punishes: records that keep both languages stay in the same order when every other
/// record loses the language that is not the query's.
#[test]
fn losing_the_other_language_moves_nobody() {
    let whole = Catalogue::bundled().unwrap().to_json().unwrap();
    let whole: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let titles = |language: &str| {
        let mut stripped = whole.clone();
        let other = if language == "en" { "fr" } else { "en" };
        for (at, resource) in stripped["resources"].as_array_mut().unwrap().iter_mut().enumerate() {
            for field in ["title", "subtitle", "description"] {
                let Some(texts) = resource.get_mut(field).and_then(|texts| texts.as_object_mut()) else {
                    continue;
                };
                if at % 2 == 0 && texts.contains_key(language) {
                    texts.remove(other);
                }
            }
        }
        stripped
    };
    let search = |catalogue: &serde_json::Value, query: &str, language: Language| -> Vec<String> {
        let searcher =
            Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap();
        let sources = ally_toolkit::lexicon::LexiconSources { learned: false, ..Default::default() };
        let request = SearchRequest { per_page: 100, across: sources, ..SearchRequest::new(query, language) };
        let hits = searcher.search(&request).unwrap().hits;
        let own = |hit: &&ally_toolkit::search::Hit| hit.language == Some(language);
        hits.iter().filter(own).map(|hit| hit.id.clone()).take(20).collect()
    };
    for (query, language) in
        [("mentorship for women", Language::English), ("préjugés inconscients", Language::French)]
    {
        let before = search(&whole, query, language);
        let after = search(&titles(language.code()), query, language);
        let kept = before.iter().filter(|id| after.contains(id)).count();
        assert!(kept * 10 >= before.len() * 9, "{query}: {kept} of {}", before.len());
    }
}

/// Fair to bilingual records: the best view counts, never the sum of both.
#[test]
fn a_record_in_both_languages_scores_as_its_best_view_does() {
    let both = [Some(vec!["mentor"]), Some(vec!["mentor"])];
    let french = [None, Some(vec!["mentor"])];
    let english = [Some(vec!["mentor"]), None];
    let none = || [None, None];
    let records: Vec<Record> =
        [both, french, english].into_iter().map(|title| [title, none(), none()]).collect();
    for reader in Language::ALL {
        let hits = searcher(&records).search(&SearchRequest::new("mentor", reader)).unwrap().hits;
        let score = |id: &str| hits.iter().find(|hit| hit.id == id).unwrap().score;
        let (own, other) = if reader == Language::French { ("r1", "r2") } else { ("r2", "r1") };
        assert_eq!(score("r0"), score(own), "neither punished nor rewarded");
        assert!(score("r0") > score(other), "the reader's language comes first");
        assert!(score("r0") < score("r1") + score("r2"));
        assert_eq!(hits.iter().filter(|hit| hit.id == "r0").count(), 1);
    }
}

/// The scores of records with these French titles, by the words typed alone.
fn plain_scores(query: &str, titles: &[[&'static str; 3]]) -> Vec<f64> {
    let records: Vec<Record> =
        titles.iter().map(|title| [[None, Some(title.to_vec())], [None, None], [None, None]]).collect();
    let request = SearchRequest { ranking: Ranking::PLAIN, ..SearchRequest::new(query, Language::French) };
    let hits = searcher(&records).search(&request).unwrap().hits;
    let score = |at: usize| hits.iter().find(|hit| hit.id == format!("r{at}")).map_or(0.0, |hit| hit.score);
    (0..titles.len()).map(score).collect()
}

/// A record with both has the better of the two, not their sum.
#[test]
fn neighbours_written_as_one_count_instead_of_the_two() {
    let titles = [
        ["canot", "budget", "microagression"],
        ["micro", "agression", "microagression"],
        ["micro", "agression", "canot"],
        ["canot", "budget", "nursing"],
    ];
    let scores = plain_scores("micro agression", &titles);
    assert!(scores[0] > 0.0 && scores[2] > 0.0 && scores[3] == 0.0, "{scores:?}");
    assert!((scores[1] - scores[0].max(scores[2])).abs() < 1e-6, "{scores:?}");
}

#[test]
fn a_word_that_frames_a_question_finds_and_counts_less() {
    let titles = [["nombre", "budget", "nursing"], ["canot", "budget", "nursing"]];
    let scores = plain_scores("nombre canot", &titles);
    assert!((scores[0] - 0.4 * scores[1]).abs() < 1e-5 && scores[0] > 0.0, "{scores:?}");
}
