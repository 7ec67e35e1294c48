//! Logistic regression whose weights are kept few (lasso) or small (ridge).
//!
//! Minimized by FISTA: A. Beck and M. Teboulle, *A fast iterative shrinkage-thresholding algorithm for linear inverse
//! problems*, SIAM J. Imaging Sciences 2 (2009), with a step for each weight and restarts where momentum leads astray:
//! B. O'Donoghue and E. Candès, *Adaptive restart for accelerated gradient schemes*, Found. Comput. Math. 15 (2015).

use crate::examples::Examples;

/// Steps of one minimization; more change nothing that is written.
const STEPS: usize = 200;

/// What weights cost.
pub(crate) struct Penalty<'a> {
    /// The cost of each weight's size; infinite keeps a weight at 0.
    pub(crate) lasso: &'a [f64],
    /// Half the cost of the square of any weight.
    pub(crate) ridge: f64,
}

/// Improves `weights`, those of the sequences of `examples`.
pub(crate) fn fit(examples: &Examples, penalty: &Penalty<'_>, weights: &mut [f64]) {
    let curvature = curvature(examples, penalty);
    let mut ahead = weights.to_vec();
    let mut gradient = vec![0.0; weights.len()];
    let mut momentum = 1.0_f64;
    for _ in 0..STEPS {
        add_gradient(examples, &ahead, &mut gradient);
        let next = f64::midpoint(1.0, (1.0 + 4.0 * momentum * momentum).sqrt());
        let push = (momentum - 1.0) / next;
        let mut astray = 0.0;
        let costs = penalty.lasso.iter().zip(&curvature).zip(&mut gradient);
        for ((weight, ahead), ((lasso, curvature), gradient)) in weights.iter_mut().zip(&mut ahead).zip(costs)
        {
            let step = *ahead - (std::mem::take(gradient) + penalty.ridge * *ahead) / curvature;
            let shrunk = step.signum() * (step.abs() - lasso / curvature).max(0.0);
            astray += (*ahead - shrunk) * (shrunk - *weight) * curvature;
            *ahead = shrunk + push * (shrunk - *weight);
            *weight = shrunk;
        }
        momentum = next;
        if astray > 0.0 {
            ahead.copy_from_slice(weights);
            momentum = 1.0;
        }
    }
}

/// A bound of the second derivative for each weight: a quarter of the words that have the sequence, each times the number
/// of its sequences that can have a weight (the matrix is dominated by its row sums).
fn curvature(examples: &Examples, penalty: &Penalty<'_>) -> Vec<f64> {
    let free = |sequence: &u32| penalty.lasso.get(*sequence as usize).is_some_and(|cost| cost.is_finite());
    let mut curvature = vec![penalty.ridge + 1e-9; examples.sequences.len()];
    for (row, weight) in examples.rows().zip(&examples.weights) {
        let bound = 0.25 * weight * row.iter().filter(|sequence| free(sequence)).count() as f64;
        for sequence in row {
            if let Some(sum) = curvature.get_mut(*sequence as usize) {
                *sum += bound;
            }
        }
    }
    curvature
}

/// Adds the gradient of the log loss at `weights`.
fn add_gradient(examples: &Examples, weights: &[f64], gradient: &mut [f64]) {
    for ((row, english), weight) in examples.rows().zip(&examples.english).zip(&examples.weights) {
        let log_odds: f64 = row.iter().filter_map(|sequence| weights.get(*sequence as usize)).sum();
        let error = weight * (1.0 / (1.0 + (-log_odds).exp()) - english);
        for sequence in row {
            if let Some(sum) = gradient.get_mut(*sequence as usize) {
                *sum += error;
            }
        }
    }
}
