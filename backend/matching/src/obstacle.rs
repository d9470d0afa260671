//! Hard constraints: reasons for absence rather than silence.

use crate::Bilingual;
use crate::wording::date;
use chrono::NaiveDate;

/// Why a pair is not a match at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The offer was valid until this day.
    Expired {
        /// Its last day.
        on: NaiveDate,
    },
    /// The need took proposals until this day.
    NeedClosed {
        /// Its last day.
        on: NaiveDate,
    },
    /// Both belong to one organisation.
    SameOrganization,
    /// The offer is limited to places far from this one.
    OutsideCoverage {
        /// The need's place.
        place: Bilingual,
    },
    /// Neither a domain nor a word nor a concept is shared.
    Unrelated,
}

impl Obstacle {
    /// Its stable name.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Expired { .. } => "expired",
            Self::NeedClosed { .. } => "need_closed",
            Self::SameOrganization => "same_organization",
            Self::OutsideCoverage { .. } => "outside_coverage",
            Self::Unrelated => "unrelated",
        }
    }

    /// The reason, for people.
    pub fn reason(&self) -> Bilingual {
        match self {
            Self::Expired { on } => {
                let on = date(*on);
                Bilingual::new(
                    format!("Chào giải pháp đã hết hiệu lực ngày {}.", on.vi),
                    format!("The offer expired on {}.", on.en),
                )
            }
            Self::NeedClosed { on } => {
                let on = date(*on);
                Bilingual::new(
                    format!("Nhu cầu đã đóng ngày {}.", on.vi),
                    format!("The need closed on {}.", on.en),
                )
            }
            Self::SameOrganization => Bilingual::new(
                "Nhu cầu và giải pháp thuộc cùng một tổ chức.",
                "The need and the offer belong to the same organisation.",
            ),
            Self::OutsideCoverage { place } => Bilingual::new(
                format!(
                    "Giải pháp không được cung cấp tại {} hay vùng lân cận.",
                    place.vi
                ),
                format!("The offer does not cover {} or its region.", place.en),
            ),
            Self::Unrelated => Bilingual::new(
                "Không có lĩnh vực, chủ đề hay từ ngữ nào chung.",
                "No domain, topic or word is shared.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_names_the_day() {
        let on = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let reason = Obstacle::NeedClosed { on }.reason();
        assert_eq!(reason.vi, "Nhu cầu đã đóng ngày 01/03/2026.");
        assert_eq!(reason.en, "The need closed on 1 March 2026.");
    }
}
