use serde::{Deserialize, Serialize};

use super::announcement::results;
use crate::error::Error;
use crate::query::{Query, parse};
use crate::search::{FacetField, Filters, Match, SearchRequest, Searcher, Syntax};
use crate::text::{Bilingual, Language, OffsetUnit};

/// The most words, quotations and fields of a query that are looked at one by one.
const MOST_PARTS: usize = 16;

/// The most requests advised.
const MOST_ADVISED: usize = 8;

/// What to do about a search that finds nothing, or too little.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advice {
    /// How many records the request finds.
    pub total: usize,
    /// The words, quotations and fields that must or may match, in the order of the query, at most 16.
    pub parts: Vec<PartFound>,
    /// Requests that find more, those that find most first, at most 8.
    pub requests: Vec<AdvisedRequest>,
    /// How many records were found, and which parts find none, in words.
    pub message: Bilingual,
}

/// How many records a part of a query finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartFound {
    /// The part: a word as it is, what has more syntax with it.
    pub part: String,
    /// How many records it finds by itself, with the filters of the request.
    pub total: usize,
}

/// A request that finds more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AdvisedRequest {
    /// What is different.
    pub kind: AdviceKind,
    /// The request, ready to be asked: its first page.
    pub request: SearchRequest,
    /// How many records it finds.
    pub total: usize,
    /// What is different and what that gives, in words.
    pub label: Bilingual,
}

/// How an advised request differs from the one that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AdviceKind {
    /// A word, quotation or field of the query is left out.
    WithoutPart,
    /// The filter of one field is left out.
    WithoutFilter,
    /// All filters are left out.
    WithoutFilters,
    /// Any of the words may match, not all must.
    AnyWord,
}

impl Searcher {
    /// What to do about a request that finds nothing, or too little: which parts of the query find nothing, and what leaving one of
    /// them or a filter out would give. Each request advised finds more, and says exactly how many.
    ///
    /// Takes as long as some dozen searches without hits; ask it where a page is empty, not with every search.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::search::Filters;
    /// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
    ///
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let filters = Filters { language: vec!["fr".into()], ..Filters::default() };
    /// let request = SearchRequest { filters, ..SearchRequest::new("mentorat +zoologie", Language::French) };
    /// assert_eq!(searcher.search(&request)?.total, 0);
    ///
    /// let advice = searcher.advise(&request)?;
    /// assert_eq!(advice.message.fr, "Aucun résultat. Rien ne correspond à «\u{a0}zoologie\u{a0}» avec ces filtres.");
    /// let best = &advice.requests[0];
    /// assert_eq!(best.request.query, "mentorat");
    /// assert_eq!(searcher.search(&best.request)?.total, best.total);
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub fn advise(&self, request: &SearchRequest) -> Result<Advice, Error> {
        let request = SearchRequest { page: 1, after: None, ..request.clone() };
        let total = self.total(&request)?;
        let query = match request.syntax {
            Syntax::Words => Query::words(&request.query),
            Syntax::Forgiving | Syntax::Strict => parse(&request.query, OffsetUnit::Bytes).query,
        };
        let parts = parts(&query);
        let mut found = Vec::new();
        for part in parts.iter().filter(|part| !matches!(part, Query::Not(_))) {
            let total = self.total(&asking(&part.in_language(request.language), &request))?;
            found.push(PartFound { part: shown(part, request.language), total });
        }
        let filtered = request.filters.fields().into_iter().map(|field| {
            let column = self.index.column(&field);
            let label = column.map_or_else(|| field.label(), |column| column.label.clone());
            (field, label)
        });
        let filtered: Vec<(FacetField, Bilingual)> = filtered.collect();
        let mut requests = Vec::new();
        for (kind, changed, what) in changes(&request, &query, parts, filtered) {
            let more = self.total(&changed)?;
            if more > total {
                requests.push(AdvisedRequest {
                    kind,
                    request: changed,
                    total: more,
                    label: label(&what, more),
                });
            }
        }
        // Of those that find as many, the one that changes less.
        requests.sort_by_key(|advised| std::cmp::Reverse(advised.total));
        requests.truncate(MOST_ADVISED);
        let message = message(total, &found, request.filters != Filters::default());
        Ok(Advice { total, parts: found, requests, message })
    }
}

/// What stands side by side in a query, or must all match.
fn parts(query: &Query) -> &[Query] {
    let parts = match query {
        Query::Group(parts) | Query::All(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    parts.get(..MOST_PARTS).unwrap_or(parts)
}

/// A part as people know it: a word without the signs that only the syntax needs.
fn shown(part: &Query, language: Language) -> String {
    match part {
        Query::Word(text) => text.clone(),
        Query::Required(part) => shown(part, language),
        part => part.in_language(language),
    }
}

/// A request for another text.
fn asking(text: &str, request: &SearchRequest) -> SearchRequest {
    // What is written back is read as it was: with its signs.
    let syntax = if request.syntax == Syntax::Words { Syntax::Forgiving } else { request.syntax };
    SearchRequest { query: text.to_owned(), syntax, ..request.clone() }
}

/// Requests that ask for less, each with what is different, in words; those that change less come first. `filtered`: the fields that are
/// filtered by, with their labels.
fn changes(
    request: &SearchRequest,
    query: &Query,
    parts: &[Query],
    filtered: Vec<(FacetField, Bilingual)>,
) -> Vec<(AdviceKind, SearchRequest, Bilingual)> {
    let mut changes = Vec::new();
    if parts.len() > 1 && request.matching == Match::All {
        let what = Bilingual::new("With any of the words", "Avec l’un ou l’autre des mots");
        changes.push((AdviceKind::AnyWord, SearchRequest { matching: Match::Any, ..request.clone() }, what));
    }
    for (field, name) in filtered {
        let filters = request.filters.without(&field);
        let what = Bilingual::new(
            format!("Without the filter “{}”", name.en),
            format!("Sans le filtre «\u{a0}{}\u{a0}»", name.fr),
        );
        changes.push((AdviceKind::WithoutFilter, SearchRequest { filters, ..request.clone() }, what));
    }
    if changes.iter().filter(|(kind, ..)| *kind == AdviceKind::WithoutFilter).count() > 1 {
        let what = Bilingual::new("Without filters", "Sans filtres");
        let filters = Filters::default();
        changes.push((AdviceKind::WithoutFilters, SearchRequest { filters, ..request.clone() }, what));
    }
    if parts.len() > 1 {
        for (at, part) in parts.iter().enumerate() {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
            let others: Vec<Query> = others.map(|(_, part)| part.clone()).collect();
            let rest = if matches!(query, Query::All(_)) { Query::All(others) } else { Query::Group(others) };
            let what = Bilingual::new(
                format!("Without “{}”", shown(part, Language::English)),
                format!("Sans «\u{a0}{}\u{a0}»", shown(part, Language::French)),
            );
            let text = rest.in_language(request.language);
            changes.push((AdviceKind::WithoutPart, asking(&text, request), what));
        }
    }
    changes
}

fn label(what: &Bilingual, total: usize) -> Bilingual {
    let [en, fr] = Language::ALL.map(|reader| results(total, reader));
    Bilingual::new(format!("{}: {en}", what.en), format!("{}\u{a0}: {fr}", what.fr))
}

fn message(total: usize, found: &[PartFound], is_filtered: bool) -> Bilingual {
    let missing: Vec<&str> =
        found.iter().filter(|found| found.total == 0).map(|found| found.part.as_str()).collect();
    let found = match total {
        0 => Bilingual::new("No results.", "Aucun résultat."),
        _ => {
            let [en, fr] = Language::ALL.map(|reader| results(total, reader));
            Bilingual::new(format!("{en}."), format!("{fr}."))
        }
    };
    if missing.is_empty() {
        return found;
    }
    let list = |open: &str, close: &str| -> String {
        let quoted: Vec<String> = missing.iter().map(|part| format!("{open}{part}{close}")).collect();
        quoted.join(", ")
    };
    let filtered = if is_filtered {
        Bilingual::new(" with these filters", " avec ces filtres")
    } else {
        Bilingual::new("", "")
    };
    Bilingual::new(
        format!("{} Nothing matches {}{}.", found.en, list("“", "”"), filtered.en),
        format!("{} Rien ne correspond à {}{}.", found.fr, list("«\u{a0}", "\u{a0}»"), filtered.fr),
    )
}
