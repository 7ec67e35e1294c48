//! The functions of statistics that alignment needs.

/// exp(ψ(x)), ψ the digamma function: the weight of a count under a Dirichlet prior in variational Bayes.
///
/// Shifted up by the recurrence ψ(x) = ψ(x + 1) − 1/x to where three terms of the asymptotic series of ψ are exact to single
/// precision. Source: NIST Digital Library of Mathematical Functions, 5.5.2 and 5.11.2,
/// <https://dlmf.nist.gov/5.11>. Zero for anything that is not positive.
pub(super) fn exp_digamma(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 {
        return 0.0;
    }
    let (mut shifted, mut steps) = (x, 0.0);
    while shifted < 6.0 {
        steps += 1.0 / shifted;
        shifted += 1.0;
    }
    let square = 1.0 / (shifted * shifted);
    let digamma =
        shifted.ln() - 0.5 / shifted - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0));
    (digamma - steps).exp()
}

/// The log-likelihood ratio of two words being together in `both` of `all` texts, where they are in `one` and `other` of
/// them: 0 when they are independent. At most about 2 · `all` · ln 2.
///
/// Source: T. Dunning, *Accurate methods for the statistics of surprise and coincidence*, Computational Linguistics 19
/// (1993).
pub(super) fn log_likelihood_ratio(both: f64, one: f64, other: f64, all: f64) -> f64 {
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
    fn exp_digamma_has_its_known_values() {
        // ψ(1) is minus Euler's constant.
        assert!((exp_digamma(1.0) - (-0.577_215_664_901_532_9_f64).exp()).abs() < 1e-7);
        assert!((exp_digamma(100.0) - 99.500_418).abs() < 1e-5);
        assert!(exp_digamma(0.01) < 1e-40);
        assert_eq!((exp_digamma(0.0), exp_digamma(f64::NAN)), (0.0, 0.0));
    }

    #[test]
    fn independent_words_have_no_association() {
        assert!(log_likelihood_ratio(25.0, 50.0, 50.0, 100.0).abs() < 1e-9);
        assert!(log_likelihood_ratio(50.0, 50.0, 50.0, 100.0) > 100.0);
        assert_eq!(log_likelihood_ratio(0.0, 0.0, 0.0, 0.0), 0.0);
    }
}
