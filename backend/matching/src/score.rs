//! A score and the factors it is the sum of.

use crate::Bilingual;
use serde::{Deserialize, Serialize};

/// The name of a factor.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorKey {
    /// Shared words and concepts.
    Text,
    /// Overlap in the taxonomy.
    Domain,
    /// Where it is needed and where it is offered.
    Place,
    /// Budget against price, and the form of contract.
    Money,
    /// Days left and how long the offer is valid.
    Calendar,
    /// How far the offer has come against what the need's target asks.
    Maturity,
    /// References, agreements, mutual matches, verification.
    TrackRecord,
}

impl FactorKey {
    /// Every factor, in the order in which a fit lists them.
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::Domain,
        Self::Place,
        Self::Money,
        Self::Calendar,
        Self::Maturity,
        Self::TrackRecord,
    ];

    /// Its stable name, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Domain => "domain",
            Self::Place => "place",
            Self::Money => "money",
            Self::Calendar => "calendar",
            Self::Maturity => "maturity",
            Self::TrackRecord => "track_record",
        }
    }

    /// Its name for people.
    pub fn name(self) -> Bilingual {
        match self {
            Self::Text => Bilingual::new("Nội dung", "Text"),
            Self::Domain => Bilingual::new("Lĩnh vực", "Domain"),
            Self::Place => Bilingual::new("Địa bàn", "Place"),
            Self::Money => Bilingual::new("Kinh phí và hợp đồng", "Money and contract"),
            Self::Calendar => Bilingual::new("Thời hạn", "Calendar"),
            Self::Maturity => Bilingual::new("Mức độ sẵn sàng", "Maturity"),
            Self::TrackRecord => Bilingual::new("Năng lực, kinh nghiệm", "Track record"),
        }
    }
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Which part.
    pub key: FactorKey,
    /// How well it fits: 0 to 1.
    pub value: f64,
    /// The most points it can give.
    pub weight: f64,
    /// What it gives: `value * weight`.
    pub points: f64,
    /// What was compared, in words and figures.
    pub reason: Bilingual,
}

/// How well an offer fits a need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The need.
    pub need_id: String,
    /// The offer.
    pub offer_id: String,
    /// The sum of the factors' points: 0 to 100.
    pub score: f64,
    /// All factors, in the order of [`FactorKey::ALL`].
    pub factors: Vec<Factor>,
}

impl Fit {
    /// The factor of this name, if the fit has it (an older stored one may not).
    pub fn factor(&self, key: FactorKey) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.key == key)
    }
}

/// What a factor function answers: a value in 0..=1 and the reason for it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judgement {
    pub value: f64,
    pub reason: Bilingual,
}

impl Judgement {
    /// Holds the value within its bounds, so that no factor can exceed its weight
    /// by a rounding error.
    pub fn new(value: f64, reason: Bilingual) -> Self {
        let value = if value.is_finite() { value } else { 0.0 };
        Self {
            value: value.clamp(0.0, 1.0),
            reason: reason.sentence(),
        }
    }

    pub fn weighted(self, key: FactorKey, weight: f64) -> Factor {
        Factor {
            key,
            value: self.value,
            weight,
            points: self.value * weight,
            reason: self.reason,
        }
    }
}
