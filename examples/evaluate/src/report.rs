//! What is printed.

use ally_toolkit::evaluation::{Evaluation, Measure, Verdict};

use crate::task::Task;

pub(crate) fn heading() {
    println!("{:<24} {:>7}  {:>22}  {:>7}  {:>10}", "", "queries", "nDCG@10", "MRR@10", "recall@100");
}

pub(crate) fn row(name: &str, evaluation: &Evaluation) {
    let [ndcg, mrr, recall] = Measure::DEFAULT.map(|measure| evaluation.mean(measure));
    println!(
        "{name:<24} {:>7}  {:>6.1} [{:>5.1}, {:>5.1}]  {:>7.1}  {:>10.1}",
        ndcg.queries,
        ndcg.mean * 100.0,
        ndcg.interval.low * 100.0,
        ndcg.interval.high * 100.0,
        mrr.mean * 100.0,
        recall.mean * 100.0
    );
}

/// The difference from before, and the `list` queries that lost and won most.
pub(crate) fn comparison(task: &Task, now: &Evaluation, before: &Evaluation, list: usize) {
    let comparison = now.compared_to(before, Measure::Ndcg(10));
    let difference = comparison.difference;
    println!(
        "  nDCG@10 {:+.2} [{:+.2}, {:+.2}], {} queries changed",
        difference.mean * 100.0,
        difference.interval.low * 100.0,
        difference.interval.high * 100.0,
        comparison.changes.len()
    );
    let worst = comparison.changes.iter().take(list);
    let best = comparison.changes.iter().rev().take(list).rev();
    for change in worst.chain(best) {
        let text = task.texts.get(&change.query).map(String::as_str).unwrap_or_default();
        println!("    {:>5.1} → {:>5.1}  {text}", change.before * 100.0, change.after * 100.0);
    }
}

/// What the gate has against a task, in both languages: whoever reads the log of a check may read either.
pub(crate) fn refusal(name: &str, verdict: &Verdict) {
    for reason in &verdict.reasons {
        eprintln!("evaluate: {name}: {} / {}", reason.en, reason.fr);
    }
}
