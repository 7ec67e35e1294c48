//! How well texts are foretold.

use std::collections::HashMap;

use super::{Alignment, TextPairs};

/// Perplexities of the French and of the English sides of `pairs`.
pub(super) fn perplexity(alignment: &Alignment, pairs: &TextPairs) -> [f64; 2] {
    let odds = alignment.null_share / (1.0 - alignment.null_share);
    let [of_french, of_english] = &alignment.null;
    let mut totals = [(0.0, 0.0); 2];
    let [to_french, to_english] = &mut totals;
    for (english, french) in pairs.english.rows.iter().zip(pairs.french.rows.iter()) {
        let (mut french_sums, mut english_sums): (HashMap<u32, f64>, HashMap<u32, f64>) = Default::default();
        for (word, times) in english {
            for link in alignment.links(*word) {
                *french_sums.entry(link.french).or_default() +=
                    f64::from(*times) * f64::from(link.french_given_english);
            }
            let of_word: f64 = french
                .iter()
                .filter_map(|(other, count)| {
                    let link = alignment.links(*word).iter().find(|link| link.french == *other)?;
                    Some(f64::from(*count) * f64::from(link.english_given_french))
                })
                .sum();
            english_sums.insert(*word, of_word);
        }
        add(to_french, french, english, &french_sums, of_french, odds);
        add(to_english, english, french, &english_sums, of_english, odds);
    }
    totals.map(|(surprise, words)| if words > 0.0 { f64::exp(surprise / words) } else { 1.0 })
}

/// Adds the surprise of each word of `text`, given the other text, and how many words there are.
fn add(
    total: &mut (f64, f64),
    text: &[(u32, u32)],
    given: &[(u32, u32)],
    sums: &HashMap<u32, f64>,
    null: &[f32],
    odds: f64,
) {
    let length: f64 = given.iter().map(|(_, count)| f64::from(*count)).sum();
    for (word, count) in text {
        let by_null = null.get(*word as usize).copied().map_or(0.0, f64::from) * odds * length;
        let probability = (by_null + sums.get(word).copied().unwrap_or(0.0)) / (length * (1.0 + odds));
        if probability > 0.0 {
            total.0 -= f64::from(*count) * probability.ln();
            total.1 += f64::from(*count);
        }
    }
}
