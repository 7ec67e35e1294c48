use ally_toolkit::SimilarRequest;
use serde_json::Value;

use super::{Case, bundled, check, in_every_unit};

fn answer(case: &Case) -> Value {
    let request = SimilarRequest::from_value(case["request"].clone()).unwrap();
    in_every_unit(|unit| serde_json::to_value(bundled().similar_in_unit(&request, unit).unwrap()).unwrap())
}

#[test]
fn what_is_like_a_record_is_as_expected() {
    check("similar.json", "results", answer);
}
