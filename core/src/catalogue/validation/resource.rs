use super::{Checks, ProblemCode, RecordChecks};
use crate::model::{Resource, Status, VocabularyName, language_name};
use crate::text::Bilingual;

pub(super) fn check(checks: &mut Checks<'_>, resource: &Resource) {
    let mut record = checks.record("resource", &resource.id);
    record.id("id", &resource.id);
    record.title("title", &resource.title);
    record.sides("subtitle", &resource.subtitle);
    record.sides("description", &resource.description);
    record.both("description", &resource.description);
    record.optional("note", &resource.note);
    record.creators("creators", &resource.creators);
    if let Some(publisher) = &resource.publisher {
        record.name("publisher", publisher);
    }
    record.concepts("kind", VocabularyName::Kinds, [&resource.kind]);
    record.concepts("topics", VocabularyName::Topics, &resource.topics);
    record.concepts("cluster", VocabularyName::Clusters, &resource.cluster);
    record.concepts("audiences", VocabularyName::Audiences, &resource.audiences);
    record.concepts("place", VocabularyName::Places, &resource.place);
    if resource.topics.is_empty() {
        record.report(ProblemCode::MissingTopic, "topics", "");
    }
    if let Status::Withdrawn(reason) = &resource.status {
        record.required("status.withdrawn", reason);
    }
    record.own_fields(resource);
    languages(&mut record, resource);
    addresses(&mut record, resource);
    identifiers(&mut record, resource);
}

fn languages(record: &mut RecordChecks<'_, '_>, resource: &Resource) {
    if resource.languages.is_empty() {
        record.report(ProblemCode::MissingLanguage, "languages", "");
        return;
    }
    for language in resource.title.languages() {
        if !resource.languages.iter().any(|tag| tag.language() == Some(language)) {
            let name = language_name(language.code()).unwrap_or_else(|| Bilingual::new("", ""));
            record.report_about(ProblemCode::LanguageMismatch, "title", Some(language), &name);
        }
    }
}

fn addresses(record: &mut RecordChecks<'_, '_>, resource: &Resource) {
    for (at, link) in resource.links.iter().enumerate() {
        record.address(&format!("links[{at}].url"), &link.url);
        if let Some(archived) = &link.archived {
            record.address(&format!("links[{at}].archived"), archived);
        }
    }
    if resource.links.is_empty() && resource.identifiers.is_empty() {
        record.report(ProblemCode::MissingLink, "links", "");
    }
    for (at, source) in resource.sources.iter().enumerate() {
        record.address(&format!("sources[{at}].url"), &source.url);
    }
    if resource.sources.is_empty() {
        record.report(ProblemCode::MissingSource, "sources", "");
    }
}

fn identifiers(record: &mut RecordChecks<'_, '_>, resource: &Resource) {
    if let Some(doi) = resource.identifiers.doi.as_deref().filter(|doi| !is_doi(doi)) {
        record.report(ProblemCode::InvalidDoi, "identifiers.doi", doi);
    }
    for isbn in resource.identifiers.isbn.iter().filter(|isbn| !is_isbn(isbn)) {
        record.report(ProblemCode::InvalidIsbn, "identifiers.isbn", isbn);
    }
}

/// `10.` and a registrant, a slash, a suffix (ISO 26324).
pub(super) fn is_doi(doi: &str) -> bool {
    doi.strip_prefix("10.").and_then(|rest| rest.split_once('/')).is_some_and(|(registrant, suffix)| {
        registrant.len() >= 4
            && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && !suffix.is_empty()
            && !suffix.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

/// The check digits of ISBN-10 (weights 10 to 1, modulo 11) and ISBN-13 (weights 1 and 3, modulo 10): ISO 2108.
fn is_isbn(isbn: &str) -> bool {
    let digits: Option<Vec<u32>> = isbn
        .chars()
        .filter(|c| *c != '-' && *c != ' ')
        .map(|c| if c == 'X' || c == 'x' { Some(10) } else { c.to_digit(10) })
        .collect();
    let Some(digits) = digits else { return false };
    let x_only_last = digits.iter().rev().skip(1).all(|digit| *digit < 10);
    match digits.len() {
        10 => {
            x_only_last
                && digits.iter().zip((1..=10).rev()).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
                    == 0
        }
        13 => {
            let weights = [1, 3].into_iter().cycle();
            digits.iter().all(|digit| *digit < 10)
                && digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbn_check_digits_are_verified() {
        for isbn in ["0-306-40615-2", "978-0-306-40615-7", "080442957X"] {
            assert!(is_isbn(isbn), "{isbn}");
        }
        for isbn in ["0-306-40615-3", "978-0-306-40615-8", "X804429570", "123", "", "97803064061X7", "é"] {
            assert!(!is_isbn(isbn), "{isbn}");
        }
    }

    #[test]
    fn dois_have_a_registrant_and_a_suffix() {
        assert!(is_doi("10.1108/LHS-04-2022-0038"));
        for doi in ["https://doi.org/10.1108/x", "10.1/x", "10.1108/", "10.1108", "11.1108/x", "10.1108/a b"]
        {
            assert!(!is_doi(doi), "{doi}");
        }
    }
}
