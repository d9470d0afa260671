//! How the engine of this process stands.

use matching::{Kind, Weights};
use serde::Deserialize;

use super::model::ModelState;
use super::rules::{Distribution, distributions};
use crate::app::Ctx;
use crate::error::Result;
use crate::policy::Action;
use crate::{matches, vectors, weights};

/// A figure of the evaluation that ships with this version.
#[derive(Clone, Debug, Deserialize)]
pub struct Figure {
    /// The task's name.
    pub task: String,
    /// nDCG@10 with the sentence model: 0 to 1.
    pub with_model: Option<f64>,
    /// The same without it.
    pub without_model: Option<f64>,
    /// The aim; none where there is none.
    pub aim: Option<f64>,
}

/// What the evaluation said of one version of the engine: `backend/data/quality.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct Quality {
    /// Version of the engine that was measured.
    pub engine: String,
    /// The weights that were measured.
    pub weights: String,
    /// The day.
    pub measured_on: chrono::NaiveDate,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// How it stands.
#[derive(Clone, Debug)]
pub struct Status {
    /// The weights that rank.
    pub weights: Weights,
    /// The sentence model.
    pub model: ModelState,
    /// Vectors that this model computed.
    pub vectors: u64,
    /// Open needs in the corpus.
    pub needs: usize,
    /// Published offers in the corpus.
    pub offers: usize,
    /// Public researchers in the corpus.
    pub experts: usize,
    /// Edition of the taxonomy.
    pub taxonomy: String,
    /// Its concepts.
    pub concepts: usize,
    /// How the factors of the matches that wait are spread.
    pub distributions: Vec<Distribution>,
}

/// Looks.
pub async fn status(ctx: &Ctx) -> Result<Status> {
    ctx.authorize(Action::AdministerEngine)?;
    let app = &ctx.app;
    app.market.catch_up(app).await?;
    let model = app.model.state(&app.config).await;
    let vectors = match &model {
        ModelState::Ready(version) => vectors::store::count(&app.db, version).await?,
        ModelState::Absent | ModelState::Broken(_) => 0,
    };
    let open = matches::store::undecided(&app.db).await?;
    let counts = app
        .market
        .ask(|corpus| {
            let kinds = corpus.iter().map(|(_, reading)| reading.posting.kind);
            kinds.fold([0; 3], |mut counts: [usize; 3], kind| {
                counts[kind as usize] += 1;
                counts
            })
        })
        .await?;
    let told = app.known.now();
    Ok(Status {
        weights: weights::service::current(ctx).await?,
        model,
        vectors,
        needs: counts[Kind::Need as usize],
        offers: counts[Kind::Offer as usize],
        experts: counts[Kind::Expert as usize],
        taxonomy: told.taxonomy.clone(),
        concepts: told.concepts,
        distributions: distributions(&open),
    })
}

/// What the evaluation said of the engine, as it ships with this version.
pub fn quality() -> Quality {
    serde_json::from_str(include_str!("../../data/quality.json"))
        .expect("backend/data/quality.json is read by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_that_ship_are_this_engines() {
        let quality = quality();
        assert_eq!(quality.engine, matching::ENGINE_VERSION);
        assert_eq!(quality.weights, Weights::default().version);
        for figure in quality.figures {
            let values = [figure.with_model, figure.without_model, figure.aim];
            assert!(
                values
                    .into_iter()
                    .flatten()
                    .all(|v| (0.0..=1.0).contains(&v))
            );
        }
    }
}
