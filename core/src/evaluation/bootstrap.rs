use serde::{Deserialize, Serialize};

/// How many times the queries are drawn anew.
const DRAWS: usize = 2000;

/// An interval that holds the true mean in 95 of 100 cases.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The 95 % interval of the mean of `values`, by the percentile bootstrap: B. Efron, *Bootstrap methods* (1979); for
/// retrieval, T. Sakai, *Evaluating evaluation metrics based on the bootstrap* (SIGIR 2006).
///
/// The draws are the same in every run and on every machine, so that a gate gives the same verdict twice.
pub(super) fn interval(values: &[f64]) -> Interval {
    if values.is_empty() {
        return Interval { low: 0.0, high: 0.0 };
    }
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let sum: f64 = values
                .iter()
                .map(|_| values.get(draw(&mut state, values.len())).copied().unwrap_or(0.0))
                .sum();
            sum / values.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    let at = |share: f64| means.get((share * DRAWS as f64) as usize).copied().unwrap_or(0.0);
    Interval { low: at(0.025), high: at(0.975) }
}

/// SplitMix64: G. Steele, D. Lea and C. Flood, *Fast splittable pseudorandom number generators* (OOPSLA 2014).
fn draw(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((u128::from(z ^ (z >> 31)) * below as u128) >> 64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_mean_and_narrows_with_more_values() {
        let values: Vec<f64> = (0..50).map(|n| f64::from(n % 5) / 4.0).collect();
        let few = interval(&values);
        let many = interval(&values.repeat(10));
        assert!(few.low < 0.5 && 0.5 < few.high, "{few:?}");
        assert!(many.high - many.low < (few.high - few.low) / 2.0, "{few:?} {many:?}");
        assert_eq!(interval(&values), few);
    }

    #[test]
    fn values_that_agree_leave_no_doubt() {
        assert_eq!(interval(&[0.25; 8]), Interval { low: 0.25, high: 0.25 });
        assert_eq!(interval(&[]), Interval { low: 0.0, high: 0.0 });
    }
}
