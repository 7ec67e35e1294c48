use ally_toolkit::{CompletionRequest, SearchRequest};
use serde_json::Value;

use super::{Case, bundled, check, in_every_unit, text};

fn answer(case: &Case) -> Value {
    let asked = case["request"].clone();
    match text(case, "call") {
        "complete" => {
            let request = CompletionRequest::from_value(asked).unwrap();
            in_every_unit(|unit| {
                serde_json::to_value(bundled().complete_in_unit(&request, unit).unwrap()).unwrap()
            })
        }
        "did_you_mean" => {
            let request = SearchRequest::from_value(asked).unwrap();
            in_every_unit(|unit| {
                serde_json::to_value(bundled().did_you_mean_in_unit(&request, unit).unwrap()).unwrap()
            })
        }
        "advise" => {
            serde_json::to_value(bundled().advise(&SearchRequest::from_value(asked).unwrap()).unwrap())
                .unwrap()
        }
        call => panic!("there is no `{call}`"),
    }
}

#[test]
fn suggestions_are_as_expected() {
    check("suggestion.json", "answer", answer);
}
