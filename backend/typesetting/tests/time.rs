//! What a paper costs. The clock on the wall says on a crowded machine how crowded it is; so this
//! counts the time that the process had on a core, and is a process of its own with one test.

use std::fs;
use std::path::Path;

use typesetting::{Text, pdf};

mod support;

/// Seconds on a core so far, of all threads: the kernel counts in hundredths.
fn on_a_core() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit(')').next().expect("fields");
    let fields: Vec<f64> = after_name
        .split_whitespace()
        .skip(1)
        .map(|field| field.parse().unwrap_or_default())
        .collect();
    // utime and stime, the 14th and 15th field of the whole.
    (fields[10] + fields[11]) / 100.0
}

/// The aim of issue 5 is a second; `docs/performance.md` has the figures.
#[test]
fn a_paper_is_set_within_a_moment_and_a_page_without_a_space_within_some() {
    let mut costs = Vec::new();
    for number in 0..4 {
        let mut paper = support::sample();
        // Another agreement each time, so that nothing remembered helps.
        for clause in &mut paper.clauses {
            clause.body.vi = format!("{number} {}", clause.body.vi);
            clause.body.en = format!("{number} {}", clause.body.en);
        }
        let before = on_a_core();
        let bytes = pdf(&paper).expect("a paper");
        costs.push(on_a_core() - before);
        // To be looked at: target/tmp/sample.pdf.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::write(folder.join("sample.pdf"), bytes).expect("written");
    }
    println!("papers: {costs:.2?} s");
    let best = costs.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(best < 1.0, "{costs:?}");

    let mut paper = support::sample();
    paper.clauses[0].body = Text::new("w".repeat(8000), "W".repeat(8000));
    let before = on_a_core();
    pdf(&paper).expect("a paper");
    let cost = on_a_core() - before;
    println!("16,000 letters without a space: {cost:.2} s");
    assert!(cost < 15.0, "{cost}");
}
