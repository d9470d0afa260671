//! Standards: what the need asks for against what the offer follows and is certified for.
//!
//! Unit: share of the standards asked for. Range 0 to 1: a standard counts 1 if a certificate
//! for it is valid on the day that matters (the need's last day, or today if it has none), 0.7
//! if the offer says it follows it, 0.3 if the certificate will have run out. A need that asks
//! for none: 0.4, plus up to 0.2 for valid certificates. Editions of one standard are one:
//! `TCVN ISO 37122:2020` is `ISO 37122`.

use std::borrow::Cow;

use super::{Finding, Pair, Value, saturated};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::{Certificate, Posting};
use crate::text::{Names, Profile};
use crate::wording::{date, names};

const FOLLOWED: f64 = 0.7;
const EXPIRED: f64 = 0.3;
const NOT_ASKED: f64 = 0.4;
const CERTIFIED_ANYWAY: f64 = 0.2;

/// Each standard asked for with what shows it, or how many valid certificates there are.
pub(crate) struct Standards<'a> {
    asked: Vec<(&'a str, Shown<'a>)>,
    valid: u32,
}

enum Shown<'a> {
    Certified(&'a Certificate),
    Followed,
    Expired(&'a Certificate),
    Missing,
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> Standards<'a> {
    let on = pair.demand.closes_on.unwrap_or(pair.today).max(pair.today);
    let valid = |certificate: &Certificate| certificate.valid_until.is_none_or(|day| day >= on);
    let certificates = &pair.supply.certificates;
    let (demanded, supplied) = (
        names_of(pair.demand, pair.profiles.map(|both| both.0)),
        names_of(pair.supply, pair.profiles.map(|both| both.1)),
    );
    let shown = |asked: u64| {
        let named = certificates.iter().zip(&supplied.certificates);
        let mut of_it = named.filter(|(_, name)| **name == asked).map(|(c, _)| c);
        if let Some(certificate) = of_it.clone().find(|c| valid(c)) {
            return Shown::Certified(certificate);
        }
        if supplied.standards.contains(&asked) {
            return Shown::Followed;
        }
        of_it.next().map_or(Shown::Missing, Shown::Expired)
    };
    let valid = certificates.iter().filter(|c| valid(c)).count();
    Standards {
        asked: pair
            .demand
            .standards
            .iter()
            .zip(&demanded.standards)
            .map(|(asked, name)| (&**asked, shown(*name)))
            .collect(),
        valid: u32::try_from(valid).unwrap_or(u32::MAX),
    }
}

fn names_of<'a>(posting: &Posting, read: Option<&'a Profile>) -> Cow<'a, Names> {
    match read {
        Some(profile) => Cow::Borrowed(&profile.names),
        None => Cow::Owned(Names::read(posting)),
    }
}

impl Shown<'_> {
    fn value(&self) -> f64 {
        match self {
            Self::Certified(_) => 1.0,
            Self::Followed => FOLLOWED,
            Self::Expired(_) => EXPIRED,
            Self::Missing => 0.0,
        }
    }
}

impl Finding for Standards<'_> {
    fn value(&self) -> Value {
        if self.asked.is_empty() {
            return Value::both(NOT_ASKED + CERTIFIED_ANYWAY * saturated(self.valid));
        }
        let sum: f64 = self.asked.iter().map(|(_, shown)| shown.value()).sum();
        Value::both(sum / self.asked.len() as f64)
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        if self.asked.is_empty() {
            let none = Bilingual::new(
                "nhu cầu không yêu cầu tiêu chuẩn",
                "the need asks for no standard",
            );
            return if self.valid == 0 {
                none
            } else {
                let noun = if self.valid == 1 {
                    "certificate"
                } else {
                    "certificates"
                };
                none.and(Bilingual::new(
                    format!("giải pháp có {} chứng nhận còn hiệu lực", self.valid),
                    format!("the offer has {} valid {noun}", self.valid),
                ))
            };
        }
        let clauses = self.asked.iter().map(|(asked, shown)| match shown {
            Shown::Certified(certificate) => match certificate.valid_until.map(date) {
                Some(day) => Bilingual::new(
                    format!("có chứng nhận {asked} đến {}", day.vi),
                    format!("certified for {asked} until {}", day.en),
                ),
                None => Bilingual::new(
                    format!("có chứng nhận {asked}"),
                    format!("certified for {asked}"),
                ),
            },
            Shown::Followed => {
                Bilingual::new(format!("áp dụng {asked}"), format!("follows {asked}"))
            }
            Shown::Expired(certificate) => {
                let day = certificate.valid_until.map(date).unwrap_or_default();
                Bilingual::new(
                    format!("chứng nhận {asked} chỉ đến {}", day.vi),
                    format!("its certificate for {asked} runs out on {}", day.en),
                )
            }
            Shown::Missing => {
                Bilingual::new(format!("chưa có {asked}"), format!("nothing shows {asked}"))
            }
        });
        clauses.fold(Bilingual::default(), Bilingual::and)
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let lacking = self.asked.iter().filter(|(_, shown)| shown.value() < 1.0);
        let lacking: Vec<Bilingual> = lacking
            .map(|(asked, _)| Bilingual::new(*asked, *asked))
            .collect();
        if lacking.is_empty() {
            return Vec::new();
        }
        let lacking = names(&lacking);
        vec![Advice::supply(
            1.0,
            format!("Bổ sung chứng nhận còn hiệu lực: {}", lacking.vi),
            format!("Add a valid certificate: {}", lacking.en),
        )]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::testing::{day, pair, posting};

    fn with<T>(
        certificate: Option<(i32, u32)>,
        follows: bool,
        look: impl Fn(&Standards) -> T,
    ) -> T {
        let knowledge = Knowledge::default();
        let mut demand = posting(Kind::Need, "n");
        let mut supply = posting(Kind::Offer, "o");
        demand.standards = vec!["TCVN ISO 37122:2020".into()];
        demand.closes_on = Some(day(2026, 7, 1));
        supply.certificates = certificate
            .map(|(year, month)| Certificate {
                name: "ISO 37122:2019".into(),
                valid_until: Some(day(year, month, 1)),
            })
            .into_iter()
            .collect();
        if follows {
            supply.standards = vec!["ISO 37122".into()];
        }
        look(&find(&pair(&demand, &supply, &knowledge)))
    }

    #[test]
    fn a_valid_certificate_beats_a_promise_beats_an_expired_one() {
        let value = |certificate, follows| with(certificate, follows, |s| s.value().demand);
        let ladder = [
            value(None, false),
            value(Some((2026, 6)), false),
            value(None, true),
            value(Some((2026, 8)), false),
        ];
        assert!(ladder.is_sorted_by(|a, b| a < b), "{ladder:?}");
        assert!((value(Some((2026, 6)), true) - FOLLOWED).abs() < 1e-9);
    }

    #[test]
    fn the_reason_says_until_when() {
        let reason = with(Some((2026, 8)), false, |s| s.reason(&Knowledge::default()));
        assert_eq!(
            reason.vi,
            "có chứng nhận TCVN ISO 37122:2020 đến 01/08/2026"
        );
        assert_eq!(
            with(None, true, |s| s.advice(&Knowledge::default()).len()),
            1
        );
    }
}
