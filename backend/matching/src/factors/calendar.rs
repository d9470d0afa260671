//! Calendar: days left for a proposal, and how long the offer stays valid.
//!
//! Unit: days in, none out. Range 0 to 1: 0.6 for the days left until the need closes (30 are
//! enough; no date given counts 0.7) and 0.4 for the share of that time in which the offer is
//! valid (no date given: all of it). A day that has passed is an [`Obstacle`] instead.

use chrono::NaiveDate;

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::obstacle::Obstacle;
use crate::wording::date;

/// Days in which a proposal can be written without haste.
const ENOUGH: f64 = 30.0;

/// Days looked ahead where the need has no end.
const OPEN_NEED: f64 = 90.0;

/// What a need without a deadline counts.
const NO_DEADLINE: f64 = 0.7;

/// The days that matter.
pub(crate) struct Calendar {
    today: NaiveDate,
    closes: Option<NaiveDate>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

pub(crate) fn find(pair: &Pair) -> Result<Calendar, Obstacle> {
    let supply = (pair.supply.opens_on, pair.supply.closes_on);
    between(pair.today, pair.demand.closes_on, supply)
}

/// The same of the days alone: the need's last, and the offer's first and last.
pub(crate) fn between(
    today: NaiveDate,
    closes: Option<NaiveDate>,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<Calendar, Obstacle> {
    if let Some(on) = closes.filter(|day| *day < today) {
        return Err(Obstacle::NeedClosed { on });
    }
    if let Some(on) = until.filter(|day| *day < today) {
        return Err(Obstacle::Expired { on });
    }
    Ok(Calendar {
        today,
        closes,
        from: from.filter(|day| *day > today),
        until,
    })
}

impl Calendar {
    /// The last day counts, so a need that closes today has one day left.
    fn days(&self, day: NaiveDate) -> f64 {
        ((day - self.today).num_days() + 1) as f64
    }
}

impl Finding for Calendar {
    fn value(&self) -> Value {
        let left = self.closes.map(|day| self.days(day));
        let time = left.map_or(NO_DEADLINE, |left| (left / ENOUGH).min(1.0));
        let horizon = left.unwrap_or(OPEN_NEED);
        let until = self
            .until
            .map_or(horizon, |day| self.days(day).min(horizon));
        let from = self.from.map_or(0.0, |day| self.days(day) - 1.0);
        let valid = ((until - from) / horizon).max(0.0);
        Value::both(0.6 * time + 0.4 * valid)
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        let mut reason = match self.closes {
            None => Bilingual::new("nhu cầu chưa nêu hạn", "the need has no deadline"),
            Some(day) => {
                let (left, on) = (self.days(day), date(day));
                let plural = if left > 1.0 { "days" } else { "day" };
                Bilingual::new(
                    format!("còn {left} ngày để gửi đề xuất (hạn {})", on.vi),
                    format!("{left} {plural} left to propose (until {})", on.en),
                )
            }
        };
        if let Some(day) = self.from {
            let on = date(day);
            reason = reason.and(Bilingual::new(
                format!("giải pháp sẵn sàng từ {}", on.vi),
                format!("the offer is available from {}", on.en),
            ));
        }
        if let Some(day) = self.until {
            let on = date(day);
            reason = reason.and(Bilingual::new(
                format!("giải pháp có hiệu lực đến {}", on.vi),
                format!("the offer is valid until {}", on.en),
            ));
        }
        reason
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let mut advice = Vec::new();
        if let (Some(closes), Some(until)) = (self.closes, self.until)
            && until < closes
        {
            let on = date(closes);
            advice.push(Advice::supply(
                1.0,
                format!("Gia hạn giải pháp đến ít nhất {}", on.vi),
                format!("Keep the offer valid until {} at least", on.en),
            ));
        }
        advice
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::testing::{pair, posting};

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, n).unwrap()
    }

    fn found(closes: Option<u32>, expires: Option<u32>) -> Result<Calendar, Obstacle> {
        let knowledge = Knowledge::default();
        let mut demand = posting(Kind::Need, "n");
        let mut supply = posting(Kind::Offer, "o");
        demand.closes_on = closes.map(day);
        supply.closes_on = expires.map(day);
        find(&Pair {
            today: day(10),
            ..pair(&demand, &supply, &knowledge)
        })
    }

    #[test]
    fn more_time_is_worth_more_and_the_last_day_counts() {
        let value = |closes, expires| found(closes, expires).unwrap().value().demand;
        assert!(value(Some(10), None) > 0.4 && value(Some(10), None) < value(Some(20), None));
        assert!(value(Some(20), Some(15)) < value(Some(20), Some(20)));
        assert!((value(Some(20), Some(20)) - value(Some(20), None)).abs() < 1e-9);
    }

    #[test]
    fn yesterday_is_an_obstacle_on_either_side() {
        assert!(matches!(
            found(Some(9), None),
            Err(Obstacle::NeedClosed { .. })
        ));
        assert!(matches!(
            found(None, Some(9)),
            Err(Obstacle::Expired { .. })
        ));
    }

    #[test]
    fn the_reason_names_the_days() {
        let calendar = found(Some(10), Some(12)).unwrap();
        let reason = calendar.reason(&Knowledge::default()).sentence();
        assert_eq!(
            reason.en,
            "1 day left to propose (until 10 June 2026); the offer is valid until 12 June 2026."
        );
        assert!(calendar.advice(&Knowledge::default()).is_empty());
        let short = found(Some(20), Some(12)).unwrap();
        assert_eq!(short.advice(&Knowledge::default()).len(), 1);
    }
}
