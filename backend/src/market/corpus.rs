//! The corpus as the feed of changes sees it.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use matching::{Corpus, Engine, Means, Reading, Weights};
use uuid::Uuid;

use super::Market;
use super::store::{self, Fresh, PAGE};
use crate::app::App;
use crate::changes::{Affected, Changed, Position, Replica, Source};
use crate::engine::model::{self, Model};
use crate::error::{Error, Result};
use crate::{vectors, weights};

/// What is published, as readings.
pub(super) struct Copy<'a>(pub &'a Market);

const SOURCES: [Source; 3] = [Source::Needs, Source::Offers, Source::Researchers];

impl Replica for Copy<'_> {
    async fn build(&self, app: &App, _: Position) -> Result<()> {
        let model = app.model.get(&app.config).await;
        let engine = self.engine(app, model.as_deref()).await?;
        let mut corpus = Corpus::new(engine);
        for source in SOURCES {
            let mut after = Uuid::nil();
            loop {
                let (affected, last) = Affected::page(&app.db, source, after, PAGE).await?;
                let fresh = store::read(&app.db, &affected).await?;
                let readings = self
                    .readings(app, model.as_ref(), fresh, corpus.engine())
                    .await?;
                for reading in readings {
                    corpus.insert(reading);
                }
                match last {
                    Some(last) => after = last,
                    None => break,
                }
            }
        }
        corpus.weigh();
        self.put(corpus);
        Ok(())
    }

    async fn apply(
        &self,
        app: &App,
        changed: &BTreeSet<Changed>,
        position: Position,
    ) -> Result<()> {
        let model = app.model.get(&app.config).await;
        if changed.contains(&Changed::Engine) {
            let engine = self.engine(app, model.as_deref()).await?;
            // Readings rest on the taxonomy: with another one everything is read again.
            let same = std::ptr::eq(self.0.corpus().engine().knowledge(), engine.knowledge());
            if !same {
                return self.build(app, position).await;
            }
            self.change(|corpus| corpus.use_engine(engine));
        }
        let affected = Affected::with_vectors(&app.db, changed).await?;
        let fresh = store::read(&app.db, &affected).await?;
        let gone = fresh.gone.clone();
        let engine = self.0.corpus().engine().clone();
        let readings = self.readings(app, model.as_ref(), fresh, &engine).await?;
        self.change(|corpus| {
            for id in &gone {
                corpus.remove(id);
            }
            for reading in readings {
                corpus.insert(reading);
            }
        });
        Ok(())
    }
}

impl Copy<'_> {
    fn put(&self, corpus: Corpus) {
        self.change(|old| *old = corpus);
    }

    fn change(&self, change: impl FnOnce(&mut Corpus)) {
        let corpus = &self.0.corpus;
        change(&mut corpus.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// The engine with the weights that were adopted last, or the defaults.
    async fn engine(&self, app: &App, model: Option<&Model>) -> Result<Arc<Engine>> {
        let adopted = weights::store::adopted(&app.db).await?;
        let weights = match adopted {
            Some(row) => row.weights()?,
            None => Weights::default(),
        };
        let (weights, means) = match model {
            Some(model) => (weights, model.means().clone()),
            None => (weights.without_meaning(), Means::default()),
        };
        let knowledge = Arc::clone(&app.known.refresh(app).await?.knowledge);
        Ok(Arc::new(Engine::new(knowledge, weights, means)))
    }

    async fn readings(
        &self,
        app: &App,
        model: Option<&Arc<Model>>,
        fresh: Fresh,
        engine: &Engine,
    ) -> Result<Vec<Reading>> {
        let mut of = match model {
            Some(model) => {
                let ids: Vec<Uuid> = fresh.postings.iter().map(|found| found.id).collect();
                vectors::store::of_many(&app.db, &ids, model.version()).await?
            }
            None => std::collections::HashMap::new(),
        };
        let engine = engine.clone();
        let read = move || {
            let postings = fresh.postings.into_iter();
            let reading = postings.map(|found| {
                let rows = of.remove(&found.id).unwrap_or_default();
                let vectors = rows
                    .iter()
                    .filter_map(|row| model::kept(row, engine.means()));
                let vectors = vectors.collect();
                engine.read(found.posting, vectors).lean()
            });
            reading.collect()
        };
        tokio::task::spawn_blocking(read)
            .await
            .map_err(|error| Error::internal(error.to_string()))
    }
}
