//! Ranking from either end; a pair scores the same from both.

use crate::factors::{calendar, domain, maturity, money, place, text, track_record};
use crate::knowledge::Knowledge;
use crate::model::{Need, Offer, PostingText};
use crate::obstacle::Obstacle;
use crate::score::{FactorKey, Fit};
use crate::statistics::Statistics;
use crate::text::Document;
use crate::weights::Weights;
use chrono::NaiveDate;

/// Below this a text shares nothing worth the name: the noise of common words.
const NOISE: f64 = 0.08;

/// The matching engine: knowledge and weights, ready to rank.
#[derive(Clone, Debug)]
pub struct Engine {
    knowledge: Knowledge,
    weights: Weights,
}

impl Engine {
    /// An engine over this knowledge with these weights.
    pub fn new(knowledge: Knowledge, weights: Weights) -> Self {
        Self { knowledge, weights }
    }

    /// What it knows of the world.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// What each factor may give.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Statistics over the texts of all published postings, needs and offers alike.
    pub fn statistics<'a, I>(&self, postings: I) -> Statistics
    where
        I: IntoIterator<Item = &'a [PostingText]>,
    {
        Statistics::from_texts(&self.knowledge, postings)
    }

    /// The offers that fit a need, best first, at most `limit`.
    pub fn offers_for(
        &self,
        need: &Need,
        offers: &[Offer],
        statistics: &Statistics,
        today: NaiveDate,
        limit: usize,
    ) -> Vec<Fit> {
        let words = self.read(&need.texts);
        let fits = offers.iter().filter_map(|offer| {
            let theirs = self.read(&offer.texts);
            self.judge(need, offer, (&words, &theirs), statistics, today)
                .ok()
        });
        best(fits.collect(), limit, |fit| &fit.offer_id)
    }

    /// The needs that fit an offer, best first, at most `limit`.
    pub fn needs_for(
        &self,
        offer: &Offer,
        needs: &[Need],
        statistics: &Statistics,
        today: NaiveDate,
        limit: usize,
    ) -> Vec<Fit> {
        let words = self.read(&offer.texts);
        let fits = needs.iter().filter_map(|need| {
            let theirs = self.read(&need.texts);
            self.judge(need, offer, (&theirs, &words), statistics, today)
                .ok()
        });
        best(fits.collect(), limit, |fit| &fit.need_id)
    }

    /// One pair: its fit, or why it is none.
    pub fn fit(
        &self,
        need: &Need,
        offer: &Offer,
        statistics: &Statistics,
        today: NaiveDate,
    ) -> Result<Fit, Obstacle> {
        let words = (&self.read(&need.texts), &self.read(&offer.texts));
        self.judge(need, offer, words, statistics, today)
    }

    fn read(&self, texts: &[PostingText]) -> Document {
        Document::new(self.knowledge.lexicon(), texts)
    }

    /// The one place where a pair is judged, whichever end asked; `words` are the
    /// analysed texts of the need and of the offer.
    fn judge(
        &self,
        need: &Need,
        offer: &Offer,
        words: (&Document, &Document),
        statistics: &Statistics,
        today: NaiveDate,
    ) -> Result<Fit, Obstacle> {
        if need.organization.id == offer.organization.id {
            return Err(Obstacle::SameOrganization);
        }
        let calendar = calendar::judge(need, offer, today)?;
        let place = place::judge(need, offer, &self.knowledge)?;
        let domain = domain::judge(need, offer, &self.knowledge);
        let text = text::judge(words.0, words.1, statistics, &self.knowledge);
        if domain.value <= 0.0 && text.value < NOISE {
            return Err(Obstacle::Unrelated);
        }
        // In the order of FactorKey::ALL.
        let judgements = [
            text,
            domain,
            place,
            money::judge(need, offer),
            calendar,
            maturity::judge(need, offer),
            track_record::judge(offer),
        ];
        let factors: Vec<_> = FactorKey::ALL
            .into_iter()
            .zip(judgements)
            .map(|(key, judgement)| judgement.weighted(key, self.weights.get(key)))
            .collect();
        Ok(Fit {
            need_id: need.id.clone(),
            offer_id: offer.id.clone(),
            score: factors.iter().map(|factor| factor.points).sum(),
            factors,
        })
    }
}

/// Highest score first, ties by the candidate's id, cut to the limit.
fn best(mut fits: Vec<Fit>, limit: usize, candidate: impl Fn(&Fit) -> &String) -> Vec<Fit> {
    fits.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then_with(|| candidate(a).cmp(candidate(b)))
    });
    fits.truncate(limit);
    fits
}
