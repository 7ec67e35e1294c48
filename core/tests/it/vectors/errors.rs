use std::collections::BTreeSet;

use ally_toolkit::{Catalogue, CompletionRequest, Error, ErrorKind, Language, SearchRequest, SimilarRequest};
use serde_json::{Value, json};

use super::reading::{language, read};
use super::{Case, bundled, cases, check, from_base64, text};

fn error(case: &Case) -> Error {
    let argument = || case["arguments"][0].clone();
    let result = match text(case, "call") {
        "search" => SearchRequest::from_value(argument())
            .and_then(|request| bundled().search(&request))
            .map(|results| serde_json::to_value(results).unwrap()),
        "similar" => SimilarRequest::from_value(argument())
            .and_then(|request| bundled().similar(&request))
            .map(|results| serde_json::to_value(results).unwrap()),
        "complete" => CompletionRequest::from_value(argument())
            .and_then(|request| bundled().complete(&request))
            .map(|completions| serde_json::to_value(completions).unwrap()),
        "did_you_mean" => SearchRequest::from_value(argument())
            .and_then(|request| bundled().did_you_mean(&request))
            .map(|proposal| serde_json::to_value(proposal).unwrap()),
        "open" => Catalogue::open(argument().as_str().unwrap()).map(|_| Value::Null),
        "from_json" => {
            let bytes = match case.get("argument_base64") {
                Some(encoded) => from_base64(encoded.as_str().unwrap()),
                None => argument().as_str().unwrap().as_bytes().to_vec(),
            };
            Catalogue::from_json(&bytes).map(|_| Value::Null)
        }
        "analyze" => language(&case["arguments"][1]).map(|_| Value::Null),
        _ => read(bundled().catalogue(), case),
    };
    result.expect_err(text(case, "name"))
}

fn answer(case: &Case) -> Value {
    let error = error(case);
    let mut answer = json!({"kind": error.kind(), "place": error.place()});
    if !error.problems().is_empty() {
        answer["codes"] = error.problems().iter().map(|problem| json!(problem.code)).collect();
    }
    answer
}

#[test]
fn errors_are_as_expected() {
    check("errors.json", "error", answer);
}

#[test]
fn error_messages_are_as_expected() {
    check("errors.json", "messages", |case| match text(case, "call") {
        // The reason is the operating system's, in its own words.
        "open" => Value::Null,
        _ => {
            Language::ALL.map(|language| (language.code(), error(case).line(language))).into_iter().collect()
        }
    });
}

#[test]
fn every_kind_of_error_is_there() {
    let seen: BTreeSet<String> =
        cases("errors.json").iter().map(|case| case["error"]["kind"].as_str().unwrap().to_owned()).collect();
    // No call of these vectors can give these: a defect, and what is wrong with a snapshot, which each host's tests of snapshots
    // cover.
    let without = [
        ErrorKind::Internal,
        ErrorKind::Unwritable,
        ErrorKind::InvalidSnapshot,
        ErrorKind::IncompatibleSnapshot,
    ];
    for kind in ErrorKind::ALL.iter().filter(|kind| !without.contains(kind)) {
        assert!(seen.contains(kind.as_str()), "{}", kind.as_str());
    }
}
