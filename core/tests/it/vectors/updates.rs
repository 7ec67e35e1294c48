use ally_toolkit::catalogue::Change;
use ally_toolkit::{Catalogue, SearchRequest, SearchResults, Searcher};
use serde_json::{Value, json};

use super::{Case, check};

/// What matters of results: totals, ids, scores and counts.
fn essence(results: SearchResults) -> Value {
    let facet = |facet: Value| {
        let count = |value: &Value| json!([value["id"], value["count"]]);
        let counts: Value = facet["values"].as_array().unwrap().iter().map(count).collect();
        json!([facet["field"], counts])
    };
    let hits: Value = results.hits.iter().map(|hit| json!([hit.id, hit.score])).collect();
    let mut answer = json!({"total": results.total, "hits": hits});
    if let Some(facets) = serde_json::to_value(results).unwrap().get_mut("facets") {
        answer["facets"] = facets.as_array().unwrap().iter().cloned().map(facet).collect();
    }
    answer
}

fn answered(searcher: &Searcher, case: &Case) -> Value {
    let requests = case["requests"].as_array().unwrap().iter();
    let request = |request: &Value| SearchRequest::from_value(request.clone()).unwrap();
    let results = requests.map(|asked| essence(searcher.search(&request(asked)).unwrap())).collect::<Value>();
    json!({"changes": searcher.changes(), "results": results})
}

fn answers(case: &Case) -> Value {
    let catalogue = Catalogue::from_json(case["catalogue"].to_string().as_bytes()).unwrap();
    let mut searcher = Searcher::new(catalogue).unwrap();
    let mut answers = vec![answered(&searcher, case)];
    for step in case["steps"].as_array().unwrap() {
        let before = answers.last().unwrap();
        match Change::list_from_value(step.clone()).and_then(|changes| searcher.update(changes)) {
            Ok(updated) => {
                // The one before is as it was, without what an error may have added.
                assert_eq!(answered(&searcher, case)["results"], before["results"]);
                searcher = updated;
                answers.push(answered(&searcher, case));
            }
            Err(error) => {
                let mut answer = answered(&searcher, case);
                let codes: Value = error.problems().iter().map(|problem| json!(problem.code)).collect();
                answer["error"] = json!({"kind": error.kind(), "place": error.place(), "codes": codes});
                answers.push(answer);
            }
        }
    }
    answers.into()
}

#[test]
fn updated_catalogues_are_searched_as_expected() {
    check("updates.json", "answers", answers);
}
