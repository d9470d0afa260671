//! How long a query and a passage take, and what the model needs of memory.
//!
//! ```sh
//! RAYON_NUM_THREADS=1 cargo run --release -p embedding --example measure -- FOLDER
//! ```

use std::error::Error;
use std::fs::read_to_string;
use std::path::Path;
use std::time::Instant;

use embedding::Embedder;

const QUERY: &str = "đèn giao thông thông minh tiết kiệm";
const SENTENCE: &str = "Thành phố cần một hệ thống giám sát ngập lụt theo thời gian thực, báo trước \
    cho người dân, kết nối với trung tâm điều hành và chạy được khi mất điện. ";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: measure FOLDER")?;
    let begin = Instant::now();
    let model = Embedder::load(Path::new(&folder))?;
    println!(
        "loaded in {:.2} s, {}",
        begin.elapsed().as_secs_f64(),
        memory()
    );
    let passage = SENTENCE.repeat(8);
    let short = vec![QUERY; 16];
    let run = |name: &str, rounds: usize, ask: &dyn Fn()| {
        ask();
        let mut walls = Vec::new();
        let mut works = Vec::new();
        for _ in 0..rounds {
            let (wall, work) = (Instant::now(), work());
            ask();
            walls.push(wall.elapsed().as_secs_f64() * 1e3);
            works.push((self::work() - work) * 1e3);
        }
        walls.sort_by(f64::total_cmp);
        works.sort_by(f64::total_cmp);
        println!(
            "{name}: best {:.1} ms, median {:.1} ms; work of the calling thread {:.1} ms",
            walls[0],
            walls[rounds / 2],
            works[rounds / 2]
        );
    };
    run("query of 6 words", 60, &|| drop(model.query(QUERY)));
    run("passage of 300 tokens", 20, &|| {
        drop(model.passage(&passage));
    });
    run("16 short passages", 20, &|| drop(model.passages(&short)));
    println!("{}", memory());
    Ok(())
}

/// Seconds that the calling thread has run on a processor; not those it waited for one.
fn work() -> f64 {
    let text = read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|n| n.parse().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}

fn memory() -> String {
    let text = read_to_string("/proc/self/status").unwrap_or_default();
    let lines = text
        .lines()
        .filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM"));
    lines.collect::<Vec<_>>().join(", ")
}
