//! A score and the factors it is the sum of.

use serde::{Deserialize, Serialize};

use crate::Bilingual;
use crate::advice::Raise;
use crate::factors::Value;
use crate::model::Code;

/// The name of a factor.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorKey {
    /// Shared words, phrases and ideas.
    Text,
    /// Nearness in a sentence embedding.
    Meaning,
    /// Overlap in the taxonomy.
    Domain,
    /// Where it is needed and where it is offered.
    Place,
    /// Budget against price.
    Money,
    /// The form of contract and of co-operation.
    Delivery,
    /// Days left and how long the offer is valid.
    Calendar,
    /// How far the offer has come against what the need's target asks.
    Maturity,
    /// Standards asked for, certificates valid on the day.
    Standards,
    /// Awards, references, milestones, verification.
    TrackRecord,
    /// Working languages.
    Languages,
    /// Whether the supplier can carry work of this size.
    Capacity,
    /// A researcher's expertise.
    Expertise,
    /// Free tags, weighed by rarity.
    Tags,
}

impl FactorKey {
    /// How many there are.
    pub const COUNT: usize = 14;

    /// Every factor, in the order in which a fit lists them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Text,
        Self::Meaning,
        Self::Domain,
        Self::Place,
        Self::Money,
        Self::Delivery,
        Self::Calendar,
        Self::Maturity,
        Self::Standards,
        Self::TrackRecord,
        Self::Languages,
        Self::Capacity,
        Self::Expertise,
        Self::Tags,
    ];

    /// Its stable name, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Meaning => "meaning",
            Self::Domain => "domain",
            Self::Place => "place",
            Self::Money => "money",
            Self::Delivery => "delivery",
            Self::Calendar => "calendar",
            Self::Maturity => "maturity",
            Self::Standards => "standards",
            Self::TrackRecord => "track_record",
            Self::Languages => "languages",
            Self::Capacity => "capacity",
            Self::Expertise => "expertise",
            Self::Tags => "tags",
        }
    }

    /// The factor of this stable name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }

    /// Its name for people.
    pub fn name(self) -> Bilingual {
        match self {
            Self::Text => Bilingual::new("Nội dung", "Text"),
            Self::Meaning => Bilingual::new("Ngữ nghĩa", "Meaning"),
            Self::Domain => Bilingual::new("Lĩnh vực", "Domain"),
            Self::Place => Bilingual::new("Địa bàn", "Place"),
            Self::Money => Bilingual::new("Kinh phí", "Money"),
            Self::Delivery => {
                Bilingual::new("Hợp đồng và hình thức hợp tác", "Contract and delivery")
            }
            Self::Calendar => Bilingual::new("Thời hạn", "Calendar"),
            Self::Maturity => Bilingual::new("Mức độ sẵn sàng", "Maturity"),
            Self::Standards => {
                Bilingual::new("Tiêu chuẩn, chứng nhận", "Standards and certificates")
            }
            Self::TrackRecord => Bilingual::new("Kinh nghiệm", "Track record"),
            Self::Languages => Bilingual::new("Ngôn ngữ làm việc", "Languages"),
            Self::Capacity => Bilingual::new("Năng lực thực hiện", "Capacity"),
            Self::Expertise => Bilingual::new("Chuyên môn", "Expertise"),
            Self::Tags => Bilingual::new("Từ khóa", "Tags"),
        }
    }
}

/// From whose end a pair is looked at.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Perspective {
    /// A need looks for offers: its owner's view counts four fifths.
    Demand,
    /// An offer looks for needs: its owner's view counts four fifths.
    Supply,
    /// Neither looks: both views count the same. What is stored.
    #[default]
    Both,
    /// The need's owner alone is asked.
    OnlyDemand,
    /// The offer's owner alone is asked.
    OnlySupply,
}

impl Perspective {
    /// How much the demand's view counts, of 1.
    pub(crate) fn share(self) -> f64 {
        match self {
            Self::Demand => 0.8,
            Self::Supply => 0.2,
            Self::Both => 0.5,
            Self::OnlyDemand => 1.0,
            Self::OnlySupply => 0.0,
        }
    }

    /// One value of two views.
    pub(crate) fn blend(self, value: Value) -> f64 {
        let share = self.share();
        share * value.demand + (1.0 - share) * value.supply
    }
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// Which part.
    pub key: FactorKey,
    /// How well it fits: 0 to 1, both views blended by the perspective.
    pub value: f64,
    /// How well it suits the need's owner: 0 to 1.
    pub for_demand: f64,
    /// How well it suits the offer's owner: 0 to 1.
    pub for_supply: f64,
    /// The most points it can give.
    pub weight: f64,
    /// What it gives: `value * weight`.
    pub points: f64,
    /// What was compared, in words and figures.
    pub reason: Bilingual,
}

/// How well an offer or an expert fits a need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The need.
    pub demand_id: Code,
    /// The offer or the expert.
    pub supply_id: Code,
    /// The sum of the factors' points: 0 to 100.
    pub score: f64,
    /// What the score would be if only the need's owner were asked.
    pub for_demand: f64,
    /// What it would be if only the offer's owner were asked.
    pub for_supply: f64,
    /// All factors that can give something, in the order of [`FactorKey::ALL`].
    pub factors: Vec<Factor>,
    /// What would raise it, the most first.
    pub raises: Vec<Raise>,
}

impl Fit {
    /// The factor of this name, if the fit has it (an older stored one may not).
    pub fn factor(&self, key: FactorKey) -> Option<&Factor> {
        self.factors.iter().find(|factor| factor.key == key)
    }
}
