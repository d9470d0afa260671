//! The letters about what is new.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::store;
use crate::accounts;
use crate::accounts::entity::ConsentPurpose;
use crate::app::Ctx;
use crate::ids::SavedSearchId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter, lists};
use crate::search::service::found_between;
use crate::text::{BilingualText, Locale, Sentence};

/// Titles that a letter names.
const NAMED: usize = 10;

/// Looks at what is new in a saved search, and tells its owner if there is something.
#[derive(Debug, Serialize, Deserialize)]
pub struct SearchAlert {
    /// Which.
    pub search_id: SavedSearchId,
    /// Until when.
    pub until: DateTime<Utc>,
}

impl Job for SearchAlert {
    const KIND: &'static str = "search.alert";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(search) = store::find(db, self.search_id).await? else {
            return Ok(());
        };
        let between = (search.seen_until, self.until);
        let (titles, total) = found_between(ctx, &search.criteria.0, between, NAMED).await?;
        let purpose = ConsentPurpose::SearchAlerts;
        let reader = accounts::store::find(db, search.user_id).await?;
        let txn = ctx.begin().await?;
        let told = !titles.is_empty();
        let first = store::set_seen(&txn, search.id, self.until, told.then(|| ctx.now())).await?;
        if let Some(reader) = reader.filter(|reader| first && told && reader.is_open())
            && accounts::store::agrees(&txn, reader.id, purpose).await?
        {
            let about = format!("{}:{}", search.id, self.until.timestamp());
            let letter = Letter::new("search_alert", about)
                .plain("name", &search.name)
                .plain("count", &total.to_string())
                .sentence("titles", listed(&titles))
                .of_list(lists::list(purpose))
                .link(ctx, &format!("/tim-kiem-da-luu#{}", search.id));
            mail::post(ctx, &txn, &reader, letter).await?;
        }
        Ok(txn.commit().await?)
    }
}

fn listed(titles: &[BilingualText]) -> Sentence {
    let lines = |locale| {
        let lines = titles
            .iter()
            .map(|title| format!("– {}", title.pick(locale)));
        lines.collect::<Vec<_>>().join("\n")
    };
    Sentence {
        vi: lines(Locale::Vi),
        en: lines(Locale::En),
    }
}
