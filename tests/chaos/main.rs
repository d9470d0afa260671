//! Kills the server with SIGKILL at random moments while proposals are handed in, and looks at what is left:
//! `chaos SERVER KILLS`, where SERVER is the program `iforum`. `make chaos` builds both and runs it.
//!
//! For each database: bidders send their submissions, each with a client key of its own, from four
//! connections; the server is killed some milliseconds after it became ready and started again; whoever got
//! no answer asks once more with the same key. In the end every acknowledged submission must be there with
//! the receipt that was acknowledged, each proposal must have been submitted once, and each bidder must have
//! one letter, sent at least once and always under the same `Message-ID`. One line of figures for each
//! database; a line of `LOST` or `DOUBLED` and exit code 1 when a promise did not hold.

use std::collections::{BTreeMap, VecDeque};
use std::error::Error;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use iforum::clock::Clock;
use rand::Rng;
use tests::{Client, Kind, Sink, TestApp, Value, beginning, json};

/// Connections that submit at once.
const CONNECTIONS: usize = 4;
/// Most milliseconds from the first submission of a life to its end.
const LONGEST: u64 = 400;
/// Submissions that are prepared for each life.
const EACH: usize = 12;
/// Bidders; each has a proposal for every need.
const FIRMS: usize = 40;
const SUBMIT: &str = "mutation($id: ID!, $key: String!) { submitProposal(input: { proposalId: $id, version: 1, clientKey: $key }) { proposal { receipt } } }";

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// A submission that nobody has acknowledged yet.
struct Bid {
    token: String,
    proposal: String,
    key: String,
    asked: u32,
}

/// What the bidders know.
#[derive(Default)]
struct Known {
    /// Not acknowledged.
    waiting: VecDeque<Bid>,
    /// Receipts by proposal.
    receipts: BTreeMap<String, String>,
    /// Acknowledged at the second asking or later: the first answer was lost with the server.
    again: usize,
    /// Answers that are neither.
    refused: Vec<String>,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [server, kills] = &arguments[..] else {
        return Err("usage: chaos SERVER KILLS".into());
    };
    let kills = kills.parse()?;
    let mut held = true;
    for kind in [Kind::Sqlite, Kind::Postgres] {
        held &= Box::pin(chaos(kind, server, kills)).await?;
    }
    if held {
        Ok(())
    } else {
        Err("a promise did not hold".into())
    }
}

async fn chaos(kind: Kind, server: &str, kills: usize) -> Outcome<bool> {
    let (sink, url) = Sink::start(&[]).await;
    let app = TestApp::configured(kind, &[("SMTP_URL", &url)]).await;
    app.app.clock.advance(Clock::system().now() - beginning());
    let known = Arc::new(Mutex::new(prepared(&app, kills * EACH).await));
    let begun = Instant::now();
    for _ in 0..kills {
        live_and_die(&app, server, &known).await?;
    }
    // Once more, and in peace: what got no answer is asked again, what was left is done.
    let port = free_port()?;
    let mut last = start(&app, server, port).await?;
    submit_all(port, &known).await;
    last.kill()?;
    last.wait()?;
    app.app
        .clock
        .advance(Clock::system().now() - app.app.clock.now());
    // Whoever held a job when it died lets go of it after five minutes.
    app.later(chrono::Duration::minutes(6)).await;
    let known = std::mem::take(&mut *known.lock().expect("usable"));
    let held = looked_at(&app, &sink, &known, kills).await;
    println!("{kind:?}: {} seconds", begun.elapsed().as_secs());
    app.end().await;
    Ok(held)
}

/// Needs, bidders and their drafts: at least so many.
async fn prepared(app: &TestApp, submissions: usize) -> Known {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let mut firms = Vec::new();
    for _ in 0..FIRMS {
        firms.push(app.firm().await);
    }
    let mut known = Known::default();
    while known.waiting.len() < submissions {
        let need = app.open_need(&officer, &moderator).await;
        for firm in &firms {
            let bid = Bid {
                token: token(firm),
                proposal: app.draft_proposal(firm, &need).await,
                key: app.key(),
                asked: 0,
            };
            known.waiting.push_back(bid);
        }
    }
    app.run_jobs().await;
    known
}

fn token(firm: &Client) -> String {
    firm.token.clone().expect("signed in")
}

/// One life of the server, from its start to its sudden end.
async fn live_and_die(app: &TestApp, server: &str, known: &Arc<Mutex<Known>>) -> Outcome<()> {
    let port = free_port()?;
    let mut child = start(app, server, port).await?;
    let known = Arc::clone(known);
    let work = tokio::spawn(async move { submit_all(port, &known).await });
    let life = rand::rng().random_range(0..LONGEST);
    tokio::time::sleep(Duration::from_millis(life)).await;
    // SIGKILL, on Unix.
    child.kill()?;
    child.wait()?;
    work.await?;
    Ok(())
}

fn free_port() -> Outcome<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}

/// A server on the app's database, ready.
async fn start(app: &TestApp, server: &str, port: u16) -> Outcome<Child> {
    let settings = app.settings().iter().map(|(name, value)| (name, value));
    let mut child = Command::new(server)
        .arg("serve")
        .envs(settings)
        .env("BIND", format!("127.0.0.1:{port}"))
        .env("RUST_LOG", "warn")
        .stdin(Stdio::null())
        .spawn()?;
    let ready = format!("http://127.0.0.1:{port}/readyz");
    for _ in 0..600 {
        if let Some(status) = child.try_wait()? {
            return Err(format!("the server did not start: {status}").into());
        }
        let answer = reqwest::get(&ready).await;
        if answer.is_ok_and(|answer| answer.status().is_success()) {
            return Ok(child);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    child.kill()?;
    Err("the server was not ready within twelve seconds".into())
}

/// Submits what waits, until the server is gone or nothing waits.
async fn submit_all(port: u16, known: &Arc<Mutex<Known>>) {
    let submitting = (0..CONNECTIONS).map(|_| {
        let known = Arc::clone(known);
        tokio::spawn(async move {
            let http = reqwest::Client::new();
            loop {
                let Some(mut bid) = known.lock().expect("usable").waiting.pop_front() else {
                    return;
                };
                bid.asked += 1;
                let answer = submit(&http, port, &bid).await;
                let mut known = known.lock().expect("usable");
                match answer {
                    None => {
                        known.waiting.push_front(bid);
                        return;
                    }
                    Some(Ok(receipt)) => {
                        known.again += usize::from(bid.asked > 1);
                        known.receipts.insert(bid.proposal, receipt);
                    }
                    Some(Err(said)) => known.refused.push(said),
                }
            }
        })
    });
    for one in submitting.collect::<Vec<_>>() {
        one.await.expect("submitted");
    }
}

/// The receipt, or what was said instead; none when no whole answer came.
async fn submit(http: &reqwest::Client, port: u16, bid: &Bid) -> Option<Result<String, String>> {
    let sent = http
        .post(format!("http://127.0.0.1:{port}/graphql"))
        .bearer_auth(&bid.token)
        .json(&json!({ "query": SUBMIT, "variables": { "id": bid.proposal, "key": bid.key } }))
        .send()
        .await
        .ok()?;
    let body: Value = sent.json().await.ok()?;
    let receipt = body.pointer("/data/submitProposal/proposal/receipt");
    Some(match receipt.and_then(Value::as_str) {
        Some(receipt) => Ok(receipt.to_owned()),
        None => Err(body.to_string()),
    })
}

/// Prints what is left, and says whether the promises held.
async fn looked_at(app: &TestApp, sink: &Sink, known: &Known, kills: usize) -> bool {
    let mut wrong = Vec::new();
    for said in &known.refused {
        wrong.push(format!("LOST: an honest submission was refused: {said}"));
    }
    let acknowledged = known.receipts.len();
    for (proposal, receipt) in &known.receipts {
        let id = proposal.parse().expect("an id");
        let row = iforum::proposals::store::find(&app.app.db, id).await;
        let row = row.expect("asked").expect("there");
        if row.receipt.as_ref() != Some(receipt) {
            wrong.push(format!(
                "LOST: {proposal} has not the receipt that was acknowledged"
            ));
        }
    }
    let submitted = app.count("proposal", "receipt IS NOT NULL").await;
    let recorded = app
        .count("audit_record", "action = 'proposal.submitted'")
        .await;
    let letters = app.count("email", "template = 'proposal_receipt'").await;
    if (submitted, submitted) != (recorded, letters) {
        wrong.push(format!(
            "DOUBLED or LOST: {submitted} submitted, {recorded} records, {letters} letters"
        ));
    }
    let unsent = app.count("email", "status <> 'sent'").await;
    if unsent > 0 {
        wrong.push(format!("LOST: {unsent} letters were never handed over"));
    }
    // How often each letter reached the mail server.
    let mut arrived: BTreeMap<String, usize> = BTreeMap::new();
    for message in sink.messages() {
        let id = message
            .lines()
            .find_map(|line| line.strip_prefix("Message-ID: "));
        *arrived
            .entry(id.unwrap_or_default().to_owned())
            .or_default() += 1;
    }
    let all = iforum::mail::store::latest(&app.app.db, u64::from(u32::MAX)).await;
    for email in all.expect("letters") {
        if !arrived.contains_key(&email.message_id) {
            wrong.push(format!(
                "LOST: the letter {} never arrived",
                email.message_id
            ));
        }
    }
    let resent = arrived.values().filter(|times| **times > 1).count();
    println!(
        "{kills} kills; {acknowledged} submissions acknowledged, {} of them at a second asking; {letters} receipts by letter; {} letters handed over, {resent} of them more than once under the same Message-ID",
        known.again,
        arrived.len(),
    );
    for line in &wrong {
        println!("{line}");
    }
    wrong.is_empty()
}
