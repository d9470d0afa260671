//! How often somebody may: a bucket for each account and address, the same for all servers of an
//! installation. It slows down instead of locking out: after the burst there is one more try each
//! period, for ever.
//!
//! The arithmetic is governor's (GCRA); here is only where its one number is kept. What is asked
//! often and costs little ([`spend`]) is first counted in the process and reaches the table only
//! when somebody asks for much.

pub mod entity;
mod store;

use std::cell::Cell;
use std::time::Duration;

use governor::clock::{Clock as _, FakeRelativeClock};
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::NotKeyed;
use governor::state::StateStore;
use governor::{Quota, RateLimiter};

use crate::app::{App, Ctx};
use crate::config::Rate;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::vault::Purpose;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Wrong guesses for an account.
    SignInAccount,
    /// Wrong guesses for an account from a device it knows.
    SignInDevice,
    /// Wrong guesses from an address.
    SignInAddress,
    /// Letters asked for to one email address.
    MailAccount,
    /// Letters asked for from one address.
    MailAddress,
    /// Invitations of an organisation.
    Invitation,
    /// Searches from an address.
    Search,
    /// Small helps to an address.
    Help,
    /// Reports and appeals of a person.
    Report,
}

impl Limit {
    fn rate(self, app: &App) -> Rate {
        let rates = &app.config.rates;
        match self {
            Self::SignInAccount => rates.sign_in_account,
            Self::SignInDevice => rates.sign_in_device,
            Self::SignInAddress => rates.sign_in_address,
            Self::MailAccount => rates.mail_account,
            Self::MailAddress => rates.mail_address,
            Self::Invitation => rates.invitation,
            Self::Search => rates.search,
            Self::Help => rates.help,
            Self::Report => rates.report,
        }
    }
}

/// What was charged, so that it can be given back.
#[must_use]
#[derive(Debug, Default)]
pub struct Charge(Vec<(String, Duration)>);

/// The arrivals that this process remembers, by bucket.
pub struct Local(moka::sync::Cache<String, u64>);

impl Default for Local {
    fn default() -> Self {
        let idle = Duration::from_mins(10);
        Self(
            moka::sync::Cache::builder()
                .max_capacity(50_000)
                .time_to_idle(idle)
                .build(),
        )
    }
}

/// Counts one act in every bucket, or refuses with the time to wait and counts nothing.
pub async fn charge(ctx: &Ctx, buckets: &[(Limit, &str)]) -> Result<Charge> {
    let mut named = buckets
        .iter()
        .map(|(limit, whose)| Ok((name(&ctx.app, *limit, whose)?, limit.rate(&ctx.app))))
        .collect::<Result<Vec<_>>>()?;
    // Always in one order, so that two requests never wait for each other.
    named.sort_by(|a, b| a.0.cmp(&b.0));
    let now = since_epoch(ctx);
    let txn = ctx.begin().await?;
    let mut charged = Charge::default();
    for (key, rate) in named {
        let arrival = store::lock(&txn, &key, ctx.now()).await?;
        match admit(rate, arrival, now) {
            Ok(next) => store::set(&txn, &key, next).await?,
            Err(wait) => return Err(Error::rate_limited(wait)),
        }
        charged.0.push((key, rate.period));
    }
    txn.commit().await?;
    Ok(charged)
}

/// Takes a charge back: the guess was right.
pub async fn refund(txn: &Txn, charge: Charge) -> Result<()> {
    for (key, period) in charge.0 {
        store::take_back(txn, &key, nanos(period)).await?;
    }
    Ok(())
}

/// As [`charge`] for one bucket; a quarter of the burst is free of the database.
pub async fn spend(ctx: &Ctx, limit: Limit, whose: &str) -> Result<()> {
    let key = name(&ctx.app, limit, whose)?;
    let rate = limit.rate(&ctx.app);
    let free = Rate {
        burst: (rate.burst.get() / 4).try_into().unwrap_or(rate.burst),
        ..rate
    };
    let now = since_epoch(ctx);
    let mut within = false;
    ctx.app.local_limits.0.entry(key).and_compute_with(|entry| {
        let arrival = entry.map(moka::Entry::into_value);
        match admit(free, arrival, now) {
            Ok(next) => {
                within = true;
                moka::ops::compute::Op::Put(next)
            }
            Err(_) => moka::ops::compute::Op::Nop,
        }
    });
    if within {
        return Ok(());
    }
    charge(ctx, &[(limit, whose)]).await.map(drop)
}

/// As [`spend`] for a search: a list without words is none.
pub async fn spend_search(ctx: &Ctx, words: Option<&str>) -> Result<()> {
    match words {
        Some(words) if !words.trim().is_empty() => {
            spend(ctx, Limit::Search, &ctx.client.address).await
        }
        _ => Ok(()),
    }
}

/// Forgets the buckets that are full again; a job does it now and then.
pub async fn sweep(ctx: &Ctx) -> Result<u64> {
    store::delete_idle(&ctx.app.db, ctx.now()).await
}

/// No email or network address stands in the table.
fn name(app: &App, limit: Limit, whose: &str) -> Result<String> {
    app.vault
        .prove(Purpose::Limit, format!("{limit:?} {whose}").as_bytes())
}

fn since_epoch(ctx: &Ctx) -> Duration {
    ctx.now()
        .signed_duration_since(chrono::DateTime::UNIX_EPOCH)
        .to_std()
        .unwrap_or_default()
}

fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

/// The next arrival after one more act, or how long to wait: governor's answer for a bucket whose
/// number is kept elsewhere.
fn admit(rate: Rate, arrival: Option<u64>, now: Duration) -> Result<u64, Duration> {
    struct Kept(Cell<Option<Nanos>>);

    impl StateStore for Kept {
        type Key = NotKeyed;

        fn measure_and_replace<T, F, E>(&self, _: &NotKeyed, f: F) -> Result<T, E>
        where
            F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
        {
            let (outcome, next) = f(self.0.get())?;
            self.0.set(Some(next));
            Ok(outcome)
        }
    }

    let quota = Quota::with_period(rate.period).map_or_else(
        || Quota::per_second(rate.burst),
        |quota| quota.allow_burst(rate.burst),
    );
    // The limiter's time begins with the clock it is made with: at the epoch.
    let clock = FakeRelativeClock::default();
    let kept = Kept(Cell::new(arrival.map(Nanos::new)));
    let limiter: RateLimiter<_, _, _, NoOpMiddleware<Nanos>> =
        RateLimiter::new(quota, kept, clock.clone());
    clock.advance(now);
    match limiter.check() {
        Ok(()) => Ok(limiter
            .into_state_store()
            .0
            .get()
            .map(Nanos::as_u64)
            .unwrap_or_default()),
        Err(not_until) => Err(not_until.wait_time_from(clock.now())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(burst: u32, seconds: u64) -> Rate {
        Rate {
            burst: burst.try_into().unwrap(),
            period: Duration::from_secs(seconds),
        }
    }

    #[test]
    fn a_burst_then_one_each_period() {
        let rate = rate(3, 60);
        let begin = Duration::from_hours(500_000);
        let mut arrival = None;
        for _ in 0..3 {
            arrival = Some(admit(rate, arrival, begin).unwrap());
        }
        let wait = admit(rate, arrival, begin).unwrap_err();
        assert_eq!(wait.as_secs(), 60);
        arrival = Some(admit(rate, arrival, begin + wait).unwrap());
        assert!(admit(rate, arrival, begin + wait + Duration::from_secs(59)).is_err());
        assert!(admit(rate, arrival, begin + wait * 2).is_ok());
    }

    #[test]
    fn ten_thousand_tries_an_hour_are_at_most_seventy_guesses() {
        let rate = rate(10, 60);
        let mut arrival = None;
        let mut guesses = 0;
        for step in 0..10_000_u64 {
            let now = Duration::from_hours(500_000) + Duration::from_millis(step * 360);
            if let Ok(next) = admit(rate, arrival, now) {
                arrival = Some(next);
                guesses += 1;
            }
        }
        assert!((60..=70).contains(&guesses), "{guesses}");
    }
}
