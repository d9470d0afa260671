//! What each factor may give at most.

use crate::FactorKey;
use std::fmt;

/// Points per factor, none negative, 100 together.
///
/// The default says that *what* is offered (text and domain) decides and the
/// circumstances order what remains.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Weights([f64; FactorKey::ALL.len()]);

impl Weights {
    /// Weights in the order of [`FactorKey::ALL`].
    pub fn new(points: [f64; FactorKey::ALL.len()]) -> Result<Self, InvalidWeights> {
        if points.iter().any(|w| !w.is_finite() || *w < 0.0) {
            return Err(InvalidWeights::NotPositive);
        }
        let sum: f64 = points.iter().sum();
        if (sum - 100.0).abs() > 1e-6 {
            return Err(InvalidWeights::Sum(sum));
        }
        Ok(Self(points))
    }

    /// The most points this factor can give.
    pub fn get(&self, key: FactorKey) -> f64 {
        self.0[key as usize]
    }
}

impl Default for Weights {
    fn default() -> Self {
        //    text  domain place money calendar maturity track record
        Self([36.0, 28.0, 10.0, 10.0, 3.0, 5.0, 8.0])
    }
}

/// Why weights were refused.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum InvalidWeights {
    /// One is negative, infinite or not a number.
    NotPositive,
    /// They sum to this instead of 100.
    Sum(f64),
}

impl fmt::Display for InvalidWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPositive => write!(f, "every weight must be a number of at least 0"),
            Self::Sum(sum) => write!(f, "the weights must sum to 100, not {sum}"),
        }
    }
}

impl std::error::Error for InvalidWeights {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_valid() {
        assert_eq!(Weights::new(Weights::default().0), Ok(Weights::default()));
    }

    #[test]
    fn each_key_finds_its_own_weight() {
        let weights = Weights::default();
        let got = FactorKey::ALL.map(|key| weights.get(key));
        assert_eq!(Weights(got), weights);
    }

    #[test]
    fn bad_weights_are_refused_with_a_sentence() {
        let refused = |points| Weights::new(points).unwrap_err().to_string();
        assert!(refused([0.0; 7]).contains("sum to 100, not 0"));
        assert!(refused([110.0, -10.0, 0.0, 0.0, 0.0, 0.0, 0.0]).contains("at least 0"));
        assert!(refused([f64::NAN; 7]).contains("at least 0"));
    }
}
