//! nDCG@10 and its bootstrap intervals.

use std::collections::{HashMap, HashSet};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::sets::Relevant;

/// Depth of the measure.
pub(crate) const DEPTH: usize = 10;
/// Bootstrap samples.
const SAMPLES: usize = 2_000;

/// For each query what was put first, the best first.
pub(crate) type Run = HashMap<String, Vec<String>>;

/// The nDCG of each query, in the order of their ids.
pub(crate) fn scores(run: &Run, relevant: &Relevant) -> Vec<f64> {
    relevant
        .iter()
        .map(|(query, documents)| ndcg(run.get(query), documents))
        .collect()
}

/// Normalised discounted cumulative gain of the first ten, every relevant document counting one
/// (Järvelin and Kekäläinen 2002).
fn ndcg(found: Option<&Vec<String>>, relevant: &HashSet<String>) -> f64 {
    let discount = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let found = found.into_iter().flatten().take(DEPTH).enumerate();
    let gain: f64 = found
        .filter(|(_, document)| relevant.contains(*document))
        .map(|(rank, _)| discount(rank))
        .sum();
    let ideal: f64 = (0..relevant.len().min(DEPTH)).map(discount).sum();
    gain / ideal
}

/// The mean.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The means of every second query and of the others.
pub(crate) fn halves(values: &[f64]) -> (f64, f64) {
    let half = |from: usize| {
        mean(
            &values
                .iter()
                .skip(from)
                .step_by(2)
                .copied()
                .collect::<Vec<_>>(),
        )
    };
    (half(0), half(1))
}

/// How much better one run is than another: the mean of the differences per query, and the
/// interval of a paired bootstrap.
pub(crate) fn gain(ours: &[f64], theirs: &[f64]) -> String {
    let gains: Vec<f64> = ours.iter().zip(theirs).map(|(a, b)| a - b).collect();
    let (low, high) = interval(&gains);
    format!("{:+.3} ({low:+.3} to {high:+.3})", mean(&gains))
}

/// The middle 95 % of the means of samples of the queries.
pub(crate) fn interval(values: &[f64]) -> (f64, f64) {
    let mut random = StdRng::seed_from_u64(20_211_110);
    let mut means: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let draw = (0..values.len()).map(|_| values[random.random_range(0..values.len())]);
            draw.sum::<f64>() / values.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    (means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40])
}
