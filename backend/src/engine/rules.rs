//! Pure: how the factors of stored matches are spread.

use std::collections::BTreeMap;

use matching::FactorKey;

use crate::matches::Match;

/// Buckets of a distribution: a tenth of the range each.
pub const BUCKETS: usize = 10;

/// How one factor's values are spread over matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Which factor.
    pub key: FactorKey,
    /// Matches that were looked at.
    pub matches: usize,
    /// The values' mean: 0 to 1.
    pub mean: f64,
    /// How many values lie in each tenth of 0 to 1, the lowest first.
    pub buckets: [usize; BUCKETS],
}

/// The distribution of every factor that some match has, in the engine's order.
pub fn distributions(matches: &[Match]) -> Vec<Distribution> {
    let mut values: BTreeMap<FactorKey, Vec<f64>> = BTreeMap::new();
    for factor in matches.iter().flat_map(|found| &found.factors.0) {
        if let Some(key) = FactorKey::named(&factor.key) {
            values.entry(key).or_default().push(factor.value);
        }
    }
    let distribution = |(key, values): (FactorKey, Vec<f64>)| {
        let mut buckets = [0; BUCKETS];
        for value in &values {
            let bucket = (value * BUCKETS as f64).floor().max(0.0) as usize;
            buckets[bucket.min(BUCKETS - 1)] += 1;
        }
        Distribution {
            key,
            matches: values.len(),
            mean: values.iter().sum::<f64>() / values.len() as f64,
            buckets,
        }
    };
    values.into_iter().map(distribution).collect()
}
