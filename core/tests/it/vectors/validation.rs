use std::collections::BTreeSet;

use ally_toolkit::{Catalogue, ProblemCode};

use super::{bytes, cases, check};

#[test]
fn catalogues_are_reported_on_as_expected() {
    check("validation.json", "report", |case| {
        serde_json::to_value(Catalogue::validate_json(&bytes(case, "catalogue"))).unwrap()
    });
}

#[test]
fn every_problem_is_in_some_report() {
    // These two are about the files of a folder; `catalogue.rs` tests them.
    let of_folders = ["unreadable-file", "unrecognized-file"];
    let seen: BTreeSet<String> = cases("validation.json")
        .iter()
        .flat_map(|case| case["report"]["problems"].as_array().unwrap())
        .map(|problem| problem["code"].as_str().unwrap().to_owned())
        .collect();
    let missing: Vec<&str> = ProblemCode::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !seen.contains(*code) && !of_folders.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
