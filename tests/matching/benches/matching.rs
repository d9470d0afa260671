//! The engine's parts, one by one: `cargo bench --package load-matching`. For a whole corpus of up to a
//! million see `make load-matching`.

#[path = "../src/knowledge.rs"]
#[allow(dead_code, reason = "shared with the program that measures")]
mod knowledge;
#[path = "../src/postings.rs"]
#[allow(dead_code, reason = "shared with the program that measures")]
mod postings;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use matching::{Ask, Corpus, Engine, Kind, Language, Weights, analyse, concepts_in};

use knowledge::knowledge;
use postings::{Maker, today};

/// Postings of the corpora.
const SIZES: [usize; 2] = [1_000, 10_000];

fn corpus(count: usize) -> (Maker, Corpus) {
    let maker = Maker::new(count);
    let means = maker.means();
    let engine = Engine::new(knowledge(), Weights::default(), means.clone());
    let mut corpus = Corpus::new(Arc::new(engine));
    for number in 0..count as u64 {
        let (posting, vectors) = maker.posting(number, 0, &means);
        let reading = corpus.engine().read(posting, vectors).lean();
        corpus.insert(reading);
    }
    corpus.weigh();
    (maker, corpus)
}

fn texts(c: &mut Criterion) {
    let text = "Giám sát ngập theo thời gian thực tại 40 điểm, kết nối trung tâm điều hành (IOC) theo \
                TCVN ISO 37122:2020; hợp đồng BTL, kinh phí 12 tỷ đồng.";
    let known = knowledge();
    let mut group = c.benchmark_group("text");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("analyse", |b| b.iter(|| analyse(black_box(text))));
    group.bench_function("concepts", |b| {
        b.iter(|| concepts_in(&known, Language::Vi, black_box(text)));
    });
    group.finish();
}

fn postings_read(c: &mut Criterion) {
    let (maker, corpus) = corpus(1_000);
    let means = maker.means();
    c.bench_function("posting/read", |b| {
        b.iter_batched(
            || maker.posting(7, 1, &means),
            |(posting, vectors)| corpus.engine().read(posting, vectors).lean(),
            BatchSize::SmallInput,
        );
    });
}

fn rankings(c: &mut Criterion) {
    for count in SIZES {
        let (maker, corpus) = corpus(count);
        let means = maker.means();
        let id = maker.posting(3, 0, &means).0.id;
        let need = corpus.get(&id).expect("the third posting is a need");
        let ask = Ask {
            kind: Kind::Offer,
            among: None,
            today: today(),
            limit: 20,
            share: 3,
        };
        c.bench_function(&format!("rank/{count}"), |b| {
            b.iter(|| corpus.rank(black_box(need), &ask));
        });
    }
}

criterion_group!(benches, texts, postings_read, rankings);
criterion_main!(benches);
