//! What serde and serde_json say of a text they cannot read, in words for readers of both languages.
//!
//! Both crates give English sentences and nothing else to go by, so the sentences are recognized. One that is not is
//! quoted as it stands; `every_sentence_is_recognized` makes one of each kind with the versions in use.

use crate::text::Bilingual;

/// What is wrong, as a part of a sentence, without the position.
pub(crate) fn describe(error: &serde_json::Error) -> Bilingual {
    let sentence = error.to_string();
    let sentence = sentence.rsplit_once(" at line ").map_or(sentence.as_str(), |(sentence, _)| sentence);
    recognized(sentence)
        .unwrap_or_else(|| Bilingual::new(sentence, format!("«\u{a0}{sentence}\u{a0}» (en anglais)")))
}

fn recognized(sentence: &str) -> Option<Bilingual> {
    syntax(sentence).or_else(|| types(sentence)).or_else(|| values(sentence))
}

/// The sentences of serde_json about the text itself.
fn syntax(sentence: &str) -> Option<Bilingual> {
    let (en, fr) = match sentence {
        "EOF while parsing a list" => {
            ("the text ends inside a list", "le texte s’arrête au milieu d’une liste")
        }
        "EOF while parsing an object" => {
            ("the text ends inside an object", "le texte s’arrête au milieu d’un objet")
        }
        "EOF while parsing a string" => {
            ("the text ends before a closing quotation mark", "le texte s’arrête avant un guillemet fermant")
        }
        "EOF while parsing a value" => {
            ("the text ends where a value should be", "le texte s’arrête là où il faudrait une valeur")
        }
        "expected `:`" => ("a colon is missing", "il manque un deux-points"),
        "expected `,` or `]`" => {
            ("a comma or the end of the list is missing", "il manque une virgule ou la fin de la liste")
        }
        "expected `,` or `}`" => {
            ("a comma or the end of the object is missing", "il manque une virgule ou la fin de l’objet")
        }
        "expected ident" | "expected value" => ("this is not a value", "ceci n’est pas une valeur"),
        "key must be a string" | "expected `\"`" => {
            ("a quotation mark is missing before a name", "il manque un guillemet devant un nom")
        }
        "invalid escape" => (
            "a backslash is followed by a wrong letter",
            "une barre oblique inverse est suivie d’une mauvaise lettre",
        ),
        "invalid number" => ("a number is not written right", "un nombre est mal écrit"),
        "number out of range" => ("a number is too large", "un nombre est trop grand"),
        "control character (\\u0000-\\u001F) found while parsing a string" => (
            "a text holds a line break or another control character",
            "un texte contient un saut de ligne ou un autre caractère de commande",
        ),
        "lone leading surrogate in hex escape" | "invalid unicode code point" => (
            "an escape `\\u` stands for half a character",
            "une séquence «\u{a0}\\u\u{a0}» ne représente que la moitié d’un caractère",
        ),
        "unexpected end of hex escape" => (
            "an escape `\\u` is cut short or stands for half a character",
            "une séquence «\u{a0}\\u\u{a0}» est incomplète ou ne représente que la moitié d’un caractère",
        ),
        "trailing comma" => {
            ("there is a comma after the last item", "il y a une virgule après le dernier élément")
        }
        "trailing characters" => ("the text goes on after its end", "le texte se poursuit après sa fin"),
        "recursion limit exceeded" => (
            "lists and objects are nested too deep",
            "les listes et les objets sont emboîtés trop profondément",
        ),
        _ => return None,
    };
    Some(Bilingual::new(en, fr))
}

/// The sentences of serde about fields and types.
fn types(sentence: &str) -> Option<Bilingual> {
    if let Some((name, fields)) = between(sentence, "unknown field `", "`, expected ") {
        let fields = listed(fields);
        return Some(Bilingual::new(
            format!("the field `{name}` is unknown; the fields are {}", fields.en),
            format!("le champ «\u{a0}{name}\u{a0}» est inconnu; les champs sont {}", fields.fr),
        ));
    }
    if let Some((name, values)) = between(sentence, "unknown variant `", "`, expected ") {
        let values = listed(values);
        return Some(Bilingual::new(
            format!("`{name}` is not one of the values, which are {}", values.en),
            format!("«\u{a0}{name}\u{a0}» n’est pas une des valeurs, qui sont {}", values.fr),
        ));
    }
    if let Some((name, "")) = between(sentence, "missing field `", "`") {
        return Some(Bilingual::new(
            format!("the field `{name}` is missing"),
            format!("le champ «\u{a0}{name}\u{a0}» manque"),
        ));
    }
    if let Some((name, "")) = between(sentence, "duplicate field `", "`") {
        return Some(Bilingual::new(
            format!("the field `{name}` is given twice"),
            format!("le champ «\u{a0}{name}\u{a0}» est donné deux fois"),
        ));
    }
    if let Some((found, wanted)) = between(sentence, "invalid type: ", ", expected ")
        .or_else(|| between(sentence, "invalid value: ", ", expected "))
    {
        let (found, wanted) = (kind(found), kind(wanted));
        return Some(Bilingual::new(
            format!("there is {} where {} should be", found.en, wanted.en),
            format!("il y a {} là où il faudrait {}", found.fr, wanted.fr),
        ));
    }
    if sentence.starts_with("invalid length ") {
        return Some(Bilingual::new(
            "there is a list where an object should be",
            "il y a une liste là où il faudrait un objet",
        ));
    }
    if sentence.starts_with("data did not match any variant of untagged enum Name") {
        return Some(Bilingual::new(
            "a name is a text, or a text for each language",
            "un nom est un texte, ou un texte pour chaque langue",
        ));
    }
    None
}

/// The sentences of this library about values that are written in a way of their own: what follows the value.
const VALUES: [(&str, &str); 5] = [
    (
        "is not a date: write 2019, 2019-05 or 2019-05-12, with ~ (about), ? (perhaps), or 201X",
        "n’est pas une date\u{a0}: écrivez 2019, 2019-05 ou 2019-05-12, avec ~ (environ), ? (peut-être), ou 201X",
    ),
    (
        "is not a language tag (BCP 47), such as `en`, `fr-CA` or `iu`",
        "n’est pas une étiquette de langue (BCP 47), comme «\u{a0}en\u{a0}», «\u{a0}fr-CA\u{a0}» ou «\u{a0}iu\u{a0}»",
    ),
    (
        "is not a time range: write 27:55-30:30, the end after the beginning",
        "n’est pas un passage\u{a0}: écrivez 27:55-30:30, la fin après le début",
    ),
    (
        "does not point at a page: write page:TOOLKIT/PAGE or page:TOOLKIT/PAGE#ANCHOR",
        "ne désigne pas une page\u{a0}: écrivez page:TROUSSE/PAGE ou page:TROUSSE/PAGE#ANCRE",
    ),
    (
        "is not a measure: write ndcg@10, mrr@10 or recall@100, with any rank from 1",
        "n’est pas une mesure\u{a0}: écrivez ndcg@10, mrr@10 ou recall@100, avec n’importe quel rang à partir de 1",
    ),
];

fn values(sentence: &str) -> Option<Bilingual> {
    VALUES.iter().find_map(|(en, fr)| {
        let value = sentence.strip_prefix('`')?.strip_suffix(en)?.strip_suffix("` ")?;
        Some(Bilingual::new(sentence, format!("«\u{a0}{value}\u{a0}» {fr}")))
    })
}

/// What stands between `before` and the last `after`, and what follows it.
fn between<'a>(sentence: &'a str, before: &str, after: &str) -> Option<(&'a str, &'a str)> {
    sentence.strip_prefix(before)?.rsplit_once(after)
}

/// "one of `a`, `b`, `c`" or "`a` or `b`", as a list of its own in each language.
fn listed(names: &str) -> Bilingual {
    let names: Vec<&str> = names.split('`').skip(1).step_by(2).collect();
    let quoted = |before: &str, after: &str| {
        names.iter().map(|name| format!("{before}{name}{after}")).collect::<Vec<_>>().join(", ")
    };
    Bilingual::new(quoted("`", "`"), quoted("«\u{a0}", "\u{a0}»"))
}

/// A kind of value as serde names it, `string "x"` or `a sequence`, in words.
fn kind(name: &str) -> Bilingual {
    let (word, value) = name.split_once(' ').unwrap_or((name, ""));
    let value = value.trim_matches(['`', '"']);
    let given =
        |en: &str, fr: &str| Bilingual::new(format!("{en} `{value}`"), format!("{fr} «\u{a0}{value}\u{a0}»"));
    match (word, name) {
        ("string" | "character", _) => given("the text", "le texte"),
        ("integer", _) => given("the number", "le nombre"),
        ("floating", _) => {
            let value = value.trim_start_matches("point ").trim_matches('`');
            Bilingual::new(format!("the number `{value}`"), format!("le nombre «\u{a0}{value}\u{a0}»"))
        }
        ("boolean", _) => given("the value", "la valeur"),
        ("null" | "unit", _) => Bilingual::new("the value `null`", "la valeur «\u{a0}null\u{a0}»"),
        ("sequence", _) | (_, "a sequence") => Bilingual::new("a list", "une liste"),
        ("map" | "struct" | "internally", _) | (_, "a map" | "an object") => {
            Bilingual::new("an object", "un objet")
        }
        (_, "a string" | "borrowed string" | "string or map") => Bilingual::new("a text", "un texte"),
        (_, "a text or an object") => Bilingual::new("a text or an object", "un texte ou un objet"),
        ("f64", _) => Bilingual::new("a number", "un nombre"),
        (_, "a boolean") => Bilingual::new("true or false", "true ou false"),
        ("i64" | "i32" | "u64" | "u32" | "u8" | "usize", _) => {
            Bilingual::new("a whole number", "un nombre entier")
        }
        _ => Bilingual::new(name, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Concept, Resource, Toolkit};
    use crate::search::SearchRequest;

    fn said<T: serde::de::DeserializeOwned>(json: &str) -> [String; 2] {
        let Err(error) = serde_json::from_str::<T>(json) else { panic!("{json} can be read") };
        let Bilingual { en, fr } = describe(&error);
        [en, fr]
    }

    #[test]
    fn every_sentence_is_recognized() {
        for json in [
            "[",
            "{",
            "\"x",
            "{\"query\": ",
            "{\"query\" 1}",
            "[1 2]",
            "{\"query\": \"\" \"page\": 1}",
            "nul",
            "%",
            "{1: 2}",
            "{\"query\": \"\\x\"}",
            "{\"page\": 01}",
            "{\"page\": 1e999}",
            "{\"query\": \"a\nb\"}",
            "{\"query\": \"\\ud800\"}",
            "{\"query\": \"\\ud800\\u0041\"}",
            "{\"query\": \"\\udc00\"}",
            "{\"query\": \"\\u00\"}",
            "{\"facets\": [\"kind\",]}",
            "{} {}",
            "{\"color\": 1}",
            "{\"sort\": \"up\"}",
            "{\"match\": \"some\"}",
            "{\"query\": 1}",
            "{\"query\": null}",
            "{\"query\": true}",
            "{\"page\": 1.5}",
            "{\"page\": \"1\"}",
            "{\"page\": [1]}",
            "{\"facets\": {}}",
            "{\"filters\": 1}",
            "{\"filters\": \"x\"}",
            "{\"page\": 1, \"page\": 2}",
            "{\"filters\": {\"year\": {\"from\": 9999999999}}}",
            "3",
        ] {
            let [_, fr] = said::<SearchRequest>(json);
            assert!(!fr.contains("en anglais"), "{json}: {fr}");
        }
        let deep = "[".repeat(200);
        assert!(!said::<serde_json::Value>(&deep)[1].contains("en anglais"));
        for json in [
            r#"{"id": "a"}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": 1}, "languages": []}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": ["é"]}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "date": "x"}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "publisher": 3}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "accessibility": {"captions": 3}}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "status": "gone"}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "status": 3}"#,
            r#"{"id": "a", "kind": "k", "title": {"en": "A"}, "languages": [], "length": {"pages": -1}}"#,
        ] {
            let [_, fr] = said::<Resource>(json);
            assert!(!fr.contains("en anglais"), "{json}: {fr}");
        }
        for json in [
            r#"{}"#,
            r#"3"#,
            r#"{"type": "poem"}"#,
            r#"{"type": "quotation", "text": {"en": "A"}, "source": {"url": "u", "ranges": ["x"]}}"#,
            r#"{"type": "topic_list", "items": [{"label": {"en": "A"}, "target": "x"}]}"#,
            r#"{"type": "text", "body": [], "level": 3}"#,
        ] {
            let [_, fr] = said::<Block>(json);
            assert!(!fr.contains("en anglais"), "{json}: {fr}");
        }
        assert!(!said::<Concept>("[]")[1].contains("en anglais"));
        assert!(!said::<Toolkit>("\"x\"")[1].contains("en anglais"));
    }

    #[test]
    fn sentences_read_well_in_both_languages() {
        assert_eq!(
            said::<SearchRequest>(r#"{"match": "some"}"#),
            [
                "`some` is not one of the values, which are `any`, `all`",
                "«\u{a0}some\u{a0}» n’est pas une des valeurs, qui sont «\u{a0}any\u{a0}», «\u{a0}all\u{a0}»"
            ]
        );
        assert_eq!(
            said::<SearchRequest>(r#"{"page": "2"}"#),
            [
                "there is the text `2` where a whole number should be",
                "il y a le texte «\u{a0}2\u{a0}» là où il faudrait un nombre entier"
            ]
        );
        assert_eq!(
            said::<SearchRequest>(r#"{"page": 1.5}"#)[0],
            "there is the number `1.5` where a whole number should be"
        );
        assert_eq!(
            said::<SearchRequest>(r#"{"query": null}"#)[0],
            "there is the value `null` where a text should be"
        );
    }
}
