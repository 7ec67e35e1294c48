use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::text::{Bilingual, Language, Localized};

/// The most fields of its own that a catalogue declares.
pub(crate) const MOST_OWN_FIELDS: usize = 100;

/// A field of the catalogue's own, which resources have under `extra` and are filtered and counted by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnField {
    /// Its name under `extra`.
    pub id: String,
    /// What it is called.
    pub label: Localized<String>,
    /// Its values, in the order they are listed. Others that resources have come after them, each with its text as its label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<OwnValue>,
}

/// A value of a field of the catalogue's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnValue {
    /// The value as resources have it, as a text: `pdf`, `12`, `true`.
    pub id: String,
    /// What it reads.
    pub label: Localized<String>,
}

impl OwnField {
    /// What it is called, for readers of each language.
    pub(crate) fn heading(&self) -> Bilingual {
        let [en, fr] =
            Language::ALL.map(|reader| self.label.read(reader).map_or(self.id.as_str(), |text| text.value));
        Bilingual::new(en, fr)
    }
}

/// The values of a field in the `extra` of a resource, those of a list at their places; `None` for what is no value.
pub(crate) fn own_values(json: &Value) -> Vec<Option<OwnValue>> {
    match json {
        Value::Array(list) => list.iter().map(own_value).collect(),
        json => vec![own_value(json)],
    }
}

fn own_value(json: &Value) -> Option<OwnValue> {
    let label = match json {
        Value::String(text) => Localized::both(text.trim().to_owned(), text.trim().to_owned()),
        Value::Number(number) => {
            let number = number.to_string();
            Localized::both(number.clone(), number.replace('.', ","))
        }
        Value::Bool(is_so) => {
            let (en, fr) = if *is_so { ("yes", "oui") } else { ("no", "non") };
            let label = Localized::both(en.to_owned(), fr.to_owned());
            return Some(OwnValue { id: is_so.to_string(), label });
        }
        Value::Object(_) => Localized::<String>::deserialize(json).ok()?,
        Value::Null | Value::Array(_) => return None,
    };
    let id = label.read(Language::English)?.value.trim().to_owned();
    (!id.is_empty()).then_some(OwnValue { id, label })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_a_text_a_number_true_or_false_or_a_text_in_each_language() {
        let value = |id: &str, label| Some(OwnValue { id: id.to_owned(), label });
        let both = |en: &str, fr: &str| value(en, Localized::both(en.to_owned(), fr.to_owned()));
        assert_eq!(own_value(&json!(" pdf ")), both("pdf", "pdf"));
        assert_eq!(own_value(&json!(1.5)), both("1.5", "1,5"));
        assert_eq!(own_value(&json!({"en": "Report", "fr": "Rapport"})), both("Report", "Rapport"));
        let french = Localized::in_language(Language::French, "Rapport".to_owned());
        assert_eq!(own_value(&json!({"fr": "Rapport"})), value("Rapport", french));
        let yes = Localized::both("yes".to_owned(), "oui".to_owned());
        assert_eq!(own_value(&json!(true)), value("true", yes));
        for none in [json!(null), json!(" "), json!([]), json!({}), json!({"de": "x"}), json!({"en": ""})] {
            assert_eq!(own_value(&none), None, "{none}");
        }
    }

    #[test]
    fn a_list_has_a_value_at_each_place() {
        let values = own_values(&json!([["html"], "pdf"]));
        assert_eq!(values, [None, own_value(&json!("pdf"))]);
    }
}
