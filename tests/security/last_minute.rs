//! Promises 1, 7 and 17 at the deadline: many bidders submit in the last minute, some of them too late;
//! none is lost, none doubled, none late accepted.

use std::sync::Arc;
use std::time::{Duration as Span, Instant};

use chrono::Duration;
use tests::{Client, Kind, TestApp, json};
use tokio::sync::Semaphore;

/// In time; as many as half again come too late.
const BIDDERS: usize = 200;
/// Requests that are under way at once.
const AT_ONCE: usize = 16;
const SUBMIT: &str = "mutation($id: ID!, $key: String!) { submitProposal(input: { proposalId: $id, version: 1, clientKey: $key }) { proposal { status receipt } } }";

/// One bidder submits, and sends it once more as if the answer had got lost.
async fn submits(firm: Client, proposal: String, key: String) -> (Span, Option<String>, String) {
    let variables = json!({ "id": proposal, "key": key });
    let begun = Instant::now();
    let first = firm.send(SUBMIT, variables.clone()).await;
    let took = begun.elapsed();
    let second = firm.send(SUBMIT, variables).await;
    let receipt = |body: &serde_json::Value| {
        body["data"]["submitProposal"]["proposal"]["receipt"]
            .as_str()
            .map(str::to_owned)
    };
    let got = receipt(&first.body);
    if let Some(got) = &got {
        // The same receipt, unless the deadline came in between: then it is refused, not doubled.
        if let Some(again) = receipt(&second.body) {
            assert_eq!(&again, got);
        }
    }
    (took, got, first.code().unwrap_or_default().to_owned())
}

fn count(number: usize) -> i64 {
    i64::try_from(number).expect("few")
}

async fn the_last_minute(kind: Kind) {
    let app = TestApp::start(kind).await;
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let mut bids = Vec::new();
    for _ in 0..BIDDERS + BIDDERS / 2 {
        let firm = app.firm().await;
        let draft = app.draft_proposal(&firm, &need).await;
        bids.push((firm, draft));
    }
    app.run_jobs().await;
    let late = bids.split_off(BIDDERS);
    let deadline = tests::beginning() + Duration::days(30);
    let clock = &app.app.clock;
    clock.advance(deadline - clock.now() - Duration::seconds(60));
    let gate = Arc::new(Semaphore::new(AT_ONCE));
    let mut running = Vec::new();
    for (firm, draft) in bids {
        let permit = Arc::clone(&gate).acquire_owned().await.expect("open");
        let key = app.key();
        // A minute for all of them, by the server's clock.
        clock.advance(Duration::milliseconds(60_000 / (count(BIDDERS) + 1)));
        running.push(tokio::spawn(async move {
            let done = submits(firm, draft, key).await;
            drop(permit);
            done
        }));
    }
    let mut times = Vec::new();
    let mut receipts = std::collections::BTreeSet::new();
    for task in running {
        let (took, receipt, code) = task.await.expect("done");
        times.push(took);
        receipts.insert(receipt.unwrap_or_else(|| panic!("a timely one was refused: {code}")));
    }
    assert_eq!(receipts.len(), BIDDERS, "each has a receipt of its own");
    clock.advance(deadline - clock.now());
    let mut running = Vec::new();
    for (firm, draft) in late {
        let permit = Arc::clone(&gate).acquire_owned().await.expect("open");
        let key = app.key();
        running.push(tokio::spawn(async move {
            let done = submits(firm, draft, key).await;
            drop(permit);
            done
        }));
    }
    for task in running {
        let (_, receipt, code) = task.await.expect("done");
        assert_eq!((receipt, code.as_str()), (None, "ILLEGAL_TRANSITION"));
    }
    app.run_jobs().await;
    let letters = app.count("email", "template = 'proposal_receipt'").await;
    assert_eq!(letters, count(BIDDERS), "one letter each");
    app.open_proposals(&officer, &need).await;
    let record = "query($id: ID!) { openingRecord(needId: $id) { count proposals { receipt } } }";
    let data = app.visitor().ask(record, json!({ "id": need })).await;
    assert_eq!(data["openingRecord"]["count"], BIDDERS);
    let opened = data["openingRecord"]["proposals"]
        .as_array()
        .expect("a list");
    for row in opened {
        assert!(receipts.contains(row["receipt"].as_str().expect("a receipt")));
    }
    times.sort_unstable();
    let p99 = times[times.len() * 99 / 100];
    println!(
        "{kind:?}: {BIDDERS} in the last minute, {AT_ONCE} at once: median {:?}, p99 {p99:?}; 0 lost, 0 doubled, 0 late",
        times[times.len() / 2]
    );
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_in_the_last_minute_sqlite() {
    the_last_minute(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_in_the_last_minute_postgres() {
    the_last_minute(Kind::Postgres).await;
}
