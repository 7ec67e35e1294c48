//! The association of two words.

/// The log-likelihood ratio of two words being together in `both` of `all` texts, where they are in `one` and `other` of
/// them: 0 when they are independent. At most about 2 · `all` · ln 2.
///
/// Source: T. Dunning, *Accurate methods for the statistics of surprise and coincidence*, Computational Linguistics 19
/// (1993).
pub(in crate::lexicon) fn log_likelihood_ratio(both: f64, one: f64, other: f64, all: f64) -> f64 {
    let term = |observed: f64, row: f64, column: f64| {
        if observed <= 0.0 || row <= 0.0 || column <= 0.0 {
            0.0
        } else {
            observed * (observed * all / (row * column)).ln()
        }
    };
    let sum = term(both, one, other)
        + term(one - both, one, all - other)
        + term(other - both, all - one, other)
        + term(all - one - other + both, all - one, all - other);
    2.0 * sum.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn independent_words_have_no_association() {
        assert!(log_likelihood_ratio(25.0, 50.0, 50.0, 100.0).abs() < 1e-9);
        assert!(log_likelihood_ratio(50.0, 50.0, 50.0, 100.0) > 100.0);
        assert_eq!(log_likelihood_ratio(0.0, 0.0, 0.0, 0.0), 0.0);
    }
}
