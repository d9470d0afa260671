//! The week's letter.

use chrono::{Duration, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::accounts;
use crate::accounts::entity::ConsentPurpose;
use crate::app::Ctx;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter, lists};
use crate::needs;
use crate::offers;
use crate::text::{BilingualText, Locale, Sentence};

/// Titles that a letter names of each kind.
const NAMED: u64 = 8;

/// A week's letter to everybody who asked for it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklyDigest {
    /// Its Monday.
    pub week: NaiveDate,
}

impl Job for WeeklyDigest {
    const KIND: &'static str = "digest.weekly";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        // From the Monday before, in Vietnam's time.
        let until = self.week.and_time(NaiveTime::MIN).and_utc() - Duration::hours(7);
        let (since, until) = (until - Duration::days(7), until);
        let needs = needs::store::published_between(db, since, until, NAMED).await?;
        let offers = offers::store::published_between(db, since, until, NAMED).await?;
        if needs.is_empty() && offers.is_empty() {
            return Ok(());
        }
        let titles = |titles: Vec<&BilingualText>| Sentence {
            vi: listed(&titles, Locale::Vi),
            en: listed(&titles, Locale::En),
        };
        let letter = Letter::new("weekly_digest", self.week)
            .sentence(
                "needs",
                titles(needs.iter().map(|need| &need.title).collect()),
            )
            .sentence(
                "offers",
                titles(offers.iter().map(|offer| &offer.title).collect()),
            )
            .of_list(lists::list(ConsentPurpose::WeeklyDigest))
            .link(ctx, "/nhu-cau");
        let purpose = ConsentPurpose::WeeklyDigest;
        for reader in accounts::store::who_agree(db, purpose).await? {
            let txn = ctx.begin().await?;
            // Asked again in the transaction: who has left since gets nothing.
            if accounts::store::agrees(&txn, reader.id, purpose).await? {
                mail::post(ctx, &txn, &reader, letter.clone()).await?;
            }
            txn.commit().await?;
        }
        Ok(())
    }
}

fn listed(titles: &[&BilingualText], locale: Locale) -> String {
    let lines = titles
        .iter()
        .map(|title| format!("– {}", title.pick(locale)));
    lines.collect::<Vec<_>>().join("\n")
}
