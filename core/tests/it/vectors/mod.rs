//! The shared vectors of `tests/vectors`: what every host must answer.
//!
//! A file holds cases, each with its input and the expected output. `UPDATE_VECTORS=1 cargo test vectors` computes the
//! outputs anew; read the difference before committing it.

mod analysis;
mod errors;
mod evaluation;
mod query;
mod reading;
mod search;
mod similar;
mod suggestion;
mod updates;
mod validation;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use ally_toolkit::{Catalogue, OffsetUnit, Searcher};
use serde_json::{Map, Value, json};

type Case = Map<String, Value>;

/// The bundled catalogue, indexed once for all tests.
pub(crate) fn bundled() -> &'static Searcher {
    static BUNDLED: OnceLock<Searcher> = OnceLock::new();
    BUNDLED.get_or_init(|| Searcher::new(Catalogue::bundled().unwrap()).unwrap())
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors").join(file)
}

pub(crate) fn cases(file: &str) -> Vec<Case> {
    let text = std::fs::read_to_string(path(file)).unwrap();
    let mut whole: Value = serde_json::from_str(&text).unwrap();
    let cases = whole["cases"].take();
    serde_json::from_value(cases).unwrap()
}

/// Compares the output of every case with the one expected under `key`, or writes it there.
fn check(file: &str, key: &str, answer: impl Fn(&Case) -> Value) {
    // Two tests may check, and so write, different keys of one file.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock();
    let text = std::fs::read_to_string(path(file)).unwrap();
    let mut whole: Value = serde_json::from_str(&text).unwrap();
    let update = std::env::var_os("UPDATE_VECTORS").is_some();
    let mut names: Vec<String> = Vec::new();
    let mut wrong = Vec::new();
    for case in whole["cases"].as_array_mut().unwrap() {
        let case = case.as_object_mut().unwrap();
        let name = case["name"].as_str().unwrap().to_owned();
        assert!(!names.contains(&name), "{file}: `{name}` twice");
        let answer = answer(case);
        if case.get(key) != Some(&answer) {
            wrong.push(format!("`{name}` gives {}", laid_out(&answer)));
            case.insert(key.to_owned(), answer);
        }
        names.push(name);
    }
    if update {
        std::fs::write(path(file), laid_out(&whole)).unwrap();
    } else {
        assert!(wrong.is_empty(), "{file}: {} cases differ:\n{}", wrong.len(), wrong.join("\n"));
    }
}

fn text<'a>(case: &'a Case, key: &str) -> &'a str {
    case[key].as_str().unwrap_or_else(|| panic!("`{key}` of {} is no text", case["name"]))
}

/// The bytes given as text under `key`, or in base 64 under `key_base64`.
fn bytes(case: &Case, key: &str) -> Vec<u8> {
    match case.get(&format!("{key}_base64")) {
        Some(encoded) => from_base64(encoded.as_str().unwrap()),
        None => text(case, key).as_bytes().to_vec(),
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = text
        .trim_end_matches('=')
        .chars()
        .map(|c| u8::try_from(DIGITS.find(c).unwrap()).unwrap())
        .flat_map(|six| (0..6).rev().map(move |bit| six >> bit & 1))
        .collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |value, bit| value << 1 | bit)).collect()
}

/// One answer from three that differ in the unit of their spans: each span is given in all of them.
fn in_every_unit(mut answer: impl FnMut(OffsetUnit) -> Value) -> Value {
    let units = [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16];
    let [bytes, code_points, utf16] = units.map(&mut answer);
    merged(&bytes, &code_points, &utf16)
}

fn merged(bytes: &Value, code_points: &Value, utf16: &Value) -> Value {
    match (bytes, code_points, utf16) {
        (Value::Object(a), Value::Object(b), Value::Object(c)) => {
            assert!(a.keys().eq(b.keys()) && a.keys().eq(c.keys()));
            let field = |key: &String| match key.as_str() {
                "span" => json!({"bytes": a[key], "code_points": b[key], "utf16": c[key]}),
                _ => merged(&a[key], &b[key], &c[key]),
            };
            a.keys().map(|key| (key.clone(), field(key))).collect()
        }
        (Value::Array(a), Value::Array(b), Value::Array(c)) => {
            assert!(a.len() == b.len() && a.len() == c.len());
            a.iter().zip(b).zip(c).map(|((a, b), c)| merged(a, b, c)).collect()
        }
        (a, b, c) => {
            assert!(a == b && a == c, "{a} {b} {c}");
            a.clone()
        }
    }
}

/// JSON for people: what fits on a line stays on it, and what identifies a thing comes first.
fn laid_out(value: &Value) -> String {
    let mut text = String::new();
    lay_out(value, 0, &mut text);
    text.push('\n');
    text
}

const WIDTH: usize = 116;
const FIRST: [&str; 11] = [
    "description",
    "name",
    "id",
    "code",
    "text",
    "language",
    "call",
    "arguments",
    "catalogue",
    "catalogue_base64",
    "request",
];

fn ordered(object: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut fields: Vec<_> = object.iter().collect();
    let rank = |key: &str| FIRST.iter().position(|first| *first == key).unwrap_or(FIRST.len());
    fields.sort_by_key(|(key, _)| rank(key));
    fields
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let fields: Vec<String> = ordered(object)
                .into_iter()
                .map(|(key, value)| format!("{}: {}", json!(key), on_one_line(value)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", "))
        }
        Value::String(text) => visible(text),
        other => other.to_string(),
    }
}

/// What a reader of the file could not see or tell from something else is written as an escape.
fn visible(text: &str) -> String {
    let mut units = [0; 2];
    json!(text)
        .to_string()
        .chars()
        .map(|c| match c {
            '\u{7f}'..='\u{a0}'
            | '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}'
            | '\u{e0000}'..='\u{10ffff}' => {
                c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
            }
            c => c.to_string(),
        })
        .collect()
}

fn lay_out(value: &Value, indent: usize, text: &mut String) {
    let line = on_one_line(value);
    let is = |key| matches!(value, Value::Object(object) if object.contains_key(key));
    let fits = indent + line.chars().count() <= WIDTH && !is("cases");
    // Segments and tokens are many, and alike: each on a line of its own, however long.
    if fits || is("span") {
        text.push_str(&line);
        return;
    }
    let inner = indent + 2;
    let pad = |text: &mut String, width: usize| {
        text.push('\n');
        text.push_str(&" ".repeat(width));
    };
    match value {
        Value::Object(object) => {
            text.push('{');
            for (at, (key, value)) in ordered(object).into_iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                pad(text, inner);
                text.push_str(&format!("{}: ", json!(key)));
                lay_out(value, inner, text);
            }
            pad(text, indent);
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (at, value) in items.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "," });
                pad(text, inner);
                lay_out(value, inner, text);
            }
            pad(text, indent);
            text.push(']');
        }
        _ => text.push_str(&line),
    }
}

#[test]
fn laying_out_changes_nothing() {
    let value = json!({"cases": [{"name": "a\u{301} \u{feff}\u{0}é😀", "x": [1, {"y": null}], "z": "w".repeat(200)}]});
    assert_eq!(serde_json::from_str::<Value>(&laid_out(&value)).unwrap(), value);
    assert!(laid_out(&value).contains("a\\u0301 \\ufeff\\u0000é😀"));
}

#[test]
fn base_64_is_read() {
    assert_eq!(from_base64("//5hYg=="), b"\xff\xfeab");
}
