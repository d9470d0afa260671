//! Track record: what the offer's organisation has shown so far.
//!
//! Unit: counts in, none out. Range 0 to 1: contracts won or agreements concluded 0.4,
//! references 0.25, milestones met in time 0.15, verification 0.15, mutual matches 0.05.
//! Counts saturate (`n / (n + 1)`), so that a newcomer with one good reference is not buried
//! under a veteran with thirty.

use super::{Finding, Pair, Value, saturated};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::{Organization, Posting};
use crate::wording::list;

const AWARDS: f64 = 0.4;
const REFERENCES: f64 = 0.25;
const MILESTONES: f64 = 0.15;
const VERIFIED: f64 = 0.15;
const MUTUAL: f64 = 0.05;

/// What is known of the supplier.
pub(crate) struct TrackRecord<'a> {
    owner: &'a Organization,
    references: u32,
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> TrackRecord<'a> {
    of(pair.supply)
}

/// The same of the supply alone, for it does not depend on the need.
pub(crate) fn of(supply: &Posting) -> TrackRecord<'_> {
    TrackRecord {
        owner: &supply.organization,
        references: u32::try_from(supply.references.len()).unwrap_or(u32::MAX),
    }
}

impl TrackRecord<'_> {
    /// Milestones met of those due, weighed by how many were due: keeping one promise says
    /// less than keeping ten.
    fn kept(&self) -> f64 {
        let met = self.owner.milestones_met;
        let due = self.owner.milestones_due.max(met);
        if due == 0 {
            return 0.0;
        }
        saturated(due) * f64::from(met) / f64::from(due)
    }

    fn with_references(&self, references: u32) -> f64 {
        let verified = if self.owner.verified { VERIFIED } else { 0.0 };
        verified
            + AWARDS * saturated(self.owner.past_awards)
            + REFERENCES * saturated(references)
            + MILESTONES * self.kept()
            + MUTUAL * saturated(self.owner.mutual_matches)
    }
}

impl Finding for TrackRecord<'_> {
    fn value(&self) -> Value {
        Value::both(self.with_references(self.references))
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let counts = [
            (
                self.owner.past_awards,
                "hợp đồng, thỏa thuận đã ký",
                "award",
                "awards",
            ),
            (
                self.references,
                "dự án đã triển khai",
                "reference",
                "references",
            ),
            (
                self.owner.mutual_matches,
                "lượt kết nối thành công",
                "mutual match",
                "mutual matches",
            ),
        ];
        let mut shown = Vec::new();
        for (count, vi, one, many) in counts {
            if count > 0 {
                let noun = if count == 1 { one } else { many };
                shown.push(Bilingual::new(
                    format!("{count} {vi}"),
                    format!("{count} {noun}"),
                ));
            }
        }
        let mut record = if shown.is_empty() {
            Bilingual::new("chưa có kinh nghiệm được ghi nhận", "no record yet")
        } else {
            list(&shown)
        };
        let (met, due) = (self.owner.milestones_met, self.owner.milestones_due);
        if due.max(met) > 0 {
            let due = due.max(met);
            record = record.and(Bilingual::new(
                format!("hoàn thành đúng hạn {met}/{due} mốc tiến độ"),
                format!("{met} of {due} milestones met in time"),
            ));
        }
        record.and(if self.owner.verified {
            Bilingual::new("tổ chức đã xác minh", "verified organisation")
        } else {
            Bilingual::new("tổ chức chưa xác minh", "organisation not verified")
        })
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let mut advice = Vec::new();
        if self.references < 3 {
            advice.push(Advice::supply(
                self.with_references(self.references + 1),
                "Nêu thêm một dự án đã triển khai",
                "Name one more earlier delivery",
            ));
        }
        if !self.owner.verified {
            advice.push(Advice::supply(
                self.with_references(self.references) + VERIFIED,
                "Đề nghị Liên minh xác minh tổ chức",
                "Ask the alliance to verify the organisation",
            ));
        }
        advice
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(owner: &Organization, references: u32) -> f64 {
        TrackRecord { owner, references }.value().demand
    }

    #[test]
    fn more_is_worth_more_but_ever_less() {
        let owner = Organization::default();
        assert!(value(&owner, 1) > value(&owner, 0) && value(&owner, 2) > value(&owner, 1));
        assert!(value(&owner, 1) - value(&owner, 0) > value(&owner, 2) - value(&owner, 1));
        let endless = Organization {
            past_awards: u32::MAX,
            mutual_matches: u32::MAX,
            milestones_met: u32::MAX,
            verified: true,
            ..Organization::default()
        };
        assert!((value(&endless, u32::MAX) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_promise_broken_costs_and_one_kept_pays() {
        let owner = |met, due| Organization {
            milestones_met: met,
            milestones_due: due,
            ..Organization::default()
        };
        let ladder = [
            value(&owner(0, 4), 0),
            value(&owner(2, 4), 0),
            value(&owner(4, 4), 0),
        ];
        assert!(ladder.is_sorted_by(|a, b| a < b), "{ladder:?}");
    }

    #[test]
    fn the_reason_counts_what_there_is() {
        let owner = Organization {
            past_awards: 1,
            milestones_met: 3,
            milestones_due: 4,
            verified: true,
            ..Organization::default()
        };
        let record = TrackRecord {
            owner: &owner,
            references: 2,
        };
        let reason = record.reason(&Knowledge::default()).sentence();
        assert_eq!(
            reason.vi,
            "1 hợp đồng, thỏa thuận đã ký và 2 dự án đã triển khai; hoàn thành đúng hạn 3/4 mốc \
             tiến độ; tổ chức đã xác minh."
        );
        assert_eq!(
            reason.en,
            "1 award and 2 references; 3 of 4 milestones met in time; verified organisation."
        );
    }
}
