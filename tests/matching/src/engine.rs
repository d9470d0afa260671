//! The engine.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use matching::{
    Ask, Corpus, Embedding, Engine, Kind, Means, Posting, PostingText, Ranked, Reading, Weights,
};

use crate::knowledge::knowledge;
use crate::postings::{Maker, today};
use crate::{Clock, Took, memory, note};

/// Postings that are read together.
const BATCH: usize = 20_000;
/// Needs that are asked for.
const QUERIES: usize = 300;
/// Postings that are changed.
const CHANGES: usize = 60;

struct World {
    maker: Maker,
    means: Means,
    vectors: bool,
    corpus: Corpus,
}

/// Measures among this many postings.
pub fn measure(count: usize, vectors: bool, exhaustive: usize) {
    let maker = Maker::new(count);
    let means = maker.means();
    let weights = if vectors {
        Weights::default()
    } else {
        Weights::default().without_meaning()
    };
    let before = memory();
    let engine = Arc::new(Engine::new(knowledge(), weights, means.clone()));
    let mut world = World {
        maker,
        means,
        vectors,
        corpus: Corpus::new(engine),
    };
    build(&mut world, count);
    note("engine", count, "memory MB", memory() - before);
    note(
        "engine",
        count,
        "terms",
        world.corpus.statistics().terms() as f64,
    );
    queries(&world, count);
    if exhaustive > 0 {
        agreement(&mut world, count, exhaustive);
    }
    changes(&mut world, count);
}

impl World {
    fn make(&self, number: usize, edition: u64) -> (Posting, Vec<Embedding>) {
        let (posting, vectors) = self.maker.posting(number as u64, edition, &self.means);
        (posting, if self.vectors { vectors } else { Vec::new() })
    }

    fn texts(&self, id: &str) -> Vec<PostingText> {
        let number = u64::from_str_radix(&id[..8], 16).expect("a number");
        self.maker.posting(number, 0, &self.means).0.texts
    }

    fn ask(kind: Kind) -> Ask<'static> {
        Ask {
            kind,
            among: None,
            today: today(),
            limit: 20,
            share: 3,
        }
    }
}

fn build(world: &mut World, count: usize) {
    let (mut reading, mut inserting) = (Duration::ZERO, Duration::ZERO);
    for begin in (0..count).step_by(BATCH) {
        let end = (begin + BATCH).min(count);
        let made: Vec<(Posting, Vec<Embedding>)> =
            (begin..end).map(|number| world.make(number, 0)).collect();
        let start = Clock::start();
        let read = read(world.corpus.engine(), made);
        reading += start.elapsed();
        let start = Clock::start();
        for reading in read {
            world.corpus.insert(reading);
        }
        inserting += start.elapsed();
    }
    let start = Clock::start();
    world.corpus.weigh();
    let weighing = start.elapsed();
    let each = |time: Duration| time.as_secs_f64() * 1e6 / count as f64;
    note("engine", count, "reading µs each", each(reading));
    note("engine", count, "inserting µs each", each(inserting));
    note("engine", count, "weighing µs each", each(weighing));
    note(
        "engine",
        count,
        "postings/s",
        1e6 / (each(reading) + each(inserting) + each(weighing)),
    );
}

/// Reads on two cores.
fn read(engine: &Engine, mut made: Vec<(Posting, Vec<Embedding>)>) -> Vec<Reading> {
    let second = made.split_off(made.len() / 2);
    let all = |made: Vec<(Posting, Vec<Embedding>)>| -> Vec<Reading> {
        made.into_iter()
            .map(|(posting, vectors)| engine.read(posting, vectors).lean())
            .collect()
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| all(second));
        let mut read = all(made);
        read.extend(other.join().expect("read"));
        read
    })
}

/// Numbers of needs all over the corpus.
pub fn some_needs(count: usize, most: usize) -> Vec<usize> {
    (0..most)
        .map(|at| at * (count / 20) / most * 20 + at % 6)
        .collect()
}

fn queries(world: &World, count: usize) {
    let (mut ranking, mut whole) = (Vec::new(), Vec::new());
    for number in some_needs(count, QUERIES) {
        let (need, _) = world.make(number, 0);
        let Some(seeker) = world.corpus.get(&need.id) else {
            continue;
        };
        let start = Clock::start();
        let ranked = world.corpus.rank(seeker, &World::ask(Kind::Offer));
        let ranked_in = start.elapsed();
        let texts: Vec<Vec<PostingText>> =
            ranked.iter().map(|found| world.texts(&found.id)).collect();
        let start = Clock::start();
        for (found, texts) in ranked.iter().zip(&texts) {
            let other = world.corpus.at(found.slot).expect("ranked");
            black_box(
                world
                    .corpus
                    .explain(seeker, other, (&need.texts, texts), today())
                    .ok(),
            );
        }
        whole.push(ranked_in + start.elapsed());
        ranking.push(ranked_in);
    }
    let (ranking, whole) = (Took::new(ranking), Took::new(whole));
    note("engine", count, "ranking p50 ms", ranking.at(50));
    note("engine", count, "ranking p99 ms", ranking.at(99));
    note("engine", count, "top 20 explained p50 ms", whole.at(50));
    note("engine", count, "top 20 explained p99 ms", whole.at(99));
}

/// Whether comparing all gives the same.
fn agreement(world: &mut World, count: usize, queries: usize) {
    let some: Vec<Vec<Ranked>> = ranked(world, count, queries).0;
    world.corpus = std::mem::replace(&mut world.corpus, Corpus::new(Arc::default()))
        .exhaustive_up_to(usize::MAX);
    let (all, took) = ranked(world, count, queries);
    let same = some.iter().zip(&all).filter(|(a, b)| a == b).count();
    note(
        "engine",
        count,
        "same as comparing all, share",
        same as f64 / all.len() as f64,
    );
    note("engine", count, "comparing all p50 ms", took.at(50));
    world.corpus =
        std::mem::replace(&mut world.corpus, Corpus::new(Arc::default())).exhaustive_up_to(2_000);
}

fn ranked(world: &World, count: usize, queries: usize) -> (Vec<Vec<Ranked>>, Took) {
    let mut took = Vec::new();
    let ranked = some_needs(count, queries).into_iter().map(|number| {
        let id = world.make(number, 0).0.id;
        let seeker = world.corpus.get(&id).expect("a need");
        let start = Clock::start();
        let ranked = world.corpus.rank(seeker, &World::ask(Kind::Offer));
        took.push(start.elapsed());
        ranked
    });
    (ranked.collect(), Took::new(took))
}

fn changes(world: &mut World, count: usize) {
    let (mut inserting, mut whole) = (Vec::new(), Vec::new());
    for at in 0..CHANGES {
        // Needs and offers in turn.
        let number = at * (count / 20) / CHANGES * 20 + if at % 2 == 0 { 3 } else { 11 };
        let (posting, vectors) = world.make(number, 1);
        let (id, kind) = (posting.id.clone(), posting.kind);
        let start = Clock::start();
        let reading = world.corpus.engine().read(posting, vectors).lean();
        world.corpus.insert(reading);
        inserting.push(start.elapsed());
        let seeker = world.corpus.get(&id).expect("just put there");
        let kinds: &[Kind] = if kind == Kind::Need {
            &[Kind::Offer, Kind::Expert]
        } else {
            &[Kind::Need]
        };
        for kind in kinds {
            black_box(world.corpus.rank(seeker, &World::ask(*kind)));
        }
        whole.push(start.elapsed());
    }
    let (inserting, whole) = (Took::new(inserting), Took::new(whole));
    note("engine", count, "change taken in p50 ms", inserting.at(50));
    note("engine", count, "change ranked p50 ms", whole.at(50));
    note("engine", count, "change ranked p99 ms", whole.at(99));
}
