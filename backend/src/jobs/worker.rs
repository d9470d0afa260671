//! The worker: claim, run, and say how it ended.

use std::sync::Arc;

use chrono::Duration;
use futures_util::FutureExt;
use tokio::sync::Semaphore;
use tokio::sync::watch;

use super::entity::JobStatus;
use super::{Model, Trouble, registry, store};
use crate::app::{App, Ctx};
use crate::error::Result;
use crate::housekeeping;

/// How long a worker may be silent about a job before another takes it.
const LEASE: Duration = Duration::minutes(5);
/// Tries of a job that is not an email (an email's are in the configuration).
const ATTEMPTS: i32 = 20;

/// How often a worker looks for deadlines whose own job was lost.
const SWEEP: Duration = Duration::minutes(1);

/// The pause before the next try: 5 s, doubled each time, at most two hours.
pub fn pause(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or_default();
    Duration::seconds((5_i64 << doublings).min(2 * 60 * 60))
}

/// Runs jobs until `stop` turns true, then lets the ones in hand finish.
pub async fn work(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let places = Arc::new(Semaphore::new(app.config.worker.concurrency));
    let poll = std::time::Duration::from_secs(app.config.worker.poll_seconds.max(1));
    let mut swept = app.clock.now() - SWEEP;
    let mut kept_house = swept;
    while !*stop.borrow() {
        if app.clock.now() >= swept + SWEEP {
            swept = app.clock.now();
            sweep(&app).await;
        }
        if app.clock.now() >= kept_house + housekeeping::EVERY {
            kept_house = app.clock.now();
            keep_house(&app).await;
        }
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            break;
        };
        match claim(&app).await {
            Ok(Some(job)) => {
                let app = Arc::clone(&app);
                tokio::spawn(async move {
                    perform(&app, job).await;
                    drop(place);
                });
            }
            Ok(None) => {
                drop(place);
                tokio::select! {
                    () = app.bus.work() => {}
                    () = tokio::time::sleep(poll) => {}
                    _ = stop.changed() => {}
                }
            }
            Err(error) => {
                drop(place);
                tracing::warn!(detail = error.detail(), "cannot look for jobs");
                tokio::time::sleep(poll).await;
            }
        }
    }
    let all = u32::try_from(app.config.worker.concurrency).unwrap_or(1);
    let _ = places.acquire_many(all).await;
}

async fn sweep(app: &Arc<App>) {
    let ctx = Ctx::system(Arc::clone(app));
    if let Err(error) = crate::digests::schedule(&ctx).await {
        tracing::warn!(detail = error.detail(), "cannot schedule the weekly letter");
    }
    if let Err(error) = crate::saved_searches::service::schedule(&ctx).await {
        tracing::warn!(detail = error.detail(), "cannot look for saved searches");
    }
    if let Err(error) = crate::vectors::service::schedule(&ctx).await {
        tracing::warn!(detail = error.detail(), "cannot look for stale vectors");
    }
    if let Err(error) = crate::needs::service::close_overdue(&ctx).await {
        tracing::warn!(detail = error.detail(), "cannot look for overdue needs");
    }
    if let Err(error) = crate::audit::heads::keep(app).await {
        tracing::warn!(detail = error.detail(), "cannot keep the head of the audit");
    }
}

async fn keep_house(app: &Arc<App>) {
    match housekeeping::sweep(&Ctx::system(Arc::clone(app))).await {
        Ok(0) => {}
        Ok(gone) => tracing::info!(gone, "removed what is no longer needed"),
        Err(error) => tracing::warn!(detail = error.detail(), "cannot keep house"),
    }
}

/// Runs everything that is due, one after the other: for tests and seeds, which never sleep.
pub async fn run_due(app: &Arc<App>) -> Result<usize> {
    let mut done = 0;
    while let Some(job) = claim(app).await? {
        perform(app, job).await;
        done += 1;
    }
    Ok(done)
}

async fn claim(app: &Arc<App>) -> Result<Option<Model>> {
    let txn = crate::db::begin(&app.db, &app.bus).await?;
    let job = store::claim(&txn, app.clock.now(), LEASE).await?;
    txn.commit().await?;
    Ok(job)
}

async fn perform(app: &Arc<App>, job: Model) {
    let ctx = Ctx::system(Arc::clone(app));
    // A panic is this job's trouble, not the worker's.
    let outcome = std::panic::AssertUnwindSafe(registry::run(&ctx, &job))
        .catch_unwind()
        .await;
    let outcome = outcome.unwrap_or_else(|_| Err(Trouble::Retry("the job panicked".into())));
    let now = app.clock.now();
    let kind = job.kind.clone();
    let saved = match outcome {
        Ok(()) => store::finish(&app.db, job.id, JobStatus::Done, None, now).await,
        Err(Trouble::Retry(text)) if job.attempts < ATTEMPTS => {
            tracing::warn!(
                kind,
                attempts = job.attempts,
                detail = text,
                "job will be tried again"
            );
            store::postpone(&app.db, job.id, text, now + pause(job.attempts)).await
        }
        Err(Trouble::Retry(text) | Trouble::Fail(text)) => {
            tracing::error!(
                kind,
                attempts = job.attempts,
                detail = text,
                "job was given up"
            );
            store::finish(&app.db, job.id, JobStatus::Dead, Some(text), now).await
        }
    };
    metrics::counter!("iforum_jobs_total").increment(1);
    if let Err(error) = saved {
        // The lease runs out and the job is run again: that is why jobs bear repetition.
        tracing::error!(detail = error.detail(), "cannot record how a job ended");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_are_bounded() {
        let pauses: Vec<_> = (1..=12).map(|n| pause(n).num_seconds()).collect();
        assert!(pauses.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!((pauses[0], pauses[11]), (5, 7200));
    }
}
