//! Measures the matching engine among many postings. `load-matching COUNT… [--vectors no]
//! [--exhaustive QUERIES] [--rivals QUERIES]` prints what it found for each count;
//! `scripts/load-matching` plays it.

mod engine;
mod knowledge;
mod postings;
mod rivals;

use std::time::Duration;

/// The server's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut counts = Vec::new();
    let (mut vectors, mut exhaustive, mut rivals) = (true, 0, 0);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value");
        match argument.as_str() {
            "--vectors" => vectors = value() != "no",
            "--exhaustive" => exhaustive = value().parse().expect("a number"),
            "--rivals" => rivals = value().parse().expect("a number"),
            count => counts.push(count.parse::<usize>().expect("a number of postings")),
        }
    }
    for count in counts {
        engine::measure(count, vectors, exhaustive);
        if rivals > 0 {
            beside(count, rivals);
        }
    }
}

/// The rivals among as many postings; PostgreSQL where `TEST_POSTGRES_URL` names one.
fn beside(count: usize, queries: usize) {
    let maker = postings::Maker::new(count);
    let means = maker.means();
    let needs = engine::some_needs(count, queries);
    rivals::tantivy(&maker, &means, count, &needs);
    let Ok(url) = std::env::var("TEST_POSTGRES_URL") else {
        println!("postgres\t{count}\tnot measured: no TEST_POSTGRES_URL");
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime
        .block_on(rivals::postgres(&url, &maker, &means, count, &needs))
        .expect("PostgreSQL");
}

/// A clock that stands still while others have the core: on a machine that is shared, what it
/// says is what a quiet one takes.
#[derive(Clone, Copy)]
pub struct Clock(Duration);

impl Clock {
    pub fn start() -> Self {
        Self(own())
    }

    /// Time of this thread on a core since the start.
    pub fn elapsed(self) -> Duration {
        own().saturating_sub(self.0)
    }
}

/// How long this thread had a core.
fn own() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Times, the shortest first.
pub struct Took(Vec<Duration>);

impl Took {
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time below which this share (in hundredths) of them was, in milliseconds.
    pub fn at(&self, share: usize) -> f64 {
        let found = self.0.get(self.0.len() * share / 100);
        found.map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }
}

/// A row of what was measured: who, among how many, what, how much.
pub fn note(who: &str, count: usize, what: &str, value: f64) {
    println!("{who}\t{count}\t{what}\t{value:.3}");
}

/// Megabytes that this process holds in memory now.
pub fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}
