use ally_toolkit::model::VocabularyName;
use ally_toolkit::{Catalogue, Error, Language, SearchRequest};
use serde_json::{Value, json};

use super::{Case, bundled, check, text};

/// A language as hosts read one: as the field of a request.
pub(super) fn language(code: &Value) -> Result<Language, Error> {
    Ok(SearchRequest::from_value(json!({ "language": code }))?.language)
}

/// The call a case names, on `catalogue`.
pub(super) fn read(catalogue: &Catalogue, case: &Case) -> Result<Value, Error> {
    let language = language(&case["language"])?;
    let arguments: Vec<&str> =
        case["arguments"].as_array().unwrap().iter().map(|argument| argument.as_str().unwrap()).collect();
    Ok(match (text(case, "call"), arguments.as_slice()) {
        ("resource", [id]) => serde_json::to_value(catalogue.read_resource(id, language)?),
        ("page", [address]) => serde_json::to_value(catalogue.read_page(address, language)?),
        ("toolkit", [key]) => serde_json::to_value(catalogue.read_toolkit(key, language)?),
        ("term", [id]) => serde_json::to_value(catalogue.read_term(id, language)?),
        ("topic", [id]) => {
            serde_json::to_value(catalogue.read_concept(VocabularyName::Topics, id, language)?)
        }
        ("concept", [vocabulary, id]) => {
            serde_json::to_value(catalogue.read_concept(vocabulary.parse()?, id, language)?)
        }
        (call, _) => panic!("no call `{call}` with {arguments:?}"),
    }
    .unwrap())
}

#[test]
fn records_are_read_as_expected() {
    check("reading.json", "result", |case| read(bundled().catalogue(), case).unwrap());
}
