//! Which letter sequences a table of a given size holds.

use std::collections::BTreeMap;

use crate::examples::Examples;
use crate::regression::{Penalty, fit};

/// What the weights of a table are multiples of.
const UNIT: f64 = 0.1;

/// The price of a weight in the first round, where sequences are only looked over, and where the search for the price that
/// fills the table begins.
const FIRST_PRICE: f64 = 1e-5;
const PRICE: f64 = 1e-4;

/// A table is full enough at this part of its size.
const FULL: f64 = 0.985;
const MOST_ROUNDS: usize = 12;

/// What keeps the weights of the sequences chosen from growing.
const RIDGE: f64 = 2e-6;

/// The best table of at most `bytes`.
///
/// Sequences are chosen by the adaptive lasso (H. Zou, *The adaptive lasso and its oracle properties*, JASA 101, 2006):
/// one that had a large weight in the first round is cheap in the next, so that few with large weights are kept rather
/// than many with small ones. Longer sequences, which take more of the table, cost more. The price is raised and lowered
/// until the table is full; then the weights of what was chosen are learned anew, without a price.
pub(crate) fn table(examples: &Examples, bytes: usize) -> String {
    let mut weights = vec![0.0; examples.sequences.len()];
    let lengths: Vec<f64> =
        examples.sequences.iter().map(|sequence| (sequence.len() as f64 + 1.0).sqrt()).collect();
    let priced = |price: f64, costs: &[f64]| -> Vec<f64> { costs.iter().map(|cost| cost * price).collect() };
    fit(examples, &Penalty { lasso: &priced(FIRST_PRICE, &lengths), ridge: 0.0 }, &mut weights);
    let costs: Vec<f64> =
        lengths.iter().zip(&weights).map(|(length, weight)| length / (weight.abs() + 0.03)).collect();

    let (mut price, mut too_low, mut too_high) = (PRICE * 0.1, None, None);
    for _ in 0..MOST_ROUNDS {
        fit(examples, &Penalty { lasso: &priced(price, &costs), ridge: 0.0 }, &mut weights);
        let size = written(examples, &weights).len();
        eprintln!("{size} bytes at a price of {price:.1e}");
        if size > bytes {
            too_low = Some(price);
        } else {
            too_high = Some(price);
            if size as f64 >= FULL * bytes as f64 {
                break;
            }
        }
        price = match (too_low, too_high) {
            (Some(low), Some(high)) => f64::sqrt(low * high),
            (Some(low), None) => low * 2.0,
            (None, _) => price / 2.0,
        };
    }
    // The last round may have been one too cheap.
    if let Some(price) = too_high {
        fit(examples, &Penalty { lasso: &priced(price, &costs), ridge: 0.0 }, &mut weights);
    }
    let chosen: Vec<f64> =
        weights.iter().map(|weight| if tenths(*weight) == 0 { f64::INFINITY } else { 0.0 }).collect();
    for (weight, cost) in weights.iter_mut().zip(&chosen) {
        if cost.is_infinite() {
            *weight = 0.0;
        }
    }
    fit(examples, &Penalty { lasso: &chosen, ridge: RIDGE }, &mut weights);
    loop {
        let table = written(examples, &weights);
        // Other weights may take more lines; the smallest are missed least.
        let smallest = weights.iter_mut().filter(|weight| tenths(**weight) != 0);
        match smallest.min_by(|a, b| a.abs().total_cmp(&b.abs())) {
            Some(weight) if table.len() > bytes => *weight = 0.0,
            _ => return table,
        }
    }
}

fn tenths(weight: f64) -> i32 {
    (weight / UNIT).round() as i32
}

/// The table: on each line a weight in tenths of log-odds, and the sequences that have it.
fn written(examples: &Examples, weights: &[f64]) -> String {
    let mut lines: BTreeMap<i32, String> = BTreeMap::new();
    for (sequence, weight) in examples.sequences.iter().zip(weights) {
        let tenths = tenths(*weight);
        if tenths != 0 {
            let line = lines.entry(tenths).or_insert_with(|| format!("{tenths}\t"));
            if !line.ends_with('\t') {
                line.push(' ');
            }
            line.push_str(sequence);
        }
    }
    lines.into_values().map(|line| line + "\n").collect()
}
