//! How often each word occurs, from lists or from text.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// The share of each word among all words of the files. Words of one letter, with digits, hyphens or apostrophes are left
/// out: the library reads those by rules of their own.
pub(crate) fn read(paths: &[PathBuf]) -> Result<BTreeMap<String, f64>, String> {
    let mut counts = BTreeMap::new();
    for path in paths {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        count(&text, &mut counts);
    }
    // Of all words, also those left out: a list is a sample of the language.
    let all: f64 = counts.values().sum();
    counts.retain(|word, _| word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic));
    if counts.is_empty() {
        return Err("no words found".to_owned());
    }
    counts.values_mut().for_each(|count| *count /= all);
    Ok(counts)
}

fn count(text: &str, counts: &mut BTreeMap<String, f64>) {
    for line in text.lines() {
        let listed =
            line.split_once('\t').and_then(|(word, count)| Some((word, count.trim().parse::<f64>().ok()?)));
        match listed {
            Some((word, count)) if count.is_finite() && count > 0.0 => {
                *counts.entry(word.to_lowercase()).or_default() += count;
            }
            Some(_) => {}
            None => {
                // An apostrophe parts words, so that the word after an elision is counted.
                for word in
                    line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
                {
                    *counts.entry(word.to_lowercase()).or_default() += 1.0;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_text_are_told_apart_by_the_line() {
        let mut counts = BTreeMap::new();
        count("the\t30\nWomen’s health, women in 2024", &mut counts);
        assert_eq!(counts.get("the"), Some(&30.0));
        assert_eq!(counts.get("women"), Some(&2.0));
        assert_eq!(counts.get("health"), Some(&1.0));
    }
}
