//! Signing in: what it costs beside its argon2id, and what a list feels of twenty at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use iforum::credentials::Passwords;
use tokio::task::JoinSet;

use super::http::{Connection, measure, prepare};
use super::{CONNECTIONS, Outcome, Took};

/// Sign-ins of one round, one after the other.
const PAIRS: usize = 100;
/// People who sign in at once.
const CROWD: usize = 20;

/// A browser on which a person has signed in before: the letter about a new one is not measured.
struct Browser {
    connection: Connection,
    request: String,
}

impl Browser {
    async fn known(url: &str, email: &str) -> Outcome<Self> {
        let query = format!(
            "mutation {{ signIn(input: {{ email: {email:?}, password: {:?} }}) {{ session {{ accessToken }} }} }}",
            seeds::PASSWORD
        );
        let mut connection = Connection::open(url).await?;
        let first = connection.ask(&prepare(url, &query, "")?).await?;
        let device = first
            .cookies
            .iter()
            .filter_map(|cookie| cookie.split(';').next())
            .find(|pair| pair.contains("device"))
            .ok_or("the first sign-in brought no cookie for the browser")?;
        let request = prepare(url, &query, device)?;
        Ok(Self {
            connection,
            request,
        })
    }

    async fn sign_in(&mut self) -> Outcome<()> {
        let answer = self.connection.ask(&self.request).await?;
        let text = String::from_utf8_lossy(&answer.body);
        if text.contains("accessToken") {
            Ok(())
        } else {
            Err(format!("not signed in: {text}").into())
        }
    }
}

/// People of the demonstration data who sign in with a password alone.
fn people() -> impl Iterator<Item = String> {
    seeds::people()
        .into_iter()
        .filter(|person| person.staff_role.is_none())
        .map(|person| person.email)
}

/// Turn by turn: one argon2id in this process, by the server's own function, and one sign-in. Prints
/// the medians of both and the distance between them, in milliseconds.
pub async fn alone(url: &str) -> Outcome<()> {
    let email = people().next().ok_or("nobody to sign in")?;
    let mut browser = Browser::known(url, &email).await?;
    let passwords = Passwords::new(1).map_err(|e| e.message.en.clone())?;
    let hash = passwords.hash(seeds::PASSWORD).await;
    let hash = hash.map_err(|e| e.message.en.clone())?;
    let (mut hashes, mut sign_ins) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS + 10 {
        let begun = Instant::now();
        let right = passwords.verify(seeds::PASSWORD, Some(&hash)).await;
        let hashing = begun.elapsed();
        if !right.map_err(|e| e.message.en.clone())? {
            return Err("the password is not its own".into());
        }
        let begun = Instant::now();
        browser.sign_in().await?;
        let signing_in = begun.elapsed();
        // The first few warm both up.
        if pair >= 10 {
            hashes.push(hashing);
            sign_ins.push(signing_in);
        }
    }
    let (hash, sign_in) = (Took::new(hashes).at(50), Took::new(sign_ins).at(50));
    println!("{hash:.2}\t{sign_in:.2}\t{:.2}", sign_in - hash);
    Ok(())
}

/// A list that is asked for over and over, first by itself, then while twenty people sign in over and
/// over. Prints for one reader, then for sixteen: the list's 99th percentile by itself and under the
/// load, in milliseconds, and sign-ins a second.
pub async fn crowd(url: &str, list: &str) -> Outcome<()> {
    for readers in [1, CONNECTIONS] {
        let idle = measure(url, list, readers).await?;
        let (stop, count) = (Arc::new(AtomicBool::new(false)), Arc::default());
        let mut crowd = JoinSet::new();
        for email in people().take(CROWD) {
            let browser = Browser::known(url, &email).await?;
            crowd.spawn(over_and_over(
                browser,
                Arc::clone(&stop),
                Arc::clone(&count),
            ));
        }
        if crowd.len() < CROWD {
            return Err("too few people in the demonstration data".into());
        }
        let begun = Instant::now();
        let busy = measure(url, list, readers).await?;
        let sign_ins = count.load(Ordering::SeqCst) as f64 / begun.elapsed().as_secs_f64();
        stop.store(true, Ordering::SeqCst);
        while let Some(ended) = crowd.join_next().await {
            ended??;
        }
        println!(
            "{readers}\t{:.2}\t{:.2}\t{sign_ins:.1}",
            idle.at(99),
            busy.at(99)
        );
    }
    Ok(())
}

async fn over_and_over(
    mut browser: Browser,
    stop: Arc<AtomicBool>,
    count: Arc<AtomicUsize>,
) -> Outcome<()> {
    while !stop.load(Ordering::SeqCst) {
        browser.sign_in().await?;
        count.fetch_add(1, Ordering::SeqCst);
    }
    Ok(())
}
