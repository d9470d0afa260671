//! Keeps the index of this process like the database.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use super::document::DocumentKind;
use super::index::Index;
use super::store;
use crate::app::App;
use crate::changes::{self, Changed, Position, Reader, Replica};
use crate::error::{Error, Result};

/// Rows read at once while everything is read.
const PAGE: u64 = 1_000;

/// The index and how far it has followed.
#[derive(Default)]
pub struct Follower {
    index: OnceLock<Index>,
    state: Mutex<State>,
    building: AtomicBool,
    built: AtomicU64,
}

#[derive(Default)]
struct State {
    /// None until everything was read once.
    reader: Option<Reader>,
    looked: Option<Instant>,
}

impl Follower {
    /// The index, opened where the configuration says when it is asked for: a folder is one process's.
    async fn open(&self, app: &App, state: &mut State) -> Result<&Index> {
        if let Some(index) = self.index.get() {
            return Ok(index);
        }
        let folder = Some(app.config.search.folder.as_str()).filter(|folder| !folder.is_empty());
        let told = app.known.refresh(app).await?;
        let database = changes::store::installation(&app.db).await?;
        let on_disk =
            folder.map(|folder| Index::open(Some(Path::new(folder)), Arc::clone(&told), &database));
        let (index, position) = match on_disk {
            Some(Ok(opened)) => opened,
            Some(Err(error)) => {
                tracing::warn!(?error, "the search index is kept in memory");
                Index::open(None, Arc::clone(&told), &database)?
            }
            None => Index::open(None, Arc::clone(&told), &database)?,
        };
        state.reader = position.map(Reader::at);
        Ok(self.index.get_or_init(|| index))
    }

    /// How many documents the edition that is being built has, if one is.
    pub fn building(&self) -> Option<u64> {
        let building = self.building.load(Ordering::Relaxed);
        building.then(|| self.built.load(Ordering::Relaxed))
    }

    /// How many documents can be found in this process; none until it has looked once.
    pub fn documents(&self) -> Option<u64> {
        self.index.get().map(Index::len)
    }

    /// The index, not older than the configuration allows; as it is while somebody else brings it up to
    /// date.
    pub async fn current(&self, app: &App) -> Result<&Index> {
        if self.index.get().is_none() {
            self.open(app, &mut *self.state.lock().await).await?;
        }
        if let Ok(mut state) = self.state.try_lock() {
            let most = Duration::from_millis(app.config.search.follow_milliseconds);
            if state.looked.is_none_or(|looked| looked.elapsed() >= most) {
                self.catch_up(app, &mut state).await?;
            }
        }
        self.index
            .get()
            .ok_or_else(|| Error::internal("the index was just opened"))
    }

    /// Builds the index anew; the old one answers meanwhile.
    pub async fn rebuild(&self, app: &App) -> Result<()> {
        let mut state = self.state.lock().await;
        state.reader = None;
        self.catch_up(app, &mut state).await
    }

    /// Looks at the feed of changes until told to stop.
    pub async fn follow(&self, app: &App, mut stop: watch::Receiver<bool>) {
        let pause = Duration::from_millis(app.config.search.follow_milliseconds.max(50));
        while !*stop.borrow() {
            let caught_up = {
                let mut state = self.state.lock().await;
                self.catch_up(app, &mut state).await
            };
            if let Err(error) = caught_up {
                tracing::warn!(?error, "the search index could not be brought up to date");
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
    }

    async fn catch_up(&self, app: &App, state: &mut State) -> Result<()> {
        let index = self.open(app, state).await?;
        let copy = Copy {
            follower: self,
            index,
        };
        changes::catch_up(app, &mut state.reader, &copy).await?;
        state.looked = Some(Instant::now());
        Ok(())
    }
}

/// The index as the feed sees it.
struct Copy<'a> {
    follower: &'a Follower,
    index: &'a Index,
}

impl Replica for Copy<'_> {
    async fn build(&self, app: &App, position: Position) -> Result<()> {
        self.follower.building.store(true, Ordering::Relaxed);
        let built = self.follower.build(app, self.index, position).await;
        self.follower.building.store(false, Ordering::Relaxed);
        built
    }

    async fn apply(
        &self,
        app: &App,
        changed: &BTreeSet<Changed>,
        position: Position,
    ) -> Result<()> {
        if changed.contains(&Changed::Engine) {
            let told = app.known.refresh(app).await?;
            if told.taxonomy != self.index.told().taxonomy {
                return self.build(app, position).await;
            }
        }
        let fresh = store::changed(app, &app.db, changed).await?;
        self.index.apply(&fresh.documents, &fresh.gone, position)
    }
}

impl Follower {
    async fn build(&self, app: &App, index: &Index, position: Position) -> Result<()> {
        self.built.store(0, Ordering::Relaxed);
        let edition = index.begin(app.known.refresh(app).await?)?;
        for kind in DocumentKind::ALL {
            let mut after = Uuid::nil();
            loop {
                let (fresh, last) = store::page(app, &app.db, kind, after, PAGE).await?;
                edition.add(&fresh.documents)?;
                self.built
                    .fetch_add(fresh.documents.len() as u64, Ordering::Relaxed);
                match last {
                    Some(last) => after = last,
                    None => break,
                }
            }
        }
        edition.publish(position)
    }
}
