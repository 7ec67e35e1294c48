use ally_toolkit::evaluation::{ComparisonRequest, EvaluationRequest};
use ally_toolkit::{Error, Language};
use serde_json::{Value, json};

use super::{Case, check, text};

fn answer(case: &Case) -> Value {
    let request = case["request"].clone();
    let result: Result<Value, Error> = match text(case, "call") {
        "evaluate" => EvaluationRequest::from_value(request)
            .and_then(|request| request.evaluate())
            .map(|evaluation| serde_json::to_value(evaluation).unwrap()),
        _ => ComparisonRequest::from_value(request)
            .map(|request| serde_json::to_value(request.compare()).unwrap()),
    };
    match result {
        Ok(result) => json!({"result": result}),
        Err(error) => {
            let line = Language::ALL.map(|language| (language.code(), error.line(language)));
            let line: Value = line.into_iter().collect();
            json!({"error": {"kind": error.kind(), "place": error.place(), "line": line}})
        }
    }
}

#[test]
fn evaluations_are_as_expected() {
    check("evaluation.json", "answer", answer);
}
