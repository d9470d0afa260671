//! The market: what is open, published and public, as the engine of this process holds it in memory. It
//! follows the feed of changes; one changed posting costs what reading it costs.
//!
//! ```text
//! rows ── store ──▶ Posting ── Engine::read ──▶ Corpus ── rank ──▶ ids ── texts of the best ──▶ Fit
//! ```
//!
//! Readings are kept without their texts; whoever explains a pair reads the two texts again.

mod corpus;
pub mod graphql;
mod postings;
pub mod rules;
pub mod service;
pub mod store;

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use chrono::NaiveDate;
use matching::{Ask, Corpus, Fit, Kind, PostingText, Ranked};
use sea_orm::ConnectionTrait;
use tokio::sync::Mutex;

use crate::app::App;
use crate::changes::{self, Reader};
use crate::error::{Error, Result};

/// The most that one organisation may take of a result, of 1.
const SHARE: f64 = 0.4;

/// Everything that is on the market, ready to be compared.
#[derive(Default)]
pub struct Market {
    corpus: Arc<RwLock<Corpus>>,
    reader: Mutex<Option<Reader>>,
}

/// Which engine, weights and model rank here; stored matches name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// Rules of the engine.
    pub engine: String,
    /// Weights.
    pub weights: String,
    /// Sentence model; empty without one.
    pub model: String,
}

impl Market {
    /// Brings the corpus of this process up to date with the database.
    pub async fn catch_up(&self, app: &App) -> Result<()> {
        let mut reader = self.reader.lock().await;
        changes::catch_up(app, &mut reader, &corpus::Copy(self)).await
    }

    /// What ranks now.
    pub async fn versions(&self, app: &App) -> Versions {
        let model = app.model.get(&app.config).await;
        Versions {
            engine: matching::ENGINE_VERSION.to_owned(),
            weights: self.corpus().engine().weights().version.clone(),
            model: model.map_or_else(String::new, |model| model.version().to_owned()),
        }
    }

    /// The corpus as it is. Never held over an `await`.
    pub fn corpus(&self) -> RwLockReadGuard<'_, Corpus> {
        self.corpus.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the corpus something that takes a while, beside the requests.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Corpus) -> T + Send + 'static,
    ) -> Result<T> {
        let corpus = Arc::clone(&self.corpus);
        let asked = tokio::task::spawn_blocking(move || {
            question(&corpus.read().unwrap_or_else(PoisonError::into_inner))
        });
        asked
            .await
            .map_err(|error| Error::internal(error.to_string()))
    }

    /// The candidates of a kind that fit a posting best; nothing if it is not on the market.
    pub async fn best(
        &self,
        id: String,
        kind: Kind,
        most: usize,
        today: NaiveDate,
    ) -> Result<Vec<Ranked>> {
        let share = (most as f64 * SHARE).ceil() as usize;
        self.ask(move |corpus| {
            let Some(seeker) = corpus.get(&id) else {
                return Vec::new();
            };
            let ask = Ask {
                kind,
                among: None,
                today,
                limit: most,
                share,
            };
            corpus.rank(seeker, &ask)
        })
        .await
    }

    /// The fit of a demand and a supply in words, seen from neither side; nothing if something stands in
    /// its way or one of them is not on the market.
    pub async fn fit(
        &self,
        db: &impl ConnectionTrait,
        demand: &str,
        supply: &str,
        today: NaiveDate,
    ) -> Result<Option<Fit>> {
        let texts = store::texts(db, &[demand, supply]).await?;
        let of = |id: &str| texts.get(id).map(Vec::as_slice).unwrap_or_default();
        Ok(self.explained(demand, supply, (of(demand), of(supply)), today))
    }

    /// As [`Market::fit`], with the texts of both.
    fn explained(
        &self,
        demand: &str,
        supply: &str,
        texts: (&[PostingText], &[PostingText]),
        today: NaiveDate,
    ) -> Option<Fit> {
        let corpus = self.corpus();
        let (demand, supply) = (corpus.get(demand)?, corpus.get(supply)?);
        corpus.fit(demand, supply, texts, today).ok()
    }

    /// The best for a posting, each explained.
    pub async fn best_explained(
        &self,
        db: &impl ConnectionTrait,
        id: &str,
        kind: Kind,
        most: usize,
        today: NaiveDate,
    ) -> Result<Vec<Fit>> {
        let ranked = self.best(id.to_owned(), kind, most, today).await?;
        let ids: Vec<&str> = ranked.iter().map(|found| &*found.id).chain([id]).collect();
        let texts = store::texts(db, &ids).await?;
        let of = |id: &str| texts.get(id).map(Vec::as_slice).unwrap_or_default();
        let explained = ranked.iter().filter_map(|found| {
            let (demand, supply) = match kind {
                Kind::Need => (&*found.id, id),
                Kind::Offer | Kind::Expert => (id, &*found.id),
            };
            self.explained(demand, supply, (of(demand), of(supply)), today)
        });
        Ok(explained.collect())
    }
}
