use std::collections::BTreeSet;

use ally_toolkit::Language;
use ally_toolkit::analysis::{Rule, analyze_in_unit};

use super::{cases, check, in_every_unit, text};

#[test]
fn texts_are_analysed_as_expected() {
    check("analysis.json", "analysis", |case| {
        let language: Language = text(case, "language").parse().unwrap();
        let text = text(case, "text");
        in_every_unit(|unit| serde_json::to_value(analyze_in_unit(text, language, unit)).unwrap())
    });
}

#[test]
fn every_rule_is_in_some_analysis() {
    let seen: BTreeSet<String> = cases("analysis.json")
        .iter()
        .flat_map(|case| case["analysis"]["tokens"].as_array().unwrap())
        .flat_map(|token| token["rules"].as_array().unwrap())
        .map(|rule| rule.as_str().unwrap().to_owned())
        .collect();
    let missing: Vec<&str> =
        Rule::ALL.iter().map(|rule| rule.as_str()).filter(|rule| !seen.contains(*rule)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
