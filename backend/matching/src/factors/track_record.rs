//! Track record: what the offer's organisation has shown so far.
//!
//! Unit: counts in, none out. Range 0 to 1: references 0.35, agreements 0.3, mutual
//! matches 0.15, verification 0.2. Counts saturate (one is worth half, each further
//! one half of what is left), so that a newcomer with one good reference is not
//! buried under a veteran with thirty.

use crate::Bilingual;
use crate::model::Offer;
use crate::score::Judgement;
use crate::wording::list;

const REFERENCES: f64 = 0.35;
const AGREEMENTS: f64 = 0.3;
const MUTUAL: f64 = 0.15;
const VERIFIED: f64 = 0.2;

pub(crate) fn judge(offer: &Offer) -> Judgement {
    let owner = &offer.organization;
    let references = u32::try_from(offer.references.len()).unwrap_or(u32::MAX);
    let counts = [
        (
            references,
            REFERENCES,
            "dự án đã triển khai",
            "reference",
            "references",
        ),
        (
            owner.past_agreements,
            AGREEMENTS,
            "thỏa thuận đã ký",
            "agreement",
            "agreements",
        ),
        (
            owner.mutual_matches,
            MUTUAL,
            "lượt kết nối thành công",
            "mutual match",
            "mutual matches",
        ),
    ];
    let mut value = if owner.verified { VERIFIED } else { 0.0 };
    let mut shown = Vec::new();
    for (count, share, vi, one, many) in counts {
        value += share * saturated(count);
        if count > 0 {
            let noun = if count == 1 { one } else { many };
            shown.push(Bilingual::new(
                format!("{count} {vi}"),
                format!("{count} {noun}"),
            ));
        }
    }
    let record = if shown.is_empty() {
        Bilingual::new("chưa có kinh nghiệm được ghi nhận", "no record yet")
    } else {
        list(&shown)
    };
    let verified = if owner.verified {
        Bilingual::new("tổ chức đã xác minh", "verified organisation")
    } else {
        Bilingual::new("tổ chức chưa xác minh", "organisation not verified")
    };
    Judgement::new(value, record.and(verified))
}

/// 0, 0.5, 0.75, 0.875 … towards 1.
fn saturated(count: u32) -> f64 {
    1.0 - 0.5_f64.powi(count.min(64) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Organization, Reference};

    fn offer(references: usize, agreements: u32, verified: bool) -> Offer {
        Offer {
            organization: Organization {
                past_agreements: agreements,
                verified,
                ..Organization::default()
            },
            references: vec![Reference::default(); references],
            ..Offer::default()
        }
    }

    #[test]
    fn more_is_worth_more_but_ever_less() {
        let value = |n| judge(&offer(n, 0, false)).value;
        assert!(value(1) > value(0) && value(2) > value(1));
        assert!(value(1) - value(0) > value(2) - value(1));
        let endless = Offer {
            organization: Organization {
                past_agreements: u32::MAX,
                mutual_matches: u32::MAX,
                ..offer(0, 0, true).organization
            },
            ..offer(1000, 0, true)
        };
        assert!((judge(&endless).value - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_reason_counts_what_there_is() {
        let reason = judge(&offer(2, 1, true)).reason;
        assert_eq!(
            reason.vi,
            "2 dự án đã triển khai và 1 thỏa thuận đã ký; tổ chức đã xác minh."
        );
        assert_eq!(
            reason.en,
            "2 references and 1 agreement; verified organisation."
        );
        assert_eq!(
            judge(&offer(0, 0, false)).reason.en,
            "No record yet; organisation not verified."
        );
    }
}
