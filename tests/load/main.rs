//! Measures one thing for a while and prints what came of it:
//!
//! - `load http URL FILE` posts the GraphQL query in FILE to a running server;
//! - `load warm URL FILE` does so a few times only, so that the server has done its work once;
//! - `load sql DATABASE_URL` fetches the same rows with the least SQL, without a server;
//! - `load sign-in URL` signs somebody of the demonstration data in, beside a bare argon2id;
//! - `load crowd URL FILE` posts the query, by itself and while twenty people sign in.
//!
//! Sixteen connections unless said otherwise, each asking again as soon as it has its answer.
//! `scripts/load` plays all of it in turn, several times, on both databases.

mod http;
mod sign_in;
mod sql;

use std::error::Error;
use std::future::Future;
use std::time::{Duration, Instant};

/// Connections at once.
const CONNECTIONS: usize = 16;
/// Not counted: caches fill, connections open.
const WARM_UP: Duration = Duration::from_secs(2);
/// Counted.
const LENGTH: Duration = Duration::from_secs(8);

/// The server's own: a hash fills 19 MiB, and what memory costs depends on who gives it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["http", url, file] => http::print(url, &std::fs::read_to_string(file)?).await,
        ["warm", url, file] => http::warm(url, &std::fs::read_to_string(file)?).await,
        ["sql", url] => {
            sql::measure(url).await?.print();
            Ok(())
        }
        ["sign-in", url] => sign_in::alone(url).await,
        ["crowd", url, file] => sign_in::crowd(url, &std::fs::read_to_string(file)?).await,
        _ => Err(
            "usage: load http|warm|crowd URL FILE | load sql DATABASE_URL | load sign-in URL"
                .into(),
        ),
    }
}

/// How long each piece of work took, the shortest first.
struct Took(Vec<Duration>);

impl Took {
    fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time, in milliseconds, below which this share (in hundredths) of them was.
    fn at(&self, share: usize) -> f64 {
        let found = self.0.get(self.0.len() * share / 100);
        found.map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }

    /// Prints pieces a second and the median and the 99th percentile of the time each took, in
    /// milliseconds, with tabs between.
    fn print(&self) {
        let rate = self.0.len() as f64 / LENGTH.as_secs_f64();
        println!("{rate:.0}\t{:.2}\t{:.2}", self.at(50), self.at(99));
    }
}

/// Lets workers repeat their work side by side.
async fn side_by_side<W, F>(workers: Vec<W>) -> Outcome<Took>
where
    W: FnMut() -> F + Send + 'static,
    F: Future<Output = Outcome<()>> + Send + 'static,
{
    let begin = Instant::now() + WARM_UP;
    let end = begin + LENGTH;
    let tasks: Vec<_> = workers
        .into_iter()
        .map(|mut work| {
            tokio::spawn(async move {
                let mut took = Vec::new();
                while Instant::now() < end {
                    let start = Instant::now();
                    work().await?;
                    if start >= begin {
                        took.push(start.elapsed());
                    }
                }
                Outcome::Ok(took)
            })
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await??);
    }
    Ok(Took::new(took))
}
