//! What is no longer needed goes: a worker looks every hour. Nothing here is a decision or a posting; the
//! periods are how long each thing is of use, and no longer (Law 91/2025/QH15: personal data is kept no
//! longer than its purpose).

use chrono::Duration;

use crate::app::Ctx;
use crate::error::Result;
use crate::{changes, client_keys, jobs, limits, links, mail, sessions};

/// How often a worker looks.
pub const EVERY: Duration = Duration::hours(1);
/// Challenges and refresh tokens, after they ended: long enough to notice that an old one comes back.
const SESSIONS: Duration = Duration::days(7);
/// Links of letters, after they ended.
const LINKS: Duration = Duration::days(7);
/// Client keys: nobody sends the same click again after a month.
const CLIENT_KEYS: Duration = Duration::days(30);
/// Jobs that are done: an operator may want to know what ran.
const JOBS: Duration = Duration::days(30);
/// Rows of the feed of changes: whoever is further behind reads everything anew.
const CHANGES: i64 = 100_000;
/// The letter that an account is closed, which names somebody who is gone.
const LAST_LETTERS: Duration = Duration::days(7);
/// Letters that were taken: a person may ask what we wrote to her.
const EMAILS: Duration = Duration::days(365);

/// Removes what is no longer needed; says how much.
pub async fn sweep(ctx: &Ctx) -> Result<u64> {
    let (db, now) = (&ctx.app.db, ctx.now());
    let gone = [
        limits::sweep(ctx).await?,
        sessions::store::delete_ended(db, now - SESSIONS).await?,
        links::store::delete_ended(db, now - LINKS).await?,
        client_keys::delete_before(db, now - CLIENT_KEYS).await?,
        jobs::delete_done(db, now - JOBS).await?,
        mail::store::delete_last(db, now - LAST_LETTERS).await?,
        mail::store::delete_sent(db, now - EMAILS).await?,
        changes::store::keep_last(db, CHANGES).await?,
    ];
    Ok(gone.iter().sum())
}
