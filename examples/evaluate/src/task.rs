//! Queries put to a catalogue, and what their rankings are worth.

use std::collections::BTreeMap;

use ally_toolkit::evaluation::{Evaluation, Judgments, Measure};
use ally_toolkit::{Catalogue, Error, Language, SearchRequest, Searcher};

/// How many hits are measured: enough for recall@100.
const DEPTH: i64 = 100;

/// A catalogue with the tasks that are put to it.
pub(crate) struct Judged {
    pub(crate) catalogue: Catalogue,
    /// What the documents are called in the judgments where the catalogue calls them `d0`, `d1` and so on.
    pub(crate) ids: Option<Vec<String>>,
    pub(crate) tasks: Vec<Task>,
}

/// The queries of readers of one language, with what answers them.
pub(crate) struct Task {
    /// What it is called in the table, in saved measures and in floors.
    pub(crate) name: String,
    /// What its file of rankings is called.
    pub(crate) file: String,
    pub(crate) language: Language,
    /// The texts of the queries, by id.
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) judgments: Judgments,
}

/// What came of a task.
pub(crate) struct Outcome {
    pub(crate) evaluation: Evaluation,
    /// Query, document and rank of every hit, between tabs.
    pub(crate) run: String,
}

impl Judged {
    /// The judgments' own id of a document that the catalogue knows by `id`.
    fn document<'a>(&'a self, id: &'a str) -> &'a str {
        let Some(ids) = &self.ids else { return id };
        let at: Option<usize> = id.strip_prefix('d').and_then(|at| at.parse().ok());
        at.and_then(|at| ids.get(at)).map_or(id, String::as_str)
    }

    /// Measures a task with `searcher`, which holds the catalogue; `base`: what is asked beside the query.
    pub(crate) fn measure(
        &self,
        searcher: &Searcher,
        task: &Task,
        base: &SearchRequest,
    ) -> Result<Outcome, Error> {
        let mut run = String::new();
        let evaluation = Evaluation::run(&task.judgments, &Measure::DEFAULT, |id| {
            let request = SearchRequest {
                query: task.texts.get(id).cloned().unwrap_or_default(),
                language: task.language,
                per_page: DEPTH,
                ..base.clone()
            };
            let results = searcher.search(&request)?;
            let documents: Vec<String> =
                results.hits.iter().map(|hit| self.document(&hit.id).to_owned()).collect();
            for (rank, document) in (1..).zip(&documents) {
                run.push_str(&format!("{id}\t{document}\t{rank}\n"));
            }
            Ok::<_, Error>(documents)
        })?;
        Ok(Outcome { evaluation, run })
    }
}
