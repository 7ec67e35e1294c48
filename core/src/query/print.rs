//! Queries written back as text.

use std::fmt;

use super::token::{is_minus, is_quotation_mark, operator};
use super::{FieldValues, Query, QueryField};
use crate::text::Language;

impl Query {
    /// The text of the query, with the operators, names and quotation marks of a language. Read again it is the same query,
    /// [normalized](Query::normalized).
    ///
    /// ```
    /// use ally_toolkit::query::{Query, QueryField};
    /// use ally_toolkit::Language;
    /// let query = Query::field(QueryField::Topic, ["mentorship", "unconscious bias"]).or(Query::phrase("feuille de route"));
    /// assert_eq!(
    ///     query.in_language(Language::French),
    ///     "sujet:(mentorship OU «\u{a0}unconscious bias\u{a0}») OU «\u{a0}feuille de route\u{a0}»",
    /// );
    /// // Whatever is in a word stays a word.
    /// assert_eq!(Query::words("women OR -5 (sic)").to_string(), r"women \OR \-5 \(sic\)");
    /// ```
    pub fn in_language(&self, language: Language) -> String {
        let query = self.clone().normalized();
        let printed = Printer { language, signs: false }.print(&query);
        // In a text all in capitals, operators are words.
        if printed.chars().any(char::is_lowercase) {
            printed
        } else {
            Printer { language, signs: true }.print(&query)
        }
    }
}

impl fmt::Display for Query {
    /// The text of the query in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

struct Printer {
    language: Language,
    /// True for operators written in signs.
    signs: bool,
}

impl Printer {
    fn or(&self) -> &'static str {
        match self.language {
            _ if self.signs => " || ",
            Language::English => " OR ",
            Language::French => " OU ",
        }
    }

    fn and(&self) -> &'static str {
        match self.language {
            _ if self.signs => " && ",
            Language::English => " AND ",
            Language::French => " ET ",
        }
    }

    fn print(&self, query: &Query) -> String {
        match query {
            Query::Word(text) => escaped(text),
            Query::Prefix(text) => format!("{}*", escaped(text)),
            Query::Phrase(text) => self.quoted(text),
            Query::Field(field) => self.field(field),
            Query::Required(part) => format!("+{}", self.signed(part)),
            Query::Not(part) => format!("-{}", self.signed(part)),
            Query::All(parts) => self.joined(parts, self.and()),
            Query::Any(parts) => self.joined(parts, self.or()),
            Query::Group(parts) => {
                // Operators bind more than a space: what they join needs no parentheses here.
                let mut printed = String::new();
                for part in parts {
                    let part = self.print(part);
                    let escape = if part.starts_with(':') && ends_in_field(&printed) { "\\" } else { "" };
                    let space = if printed.is_empty() { "" } else { " " };
                    printed.extend([space, escape, &part]);
                }
                printed
            }
        }
    }

    fn joined(&self, parts: &[Query], operator: &str) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.part(part)).collect();
        parts.join(operator)
    }

    /// What stands beside a sign or operator, in parentheses where it is more than one thing.
    fn part(&self, part: &Query) -> String {
        let printed = self.print(part);
        if matches!(part, Query::All(_) | Query::Any(_) | Query::Group(_)) {
            format!("({printed})")
        } else {
            printed
        }
    }

    /// What stands after a sign, which before a digit would be the sign of a number.
    fn signed(&self, part: &Query) -> String {
        let printed = self.part(part);
        if printed.starts_with(char::is_numeric) { format!("({printed})") } else { printed }
    }

    fn quoted(&self, text: &str) -> String {
        match self.language {
            Language::English => format!("\"{text}\""),
            Language::French => format!("«\u{a0}{text}\u{a0}»"),
        }
    }

    fn field(&self, FieldValues { name, values }: &FieldValues) -> String {
        let name = name.names(self.language).first().copied().unwrap_or_default();
        let values: Vec<String> = values.iter().map(|value| self.value(value)).collect();
        match values.as_slice() {
            [value] => format!("{name}:{value}"),
            values => format!("{name}:({})", values.join(self.or())),
        }
    }

    fn value(&self, value: &str) -> String {
        let is_word = value.chars().all(|sign| sign.is_alphanumeric() || "-_.’'·".contains(sign));
        let begins_word = value.starts_with(char::is_alphanumeric) || value.starts_with("..");
        if is_word && begins_word && operator(value).is_none() {
            value.to_owned()
        } else {
            self.quoted(value)
        }
    }
}

/// True for a text whose last word is the name of a field, of which a colon would make a field, as French writes it.
fn ends_in_field(printed: &str) -> bool {
    let word =
        printed.rsplit(|sign: char| sign.is_whitespace() || is_minus(sign) || "(+".contains(sign)).next();
    word.is_some_and(|word| QueryField::named(word).is_some())
}

/// A word, with a backslash before what would be a sign.
fn escaped(word: &str) -> String {
    let mut printed = String::with_capacity(word.len());
    // The parentheses of `allié(e)s` are no signs.
    let balanced = is_balanced(word);
    if operator(word).is_some() {
        printed.push('\\');
    }
    for (at, sign) in word.char_indices() {
        let is_sign = match sign {
            '\\' | '*' => true,
            '+' => at == 0,
            '(' | ')' => !balanced,
            ':' => word.get(..at).is_some_and(|name| QueryField::named(name).is_some()),
            sign if is_minus(sign) => at == 0,
            sign => sign.is_whitespace() || is_quotation_mark(sign),
        };
        if is_sign {
            printed.push('\\');
        }
        printed.push(sign);
    }
    printed
}

/// True for a word whose parentheses open after its beginning and close in it.
fn is_balanced(word: &str) -> bool {
    let mut depth = 0_usize;
    for sign in word.chars() {
        match sign {
            '(' => depth += 1,
            ')' => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => {}
        }
    }
    depth == 0 && !word.starts_with('(')
}
