//! Calendar: days left for a proposal, and how long the offer stays valid.
//!
//! Unit: days in, none out. Range 0 to 1: 0.6 for the days left until the need closes
//! (30 are enough; no date given counts 0.7) and 0.4 for the share of that time in
//! which the offer is valid (no date given: all of it). A day that has passed is an
//! [`Obstacle`] instead.

use crate::Bilingual;
use crate::model::{Need, Offer};
use crate::obstacle::Obstacle;
use crate::score::Judgement;
use crate::wording::date;
use chrono::NaiveDate;

/// Days in which a firm can write a good proposal.
const ENOUGH: f64 = 30.0;

/// How far ahead an offer should be valid when the need has no deadline.
const OPEN_NEED: f64 = 90.0;

const NO_DEADLINE: f64 = 0.7;

pub(crate) fn judge(need: &Need, offer: &Offer, today: NaiveDate) -> Result<Judgement, Obstacle> {
    if let Some(on) = need.closes_on.filter(|day| *day < today) {
        return Err(Obstacle::NeedClosed { on });
    }
    if let Some(on) = offer.expires_on.filter(|day| *day < today) {
        return Err(Obstacle::Expired { on });
    }
    // The last day counts, so a need that closes today has one day left.
    let days = |day: NaiveDate| ((day - today).num_days() + 1) as f64;
    let (time, reason) = match need.closes_on {
        None => (
            NO_DEADLINE,
            Bilingual::new("nhu cầu chưa nêu hạn", "the need has no deadline"),
        ),
        Some(day) => {
            let (left, on) = (days(day), date(day));
            let plural = if left > 1.0 { "days" } else { "day" };
            let vi = format!("còn {left} ngày để gửi đề xuất (hạn {})", on.vi);
            let en = format!("{left} {plural} left to propose (until {})", on.en);
            ((left / ENOUGH).min(1.0), Bilingual::new(vi, en))
        }
    };
    let horizon = need.closes_on.map_or(OPEN_NEED, days);
    let (valid, more) = match offer.expires_on {
        None => (1.0, Bilingual::default()),
        Some(day) => {
            let on = date(day);
            let text = Bilingual::new(
                format!("giải pháp có hiệu lực đến {}", on.vi),
                format!("the offer is valid until {}", on.en),
            );
            ((days(day) / horizon).min(1.0), text)
        }
    };
    Ok(Judgement::new(0.6 * time + 0.4 * valid, reason.and(more)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, n).unwrap()
    }

    fn judged(closes: Option<u32>, expires: Option<u32>) -> Result<Judgement, Obstacle> {
        let need = Need {
            closes_on: closes.map(day),
            ..Need::default()
        };
        let offer = Offer {
            expires_on: expires.map(day),
            ..Offer::default()
        };
        judge(&need, &offer, day(10))
    }

    #[test]
    fn the_past_is_an_obstacle_and_today_is_not() {
        assert_eq!(
            judged(Some(9), None),
            Err(Obstacle::NeedClosed { on: day(9) })
        );
        assert_eq!(judged(None, Some(9)), Err(Obstacle::Expired { on: day(9) }));
        assert!(judged(Some(10), Some(10)).is_ok());
    }

    #[test]
    fn more_time_and_longer_validity_are_worth_more() {
        let value = |closes, expires| judged(Some(closes), expires).unwrap().value;
        assert!(value(12, None) < value(25, None));
        assert!(value(25, Some(12)) < value(25, Some(25)));
        assert!((value(25, Some(25)) - value(25, None)).abs() < 1e-9);
    }

    #[test]
    fn the_reason_counts_the_days() {
        let reason = judged(Some(10), Some(20)).unwrap().reason;
        assert_eq!(
            reason.vi,
            "Còn 1 ngày để gửi đề xuất (hạn 10/06/2026); giải pháp có hiệu lực đến 20/06/2026."
        );
        assert_eq!(
            reason.en,
            "1 day left to propose (until 10 June 2026); the offer is valid until 20 June 2026."
        );
    }
}
