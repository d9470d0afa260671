//! What each factor may give at most.

use std::fmt;

use crate::FactorKey;
use crate::model::Kind;

/// Points per factor, none negative, 100 together.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Points([f64; FactorKey::COUNT]);

impl Points {
    /// Points in the order of [`FactorKey::ALL`].
    pub fn new(points: [f64; FactorKey::COUNT]) -> Result<Self, InvalidWeights> {
        if points.iter().any(|w| !w.is_finite() || *w < 0.0) {
            return Err(InvalidWeights::NotPositive);
        }
        let sum: f64 = points.iter().sum();
        if (sum - 100.0).abs() > 1e-6 {
            return Err(InvalidWeights::Sum(sum));
        }
        Ok(Self(points))
    }

    /// These proportions as points: none negative, not all zero.
    pub fn in_proportion(parts: [f64; FactorKey::COUNT]) -> Result<Self, InvalidWeights> {
        let sum: f64 = parts.iter().sum();
        if parts.iter().any(|w| !w.is_finite() || *w < 0.0) || !sum.is_finite() {
            return Err(InvalidWeights::NotPositive);
        }
        if sum <= 0.0 {
            return Err(InvalidWeights::Sum(0.0));
        }
        Ok(Self(parts.map(|part| 100.0 * part / sum)))
    }

    /// The most points this factor can give.
    pub fn get(&self, key: FactorKey) -> f64 {
        self.0[key as usize]
    }

    /// All of them, in the order of [`FactorKey::ALL`].
    pub fn all(&self) -> [f64; FactorKey::COUNT] {
        self.0
    }

    /// Without one factor; the others take its points in proportion.
    #[must_use]
    pub fn without(mut self, key: FactorKey) -> Self {
        self.0[key as usize] = 0.0;
        let sum: f64 = self.0.iter().sum();
        if sum > 0.0 {
            self.0 = self.0.map(|part| 100.0 * part / sum);
        }
        self
    }
}

/// The points of both kinds of supply, and the version that stored matches name.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Which weights these are.
    pub version: String,
    /// A need against an offer.
    pub offers: Points,
    /// A need against an expert.
    pub experts: Points,
}

impl Weights {
    /// Those for a supply of this kind.
    pub fn of(&self, supply: Kind) -> &Points {
        match supply {
            Kind::Expert => &self.experts,
            Kind::Need | Kind::Offer => &self.offers,
        }
    }

    /// For an engine without a model: meaning gives nothing, the others take its points.
    #[must_use]
    pub fn without_meaning(self) -> Self {
        Self {
            offers: self.offers.without(FactorKey::Meaning),
            experts: self.experts.without(FactorKey::Meaning),
            ..self
        }
    }
}

impl Default for Weights {
    /// What is offered (text, meaning, domain) decides; the circumstances order what remains.
    fn default() -> Self {
        let points = |of: fn(FactorKey) -> f64| Points(FactorKey::ALL.map(of));
        Self {
            version: "default-3".into(),
            offers: points(|key| match key {
                FactorKey::Text => 27.0,
                FactorKey::Domain => 22.0,
                FactorKey::Meaning => 10.0,
                FactorKey::TrackRecord | FactorKey::Tags => 8.0,
                FactorKey::Place => 7.0,
                FactorKey::Money => 5.0,
                FactorKey::Delivery | FactorKey::Maturity | FactorKey::Standards => 3.0,
                FactorKey::Calendar => 2.0,
                FactorKey::Languages | FactorKey::Capacity => 1.0,
                FactorKey::Expertise => 0.0,
            }),
            experts: points(|key| match key {
                FactorKey::Expertise => 28.0,
                FactorKey::Text | FactorKey::Meaning | FactorKey::Domain => 18.0,
                FactorKey::Tags | FactorKey::Place | FactorKey::TrackRecord => 4.0,
                FactorKey::Languages | FactorKey::Calendar => 3.0,
                _ => 0.0,
            }),
        }
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
            Self::Sum(sum) if *sum == 0.0 => write!(f, "at least one weight must be more than 0"),
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
        let weights = Weights::default();
        for points in [weights.offers, weights.experts] {
            assert_eq!(Points::new(points.0), Ok(points));
        }
    }

    #[test]
    fn each_key_finds_its_own_weight() {
        let points = Weights::default().offers;
        assert_eq!(Points(FactorKey::ALL.map(|key| points.get(key))), points);
    }

    #[test]
    fn bad_weights_are_refused_with_a_sentence() {
        let refused = |points| Points::new(points).unwrap_err().to_string();
        assert!(refused([0.0; 14]).contains("at least one weight"));
        assert!(refused([1.0; 14]).contains("sum to 100, not 14"));
        let mut negative = [0.0; 14];
        (negative[0], negative[1]) = (110.0, -10.0);
        assert!(refused(negative).contains("at least 0"));
        assert!(refused([f64::NAN; 14]).contains("at least 0"));
        assert!(Points::in_proportion([0.0; 14]).is_err());
        assert!(Points::in_proportion([-1.0; 14]).is_err());
    }

    #[test]
    fn without_a_model_the_others_take_its_points() {
        let weights = Weights::default().without_meaning();
        assert!(weights.offers.get(FactorKey::Meaning).abs() < 1e-9);
        assert!((weights.offers.all().iter().sum::<f64>() - 100.0).abs() < 1e-9);
    }
}
