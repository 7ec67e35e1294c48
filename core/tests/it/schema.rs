//! The committed schemas are those of the types, and the bundled catalogue keeps to them.
//!
//! `UPDATE_SCHEMA=1 cargo test --all-features schema` writes them anew.

use std::path::{Path, PathBuf};

use ally_toolkit::schema;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn assert_committed(path: &str, schema: &Value) {
    let path = root().join(path);
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, format!("{schema:#}\n")).unwrap();
    }
    assert!(read(&path) == *schema, "{} is out of date: run again with UPDATE_SCHEMA=1", path.display());
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, schema) in schema::data_files() {
        assert_committed(&format!("data/schema/{name}.schema.json"), &schema);
    }
    assert_committed("core/schema/api.schema.json", &schema::api());
}

#[test]
fn definitions_have_names_for_people_and_every_reference_leads_to_one() {
    let named = schema::data_files().into_iter().chain([("api", schema::api())]);
    for (schema_name, schema) in named {
        let definitions = schema["$defs"].as_object().unwrap();
        for name in definitions.keys() {
            assert!(name.chars().all(char::is_alphanumeric), "{schema_name}: {name}");
        }
        let text = schema.to_string();
        for reference in text.split("\"#/$defs/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(definitions.contains_key(name), "{schema_name}: {name}");
        }
    }
}

/// Which schema describes the file at `path` inside the catalogue's folder.
fn schema_name(path: &str) -> &'static str {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["catalogue.json"] => "about",
        ["vocabularies", _] => "concepts",
        ["resources", _] => "resources",
        ["glossary.json"] => "glossary",
        ["toolkits", _, "toolkit.json"] => "toolkit",
        ["toolkits", _, "pages", _] => "page",
        other => panic!("no schema for {other:?}"),
    }
}

fn data_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            data_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "json")
            && path.parent().unwrap().file_name().unwrap() != "schema"
        {
            files.push(path);
        }
    }
}

fn validator(name: &str) -> jsonschema::Validator {
    let schema = schema::data_files().into_iter().find(|(other, _)| *other == name).unwrap().1;
    jsonschema::draft202012::options().build(&schema).unwrap()
}

#[test]
fn every_file_of_the_bundled_catalogue_keeps_to_its_schema() {
    let folder = root().join("data");
    let mut files = Vec::new();
    data_files(&folder, &mut files);
    assert!(files.len() > 30, "{files:?}");
    for path in files {
        let inner = path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
        let value = read(&path);
        let errors: Vec<String> = validator(schema_name(&inner))
            .iter_errors(&value)
            .map(|error| format!("{inner}{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn a_whole_catalogue_in_one_file_keeps_to_its_schema() {
    let json = ally_toolkit::Catalogue::bundled().unwrap().to_json().unwrap();
    let whole = serde_json::from_str(&json).unwrap();
    assert!(validator("catalogue").is_valid(&whole));
}

#[test]
fn broken_records_are_refused() {
    let resources = read(&root().join("data/resources/other.json"));
    let page = read(&root().join("data/toolkits/men-as-allies/pages/home.json"));
    let cases: [(&str, &Value, &str, Value); 8] = [
        ("resources", &resources, "/0/title", Value::Null),
        ("resources", &resources, "/0/title", serde_json::json!({"de": "Titel"})),
        ("resources", &resources, "/0/date", "last year".into()),
        ("resources", &resources, "/0/languages", "fr".into()),
        ("resources", &resources, "/0/description/en", serde_json::json!({"value": "x", "state": "guessed"})),
        ("page", &page, "/blocks/0/type", "poem".into()),
        ("page", &page, "/blocks/2/body", 3.into()),
        ("page", &page, "/reviewed", "2026-1".into()),
    ];
    for (name, whole, pointer, wrong) in cases {
        let validator = validator(name);
        let mut whole = whole.clone();
        assert!(validator.is_valid(&whole));
        *whole.pointer_mut(pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&whole), "{name} {pointer}");
    }
    let mut extra = resources.clone();
    extra[0].as_object_mut().unwrap().insert("colour".into(), "red".into());
    assert!(!validator("resources").is_valid(&extra), "unknown field");
}
