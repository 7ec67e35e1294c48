use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Evaluation, Measure};
use crate::text::Bilingual;

/// What a ranking must reach, so that a change that makes it worse does not pass unseen.
///
/// ```
/// use ally_toolkit::evaluation::{Evaluation, Gate, Judgments, Measure};
/// let gate: Gate = serde_json::from_str(r#"{"floors": {"mrr@10": 0.75}}"#)?;
/// let judgments = Judgments::from_qrels("q a 1")?;
/// let rank = |_: &str| Ok::<_, ally_toolkit::Error>(vec!["b".to_owned(), "a".to_owned()]);
/// let verdict = gate.verdict(&Evaluation::run(&judgments, &Measure::DEFAULT, rank)?, None);
/// assert!(!verdict.passed());
/// assert_eq!(verdict.reasons[0].en, "MRR@10 is 0.500; the least allowed is 0.750.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Gate {
    /// The least mean of each measure, from 0 to 1.
    pub floors: BTreeMap<Measure, f64>,
    /// The most that the mean of each measure, from 0 to 1, may lose against an earlier evaluation of the same queries.
    pub losses: BTreeMap<Measure, f64>,
}

/// What a [`Gate`] says of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Verdict {
    /// Why it does not pass, one sentence each; empty when it passes.
    pub reasons: Vec<Bilingual>,
}

impl Verdict {
    /// True when there is nothing against it.
    pub fn passed(&self) -> bool {
        self.reasons.is_empty()
    }
}

impl Gate {
    /// Judges an evaluation; its losses only where there is an earlier evaluation. What was not measured does not pass:
    /// a gate whose queries went missing must not stand open.
    pub fn verdict(&self, evaluation: &Evaluation, before: Option<&Evaluation>) -> Verdict {
        let floors = self.floors.iter().filter_map(|(measure, floor)| {
            let mean = evaluation.mean(*measure);
            if mean.queries == 0 {
                return Some(not_measured(*measure));
            }
            (mean.mean < *floor).then(|| below(*measure, mean.mean, *floor))
        });
        let losses = self.losses.iter().filter_map(|(measure, allowed)| {
            let difference = evaluation.compared_to(before?, *measure).difference;
            if difference.queries == 0 {
                return Some(not_measured(*measure));
            }
            (-difference.mean > *allowed).then(|| lost(*measure, -difference.mean, *allowed))
        });
        let mut reasons: Vec<Bilingual> = floors.collect();
        for reason in losses {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Verdict { reasons }
    }
}

fn not_measured(measure: Measure) -> Bilingual {
    let label = measure.label();
    Bilingual::new(
        format!("{} was measured on no query.", label.en),
        format!("La mesure {} n’a été prise sur aucune requête.", label.fr),
    )
}

fn below(measure: Measure, mean: f64, floor: f64) -> Bilingual {
    let label = measure.label();
    Bilingual::new(
        format!("{} is {mean:.3}; the least allowed is {floor:.3}.", label.en),
        format!("{}\u{a0}: {}; le minimum permis est de {}.", label.fr, comma(mean), comma(floor)),
    )
}

fn lost(measure: Measure, loss: f64, allowed: f64) -> Bilingual {
    let label = measure.label();
    Bilingual::new(
        format!("{} lost {loss:.3}; the most allowed is {allowed:.3}.", label.en),
        format!("{}\u{a0}: perte de {}; le maximum permis est de {}.", label.fr, comma(loss), comma(allowed)),
    )
}

/// A number as French writes it.
fn comma(number: f64) -> String {
    format!("{number:.3}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluation(mrr: &str) -> Evaluation {
        serde_json::from_str(&format!(r#"{{"queries": {{"a": {{"mrr@10": {mrr}}}}}}}"#)).unwrap()
    }

    fn gate(json: &str) -> Gate {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_mean_at_the_floor_passes_and_one_below_does_not() {
        let gate = gate(r#"{"floors": {"mrr@10": 0.5}}"#);
        assert!(gate.verdict(&evaluation("0.5"), None).passed());
        let verdict = gate.verdict(&evaluation("0.25"), None);
        assert_eq!(
            verdict.reasons,
            [Bilingual::new(
                "MRR@10 is 0.250; the least allowed is 0.500.",
                "MRR@10\u{a0}: 0,250; le minimum permis est de 0,500."
            )]
        );
    }

    #[test]
    fn a_loss_counts_only_beside_an_earlier_evaluation() {
        let gate = gate(r#"{"losses": {"mrr@10": 0.1}}"#);
        assert!(gate.verdict(&evaluation("0.2"), None).passed());
        assert!(gate.verdict(&evaluation("0.5"), Some(&evaluation("0.55"))).passed());
        let verdict = gate.verdict(&evaluation("0.5"), Some(&evaluation("0.75")));
        assert_eq!(verdict.reasons[0].fr, "MRR@10\u{a0}: perte de 0,250; le maximum permis est de 0,100.");
    }

    #[test]
    fn what_was_not_measured_does_not_pass() {
        let gate = gate(r#"{"floors": {"ndcg@10": 0.0}, "losses": {"ndcg@10": 1}}"#);
        let verdict = gate.verdict(&evaluation("1"), Some(&evaluation("1")));
        assert_eq!(verdict.reasons.len(), 1, "{verdict:?}");
        assert!(verdict.reasons[0].en.contains("on no query"));
    }
}
