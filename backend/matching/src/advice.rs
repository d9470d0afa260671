//! What would raise a score: for each missing or weak factor, what its owner could add.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, FactorKey};

/// One of the two sides.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The owner of the need.
    Demand,
    /// The owner of the offer, or the expert.
    Supply,
}

/// Something an owner could add.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Advice {
    /// Whose posting.
    pub side: Side,
    /// What the factor's value would be: 0 to 1.
    pub value: f64,
    /// What to do.
    pub text: Bilingual,
}

impl Advice {
    /// What the need's owner could do.
    pub fn demand(value: f64, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            side: Side::Demand,
            value,
            text: Bilingual::new(vi, en),
        }
    }

    /// What the offer's owner could do.
    pub fn supply(value: f64, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            side: Side::Supply,
            value,
            text: Bilingual::new(vi, en),
        }
    }
}

/// What would raise a score, by how much, and who can do it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Raise {
    /// Which factor would rise.
    pub key: FactorKey,
    /// Whose posting is to be changed.
    pub side: Side,
    /// By how many points at most.
    pub points: f64,
    /// What to do.
    pub text: Bilingual,
}
