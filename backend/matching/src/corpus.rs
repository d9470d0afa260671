//! Many postings in one process, ranked for one of them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::engine::{Engine, Reading};
use crate::exposure;
use crate::model::{Code, Kind, Organization, Posting, PostingText};
use crate::obstacle::Obstacle;
use crate::retrieval::{Quest, Shelf, search};
use crate::score::{FactorKey, Fit, Perspective};
use crate::statistics::Statistics;

/// Up to as many of a kind, comparing all is as fast as choosing whom to compare.
const EXHAUSTIVE: usize = 2_000;

/// Where a posting stands in a corpus; free places are used again.
pub type Slot = u32;

/// Postings that were read, and the statistics over them.
///
/// One posting changed costs what reading it costs; nothing is rebuilt.
#[derive(Clone, Debug)]
pub struct Corpus {
    engine: Arc<Engine>,
    readings: Vec<Option<Reading>>,
    free: Vec<Slot>,
    slots: HashMap<Code, Slot>,
    organizations: HashMap<String, Arc<Organization>>,
    statistics: Statistics,
    shelves: [Shelf; 3],
    /// Where each slot's posting stands on its shelf.
    rows: Vec<u32>,
    alike: HashSet<Code>,
    exhaustive: usize,
}

/// What is asked of a ranking.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The kind of the candidates.
    pub kind: Kind,
    /// Only these, or everything of the kind.
    pub among: Option<&'a [Slot]>,
    /// The day.
    pub today: NaiveDate,
    /// How many at most.
    pub limit: usize,
    /// The most that one organisation may take of the result; `limit` for no bound.
    pub share: usize,
}

/// A candidate and its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Where it stands.
    pub slot: Slot,
    /// Its id.
    pub id: Code,
    /// The sum of all points, as seen by who asked: 0 to 100.
    pub score: f64,
    /// The value of each factor, in the order of [`FactorKey::ALL`].
    pub values: [f64; FactorKey::COUNT],
}

impl Default for Corpus {
    /// No postings yet, and an engine that knows nothing.
    fn default() -> Self {
        Self::new(Arc::default())
    }
}

impl Corpus {
    /// No postings yet.
    pub fn new(engine: Arc<Engine>) -> Self {
        Self {
            engine,
            readings: Vec::new(),
            free: Vec::new(),
            slots: HashMap::new(),
            organizations: HashMap::new(),
            statistics: Statistics::default(),
            shelves: Default::default(),
            rows: Vec::new(),
            alike: HashSet::new(),
            exhaustive: EXHAUSTIVE,
        }
    }

    /// Compares all postings of a kind one by one while there are no more than this; the result
    /// is the same, only the time it takes is not.
    #[must_use]
    pub fn exhaustive_up_to(mut self, postings: usize) -> Self {
        self.exhaustive = postings;
        self
    }

    /// The engine that compares.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Compares with another engine of the same knowledge from now on.
    pub fn use_engine(&mut self, engine: Arc<Engine>) {
        self.engine = engine;
    }

    /// How common terms are.
    pub fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// How many postings there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Adds a reading, or puts it in the place of the one with its id.
    pub fn insert(&mut self, mut reading: Reading) -> Slot {
        self.remove(&reading.posting.id.clone());
        self.share(&mut reading.posting);
        let owner = &reading.posting.organization;
        match self.organizations.get(&owner.id) {
            Some(known) if known == owner => reading.posting.organization = known.clone(),
            _ => {
                self.organizations.insert(owner.id.clone(), owner.clone());
            }
        }
        self.statistics.add(&reading.profile);
        self.statistics.weigh(&mut reading);
        let id = reading.posting.id.clone();
        let slot = self.free.pop().unwrap_or(self.readings.len() as Slot);
        if slot as usize == self.readings.len() {
            self.readings.push(None);
            self.rows.push(0);
        }
        let shelf = &mut self.shelves[reading.posting.kind as usize];
        self.rows[slot as usize] = shelf.insert(slot, &reading, self.engine.knowledge());
        self.readings[slot as usize] = Some(reading);
        self.slots.insert(id, slot);
        slot
    }

    /// Takes a posting out; whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(slot) = self.slots.remove(id) else {
            return false;
        };
        if let Some(reading) = self.readings[slot as usize].take() {
            self.statistics.remove(&reading.profile);
            let shelf = &mut self.shelves[reading.posting.kind as usize];
            shelf.remove(self.rows[slot as usize], &reading);
        }
        self.free.push(slot);
        true
    }

    /// Weighs everything anew, after many postings came at once.
    pub fn weigh(&mut self) {
        for (reading, row) in self.readings.iter_mut().zip(&self.rows) {
            if let Some(reading) = reading {
                self.statistics.weigh(reading);
                self.shelves[reading.posting.kind as usize].weigh(*row, reading);
            }
        }
    }

    /// A posting by its id.
    pub fn get(&self, id: &str) -> Option<&Reading> {
        self.at(*self.slots.get(id)?)
    }

    /// A posting by where it stands.
    pub fn at(&self, slot: Slot) -> Option<&Reading> {
        self.readings.get(slot as usize)?.as_ref()
    }

    /// Where a posting stands.
    pub fn slot(&self, id: &str) -> Option<Slot> {
        self.slots.get(id).copied()
    }

    /// Every posting.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &Reading)> {
        let all = self.readings.iter().enumerate();
        all.filter_map(|(slot, reading)| Some((slot as Slot, reading.as_ref()?)))
    }

    /// A posting that is not in the corpus, ready to be ranked against it.
    pub fn weighed(&self, mut reading: Reading) -> Reading {
        self.statistics.weigh(&mut reading);
        reading
    }

    /// Codes that many postings have are kept once, and nothing is kept for what may come.
    fn share(&mut self, posting: &mut Posting) {
        let lists = [
            &mut posting.domains,
            &mut posting.places,
            &mut posting.regions,
            &mut posting.contract_types,
            &mut posting.delivery_models,
            &mut posting.standards,
            &mut posting.languages,
            &mut posting.tags,
        ];
        for list in lists {
            for code in &mut *list {
                match self.alike.get(code) {
                    Some(known) => *code = known.clone(),
                    None => {
                        self.alike.insert(code.clone());
                    }
                }
            }
            list.shrink_to_fit();
        }
    }

    /// The postings that fit best, the best first; ties by id. A need looks at offers and
    /// experts as its supply; anything else looks at needs as their demand.
    pub fn rank(&self, seeker: &Reading, ask: &Ask) -> Vec<Ranked> {
        let shelf = &self.shelves[ask.kind as usize];
        let quest = Quest {
            engine: &self.engine,
            shelf,
            readings: &self.readings,
            seeker,
            told: &self.statistics.of(&seeker.profile),
            ask,
        };
        let mut ranked: Vec<Ranked> = match ask.among {
            Some(slots) => slots
                .iter()
                .filter_map(|slot| quest.compare(*slot, self.at(*slot)?))
                .collect(),
            None if shelf.len() <= self.exhaustive || shelf.is_beyond() => self
                .iter()
                .filter_map(|(slot, reading)| quest.compare(slot, reading))
                .collect(),
            None => search(&quest),
        };
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
        ranked.dedup_by(|a, b| a.slot == b.slot);
        let owner = |ranked: &Ranked| {
            let reading = self.at(ranked.slot);
            reading.map_or_else(String::new, |reading| {
                reading.posting.organization.id.clone()
            })
        };
        exposure::shared(ranked, ask.limit, ask.share, owner)
    }

    /// The fit of a demand and a supply in words, or why there is none, as seen from neither
    /// side. `texts` are those of the demand and of the supply.
    pub fn fit(
        &self,
        demand: &Reading,
        supply: &Reading,
        texts: (&[PostingText], &[PostingText]),
        today: NaiveDate,
    ) -> Result<Fit, Obstacle> {
        let from = Perspective::Both;
        self.engine
            .explain(demand, supply, texts, &self.statistics, today, from)
    }

    /// The fit of two postings in words, or why there is none, as seen by `seeker`.
    /// `texts` are those of the seeker and of the other.
    pub fn explain(
        &self,
        seeker: &Reading,
        other: &Reading,
        texts: (&[PostingText], &[PostingText]),
        today: NaiveDate,
    ) -> Result<Fit, Obstacle> {
        let (demand, supply, from) = sides(seeker, other);
        let texts = if std::ptr::eq(demand, seeker) {
            texts
        } else {
            (texts.1, texts.0)
        };
        self.engine
            .explain(demand, supply, texts, &self.statistics, today, from)
    }
}

/// Who demands and who supplies: a need demands of whatever is no need. Between two of a kind
/// the one who asks demands.
pub(crate) fn sides<'a>(
    seeker: &'a Reading,
    other: &'a Reading,
) -> (&'a Reading, &'a Reading, Perspective) {
    let turned = other.posting.kind == Kind::Need && seeker.posting.kind != Kind::Need;
    if turned {
        (other, seeker, Perspective::Supply)
    } else {
        (seeker, other, Perspective::Demand)
    }
}
