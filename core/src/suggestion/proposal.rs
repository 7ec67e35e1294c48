use serde::{Deserialize, Serialize};

use super::letter_case::as_typed;
use super::spelling::written;
use crate::analysis::{Token, analyze};
use crate::error::Error;
use crate::index::{RecordSet, View};
use crate::query_language::{Evidence, LanguageDistribution, LanguageModel};
use crate::search::{NearWord, SearchRequest, Searcher, Segment, errors_allowed, other_spellings, segments};
use crate::text::{Language, OffsetUnit, Span};

/// In how many times as many records a word must be as a known one that is taken for a mistyping of it.
const MUCH_RARER: usize = 20;

/// How likely a query must be in a language for words of it to be proposed.
const LIKELY: f64 = 0.25;

/// The most words of a query that are looked at: people mistype a few; a pasted page would cost seconds.
const MOST_WORDS: usize = 24;

/// Another query that may have been meant: what "did you mean" asks. It is never searched instead of what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposal {
    /// The query: what was typed, but for the words that are changed.
    pub query: String,
    /// The query in parts, the words that are changed marked.
    pub segments: Vec<Segment>,
    /// The language of the words that are changed.
    pub language: Language,
    /// How many results it has, with everything else as asked: more than what was typed.
    pub total: usize,
}

impl Searcher {
    /// Another query that may have been meant by `request`: at most one, in the language of the query, and only if it has more results.
    /// Spans in bytes.
    ///
    /// A word is changed that the records do not have, or in a twentieth or less of the records that a word near it is in; never one
    /// that the lexicon knows, is shorter than five letters, or has a digit. What is near is what a [`search`](Searcher::search) forgives.
    /// Ask it when a search found little: it takes about as long as that.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, Language, SearchRequest, Searcher};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let proposal = searcher.did_you_mean(&SearchRequest::new("Mentorhsip?", Language::English))?;
    /// assert_eq!(proposal.map(|proposal| proposal.query), Some("Mentorship?".to_owned()));
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub fn did_you_mean(&self, request: &SearchRequest) -> Result<Option<Proposal>, Error> {
        self.did_you_mean_in_unit(request, OffsetUnit::Bytes)
    }

    /// Like [`did_you_mean`](Searcher::did_you_mean), with spans in `unit`.
    ///
    /// # Errors
    /// As [`search`](Searcher::search).
    pub fn did_you_mean_in_unit(
        &self,
        request: &SearchRequest,
        unit: OffsetUnit,
    ) -> Result<Option<Proposal>, Error> {
        let typed = self.total(request)?;
        let evidence =
            Evidence { prior: LanguageDistribution::of_reader(request.language), ..Evidence::default() };
        let distribution = LanguageModel::bundled().distribution(&request.query, &evidence);
        let mut languages = Language::ALL;
        languages.sort_by(|a, b| distribution.get(*b).total_cmp(&distribution.get(*a)));
        for language in languages.into_iter().filter(|language| distribution.get(*language) >= LIKELY) {
            let Some((query, marks)) = self.changed(&request.query, language)? else { continue };
            let total = self.total(&SearchRequest { query: query.clone(), ..request.clone() })?;
            if total > typed {
                let segments = segments(&query, Span::new(0, query.len()), &marks, unit);
                return Ok(Some(Proposal { query, segments, language, total }));
            }
        }
        Ok(None)
    }

    /// The query with its mistyped words changed, and where these are; `None` where none is mistyped.
    fn changed(&self, query: &str, language: Language) -> Result<Option<(String, Vec<Span>)>, Error> {
        let view = self.index.view(language);
        let all = RecordSet::all(self.index.records.len());
        let (mut changed, mut marks, mut at) = (String::with_capacity(query.len()), Vec::new(), 0);
        let tokens = analyze(query, language).tokens;
        for token in tokens.iter().filter(|token| token.is_content()).take(MOST_WORDS) {
            let Some(near) = self.meant(token, view) else { continue };
            let spelling = written(self, language, near.key, &all, |folded| *folded == *near.folded, "")?;
            let word = as_typed(&token.text, &spelling.unwrap_or(near.folded));
            changed.push_str(Span::new(at, token.span.start).slice(query));
            marks.push(Span::new(changed.len(), changed.len() + word.len()));
            changed.push_str(&word);
            at = token.span.end;
        }
        changed.push_str(Span::new(at, query.len()).slice(query));
        Ok((!marks.is_empty()).then_some((changed, marks)))
    }

    /// The word of a view that one typed may be a mistyping of.
    fn meant(&self, token: &Token, view: &View) -> Option<NearWord> {
        let [form] = token.forms.as_slice() else { return None };
        if errors_allowed(&form.folded) == 0 {
            return None;
        }
        let mut records = 0;
        for language in Language::ALL {
            let read = analyze(&token.text, language).tokens;
            for stem in read.iter().flat_map(|token| &token.forms).map(|form| form.stem.as_str()) {
                let (translations, _) = self.index.lexicon.of_word(stem, language);
                if !translations.is_empty() {
                    return None;
                }
                let view = self.index.view(language);
                records = records.max(view.key(stem).map_or(0, |key| view.record_count_of(key)));
            }
        }
        let near = other_spellings(&form.folded, view).into_iter();
        near.into_iter()
            .find(|near| near.records >= (records * MUCH_RARER).max(1) && near.folded != form.folded)
    }
}
