//! What each part of the ranking is worth: the same queries without it.

use ally_toolkit::evaluation::Measure;
use ally_toolkit::lexicon::LexiconSources;
use ally_toolkit::search::Ranking;
use ally_toolkit::{SearchRequest, Searcher};

use crate::task::{Judged, Task};

/// Each variant of `request` with its name: without one part, and the first stage alone.
fn variants(request: &SearchRequest) -> Vec<(&'static str, SearchRequest)> {
    let ranking = |change: fn(&mut Ranking)| {
        let mut request = request.clone();
        change(&mut request.ranking);
        request
    };
    let across = |change: fn(&mut LexiconSources)| {
        let mut request = request.clone();
        change(&mut request.across);
        request
    };
    vec![
        ("plain first stage", SearchRequest { ranking: Ranking::PLAIN, ..request.clone() }),
        ("without translations", ranking(|ranking| ranking.translations = 0.0)),
        ("without synonyms", ranking(|ranking| ranking.synonyms = 0.0)),
        ("without family", ranking(|ranking| ranking.family = 0.0)),
        ("without exact word", ranking(|ranking| ranking.exact_word = 0.0)),
        ("without phrase", ranking(|ranking| ranking.phrase = 0.0)),
        ("without proximity", ranking(|ranking| ranking.proximity = 0.0)),
        ("without whole title", ranking(|ranking| ranking.whole_title = 0.0)),
        ("without topics", across(|across| across.topics = false)),
        ("without glossary", across(|across| across.glossary = false)),
        ("without learned", across(|across| across.learned = false)),
        ("without general", across(|across| across.general = false)),
    ]
}

/// The nDCG@10 of a task without each part, in hundredths.
pub(crate) fn rows(
    judged: &Judged,
    searcher: &Searcher,
    task: &Task,
    request: &SearchRequest,
) -> Result<Vec<(&'static str, f64)>, ally_toolkit::Error> {
    variants(request)
        .into_iter()
        .map(|(name, request)| {
            let outcome = judged.measure(searcher, task, &request)?;
            Ok((name, outcome.evaluation.mean(Measure::Ndcg(10)).mean * 100.0))
        })
        .collect()
}
