use ally_toolkit::query::{Query, parse};
use ally_toolkit::{Language, OffsetUnit};
use serde_json::{Value, json};

use super::{check, in_every_unit, text};

#[test]
fn queries_are_read_as_expected() {
    check("query.json", "read", |case| {
        in_every_unit(|unit| serde_json::to_value(parse(text(case, "text"), unit)).unwrap())
    });
}

#[test]
fn queries_are_written_as_expected() {
    check("query.json", "written", |case| {
        let value: Value = serde_json::to_value(parse(text(case, "text"), OffsetUnit::Bytes).query).unwrap();
        let query = Query::from_value(value).unwrap();
        json!({"en": query.in_language(Language::English), "fr": query.in_language(Language::French)})
    });
}
