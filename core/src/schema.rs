//! JSON Schemas (draft 2020-12) made from the types, so that they cannot drift from them: for editors, for the types of
//! other languages, for tests. With the feature `schema`; nothing of it is needed to run.
//!
//! [`data_files`] describes the files of a catalogue; `data/schema` holds the result. [`api`] describes what hosts
//! exchange with the library; `core/schema/api.schema.json` holds the result, and the types of the bindings are made
//! from it.
//!
//! A schema says what the types say. What validation checks beyond (that a topic exists, that a link is safe) no schema
//! can.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::analysis::{Analysis, Rule};
use crate::catalogue::{About, CatalogueFile, Report};
use crate::error::ErrorData;
use crate::evaluation::{Comparison, Evaluation, Judgments};
use crate::model::{Concept, Page, Resource, Term, Toolkit, VocabularyName};
use crate::query::ParsedQuery;
use crate::reading::{ConceptView, PageView, ResourceView, TermView, ToolkitView};
use crate::search::{SearchRequest, SearchResults, SimilarRequest};
use crate::snapshot::Description;
use crate::suggestion::{Advice, CompletionRequest, Completions, Proposal};
use crate::text::OffsetUnit;

/// Names a reader of the schemas can do without the Rust types for.
const NAMES: [(&str, &str); 9] = [
    ("Localized_of_string", "LocalizedText"),
    ("Localized_of_Array_of_string", "LocalizedList"),
    ("Localized_of_RichText", "LocalizedRichText"),
    ("Translated_of_string", "TranslatedText"),
    ("Translated_of_Array_of_string", "TranslatedList"),
    ("Translated_of_RichText", "TranslatedRichText"),
    ("Text_of_string", "Text"),
    ("Text_of_Array_of_string", "TextList"),
    ("Text_of_Array_of_ParagraphView", "RichTextView"),
];

/// The schema of each kind of file in a catalogue's folder, and of a catalogue in one file (`catalogue`), by name.
///
/// ```
/// let names: Vec<&str> = ally_toolkit::schema::data_files().iter().map(|(name, _)| *name).collect();
/// assert_eq!(names, ["about", "concepts", "resources", "glossary", "toolkit", "page", "catalogue"]);
/// ```
pub fn data_files() -> [(&'static str, Value); 7] {
    [
        ("about", data_file::<About>("What a catalogue says of itself: catalogue.json in its folder.")),
        ("concepts", data_file::<Vec<Concept>>("The concepts of a vocabulary: vocabularies/*.json.")),
        ("resources", data_file::<Vec<Resource>>("Resources: resources.json or resources/*.json.")),
        ("glossary", data_file::<Vec<Term>>("Glossary terms: glossary.json or glossary/*.json.")),
        ("toolkit", data_file::<Toolkit>("A toolkit: toolkits/*/toolkit.json.")),
        ("page", data_file::<Page>("A page of a toolkit: toolkits/*/pages/*.json.")),
        ("catalogue", data_file::<CatalogueFile>("A whole catalogue in one file.")),
    ]
}

/// Everything hosts exchange with the library, under `$defs`.
///
/// The request is described as it may be written, with optional fields; results as they are given, where only what the
/// types leave out when empty is optional.
pub fn api() -> Value {
    let mut written = generator(SchemaSettings::draft2020_12().for_deserialize());
    written.subschema_for::<SearchRequest>();
    written.subschema_for::<SimilarRequest>();
    written.subschema_for::<CompletionRequest>();
    let mut given = generator(SchemaSettings::draft2020_12().for_serialize());
    macro_rules! give {
        ($($type:ty),+) => { $(given.subschema_for::<$type>();)+ };
    }
    give!(
        SearchResults,
        Completions,
        Proposal,
        Analysis,
        Rule,
        Report,
        ErrorData,
        OffsetUnit,
        About,
        Concept,
        Resource,
        Term,
        Toolkit,
        VocabularyName,
        ToolkitView,
        PageView,
        ResourceView,
        ConceptView,
        TermView,
        Judgments,
        Evaluation,
        Comparison,
        ParsedQuery,
        Advice,
        Description
    );
    let mut definitions = given.take_definitions(true);
    definitions.values_mut().for_each(without_null);
    definitions.append(&mut written.take_definitions(true));
    finish(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ally-toolkit",
        "description": "What programs exchange with ally-toolkit. Optional fields of results are left out when empty.",
        "$defs": definitions,
    }))
}

fn data_file<T: JsonSchema>(description: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schema = generator(settings).into_root_schema_for::<T>();
    schema.insert("title".to_owned(), "ally-toolkit catalogue".into());
    schema.insert("description".to_owned(), description.into());
    finish(schema.to_value())
}

fn generator(settings: SchemaSettings) -> SchemaGenerator {
    settings.with_transform(without_rust as fn(&mut Schema)).into_generator()
}

/// Takes out what is Rust's alone: formats such as `uint32`, which some tools refuse, and in descriptions the examples in
/// Rust and the links between types.
fn without_rust(schema: &mut Schema) {
    schema.remove("format");
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = plain(description);
    }
    schemars::transform::transform_subschemas(&mut (without_rust as fn(&mut Schema)), schema);
}

fn plain(description: &str) -> String {
    let prose: String = description.split("```").step_by(2).collect();
    let mut plain = prose.trim_end().to_owned();
    while let Some((before, rest)) = plain.split_once("[`")
        && let Some((name, after)) = rest.split_once("`]")
    {
        let path = after.strip_prefix('(').and_then(|path| path.split_once(')'));
        plain = format!("{before}`{name}`{}", path.map_or(after, |(_, after)| after));
    }
    plain
}

/// A field that is left out when there is nothing to say is never null.
fn without_null(definition: &mut Value) {
    let required = definition.get("required").cloned().unwrap_or_default();
    let required = required.as_array().map(Vec::as_slice).unwrap_or_default();
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            if let Some(property) =
                property.as_object_mut().filter(|_| !required.iter().any(|other| other == name))
            {
                remove_null(property);
            }
        }
    }
    if let Some(Value::Array(variants)) = definition.get_mut("oneOf") {
        variants.iter_mut().for_each(without_null);
    }
}

fn remove_null(property: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            property.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(mut choices)) = property.remove("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        match choices.as_slice() {
            [Value::Object(only)] => property.extend(only.clone()),
            _ => property.extend([("anyOf".to_owned(), Value::Array(choices))]),
        }
    }
}

fn finish(mut schema: Value) -> Value {
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        let all = std::mem::take(definitions);
        *definitions =
            all.iter().flat_map(|(name, definition)| named_variants(name, definition, &all)).collect();
    }
    rename(&mut schema);
    schema
}

/// Gives each variant of a union that a `type` field tells apart a name of its own (`TextBlockView`), whole with the
/// fields that all variants share: programs in other languages want to name it.
fn named_variants(name: &str, definition: &Value, all: &Map<String, Value>) -> Vec<(String, Value)> {
    let variants = definition.get("oneOf").and_then(Value::as_array);
    let tag = |variant: &Value| variant.pointer("/properties/type/const")?.as_str().map(pascal_case);
    let Some(variants) = variants.filter(|variants| variants.iter().all(|variant| tag(variant).is_some()))
    else {
        return vec![(name.to_owned(), definition.clone())];
    };
    let mut named = Vec::new();
    let mut references = Vec::new();
    for variant in variants {
        let variant_name = format!("{}{name}", tag(variant).unwrap_or_default());
        references.push(json!({ "$ref": format!("#/$defs/{variant_name}") }));
        let mut whole = variant.clone();
        add_fields(&mut whole, definition);
        let content = whole.as_object_mut().and_then(|whole| whole.remove("$ref"));
        let content = content.as_ref().and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
        if let Some(content) = content.and_then(|content| all.get(content)) {
            add_fields(&mut whole, content);
        }
        named.push((variant_name, whole));
    }
    let description = definition.get("description").cloned().unwrap_or_default();
    named.push((name.to_owned(), json!({ "description": description, "oneOf": references })));
    named
}

/// Adds the fields of one object to another.
fn add_fields(whole: &mut Value, part: &Value) {
    for key in ["properties", "required"] {
        match (whole.get_mut(key), part.get(key)) {
            (Some(Value::Object(own)), Some(Value::Object(more))) => own.extend(more.clone()),
            (Some(Value::Array(own)), Some(Value::Array(more))) => own.extend(more.iter().cloned()),
            _ => {}
        }
    }
}

fn pascal_case(name: &str) -> String {
    name.split('_')
        .flat_map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>())
        })
        .collect()
}

fn rename(value: &mut Value) {
    let renamed = |name: &str| NAMES.iter().find(|(from, _)| *from == name).map(|(_, to)| (*to).to_owned());
    match value {
        Value::Object(object) => {
            *object = std::mem::take(object)
                .into_iter()
                .map(|(key, value)| (renamed(&key).unwrap_or(key), value))
                .collect::<Map<_, _>>();
            object.values_mut().for_each(rename);
        }
        Value::Array(values) => values.iter_mut().for_each(rename),
        Value::String(text) => {
            if let Some(name) = text.strip_prefix("#/$defs/").and_then(renamed) {
                *text = format!("#/$defs/{name}");
            }
        }
        _ => {}
    }
}
