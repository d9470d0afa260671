//! The command line.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use secrecy::ExposeSecret;
use tokio::sync::watch;

use crate::app::{App, Ctx};
use crate::clock::Clock;
use crate::config::{Config, DEFAULTS, LogFormat};
use crate::error::ErrorCode;
use crate::policy::Viewer;
use crate::proposals::receipts::{self, Found};
use crate::text::Locale;
use crate::{audit, http, jobs, ocds, rank, schema, seeding, staff, weights};

/// i-Forum Smart City: the marketplace of the public–private alliance for smart cities.
#[derive(Debug, Parser)]
#[command(name = "iforum", version)]
struct Arguments {
    /// A TOML file with settings of your own; see `iforum config --defaults`.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the pages; on SQLite it also migrates and runs the worker.
    Serve,
    /// Run jobs (mail, ranking, deadlines) beside one or several servers.
    Worker,
    /// Bring the tables and the reference data up to date.
    Migrate,
    /// Plant the demonstration data; refused where PUBLIC_URL is not local.
    Seed {
        /// Instead: this many open needs for load tests.
        #[arg(long, value_name = "NEEDS")]
        bulk: Option<u32>,
    },
    /// Rank postings from files: the matching engine without a database.
    Rank(rank::Request),
    /// Learn the engine's weights from what was decided on matches; an administrator adopts them or not.
    Learn,
    /// Make an account the first administrator; where there is one, roles are given in the product.
    Administrator {
        /// The address that the person registered with.
        email: String,
    },
    /// Write the open data to the standard output: one process a line, for a nightly copy.
    OpenData,
    /// Print the GraphQL schema.
    Schema,
    /// Check the records of what was decided and done.
    Audit {
        #[command(subcommand)]
        question: Audit,
    },
    /// Check receipts of proposals.
    Receipt {
        #[command(subcommand)]
        question: Receipt,
    },
    /// Check the configuration and print it, secrets left out.
    Config {
        /// Print every setting with its default and what it is for.
        #[arg(long)]
        defaults: bool,
    },
}

#[derive(Debug, Subcommand)]
enum Receipt {
    /// Compare a proposal's content with its receipt, without a server; ends with an error when they
    /// differ.
    Verify {
        /// The receipt's file, as the proposal's page gives it.
        #[arg(long, value_name = "FILE")]
        receipt: PathBuf,
        /// The content's file, as the proposal's page gives it.
        #[arg(long, value_name = "FILE")]
        content: PathBuf,
        /// The server's public key in base64url: `x` at /.well-known/iforum-receipt-keys.json. Without
        /// it the content is compared, the signature is not.
        #[arg(long, value_name = "KEY")]
        key: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
enum Audit {
    /// Walk the chains of records; names the first that is broken and ends with an error.
    Verify {
        /// Heads that were kept outside the database; unless named, audit-heads.jsonl under
        /// STORAGE_URL.
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
    },
    /// Print the last record's number and hash of each book, as a line of JSON.
    Head,
}

/// Parses the command line and runs the command.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Command::Config { defaults: true } = arguments.command {
        show(DEFAULTS);
        return ExitCode::SUCCESS;
    }
    if let Command::Rank(request) = &arguments.command {
        return match rank::run(request) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        };
    }
    if let Command::Receipt { question } = &arguments.command {
        return match verify_receipt(question) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        };
    }
    let config = match Config::load(arguments.config.as_deref()) {
        Ok(config) => config,
        Err(error) => return failed(&error.to_string()),
    };
    start_logging(&config);
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.to_string()),
    };
    match runtime.block_on(run(arguments.command, config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

/// Prints; a reader that has gone away is no failure of ours.
fn show(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn failed(error: &str) -> ExitCode {
    eprintln!("iforum: {error}");
    ExitCode::FAILURE
}

fn start_logging(config: &Config) {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::try_new(&config.rust_log).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
}

async fn run(command: Command, config: Config) -> Result<(), String> {
    match command {
        Command::Serve => serve(config).await,
        Command::Worker => worker(config).await,
        Command::Migrate => {
            let app = start(config).await?;
            app.migrate().await.map_err(said)?;
            show("The database is up to date.\n");
            close(&app).await;
            Ok(())
        }
        Command::Seed { bulk } => seed(config, bulk).await,
        Command::Learn => learn(config).await,
        Command::Administrator { email } => administrator(config, &email).await,
        Command::OpenData => open_data(config).await,
        Command::Schema => {
            show(&schema::sdl(&schema::build(&config)));
            Ok(())
        }
        Command::Audit { question } => audit(config, question).await,
        Command::Config { .. } | Command::Rank(_) | Command::Receipt { .. } => {
            show(&format!("{config:#?}\n"));
            Ok(())
        }
    }
}

fn verify_receipt(question: &Receipt) -> Result<(), String> {
    let Receipt::Verify {
        receipt,
        content,
        key,
    } = question;
    let read = |file: &PathBuf| {
        std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))
    };
    show(
        match receipts::compare(&read(receipt)?, &read(content)?, key.as_deref())? {
            Found::Genuine => "The content is what was handed in, and the server signed for it.\n",
            Found::Unsigned => {
                "The content is what the receipt says. Who signed it was not checked: give the server's key with --key.\n"
            }
        },
    );
    Ok(())
}

async fn learn(config: Config) -> Result<(), String> {
    let app = start(config).await?;
    let learnt = weights::service::learn(&Ctx::system(Arc::clone(&app))).await;
    close(&app).await;
    let learnt = learnt.map_err(said)?;
    let mut lines = format!("{}\n", learnt.version);
    if let Some(crate::weights::entity::StoredLesson(lesson)) = &learnt.lesson {
        lines += &format!(
            "{} decisions, {} needs decided differently, {} pairs\n\
             held-back pairs ordered as people did: {:.3} with the defaults, {:.3} learnt\n\
             gain {:+.3}, 95 % between {:+.3} and {:+.3}\n\n",
            lesson.decisions,
            lesson.groups,
            lesson.pairs,
            lesson.before,
            lesson.after,
            lesson.gain,
            lesson.interval.0,
            lesson.interval.1,
        );
    }
    for (factor, points) in &learnt.offers.0 {
        lines += &format!("{factor:<14} {points:>6.2}\n");
    }
    lines += "\nAn administrator compares and adopts it on the engine's page.\n";
    show(&lines);
    Ok(())
}

async fn open_data(config: Config) -> Result<(), String> {
    let app = start(config).await?;
    let ctx = Ctx::new(Arc::clone(&app), Viewer::Anonymous, Locale::default());
    let mut export = ocds::service::Export::begin(ctx);
    let mut out = std::io::stdout();
    let written = loop {
        match export.next().await.map_err(said) {
            // A copy that is not whole must not pass for one: unlike elsewhere, a closed pipe is a failure.
            Ok(Some(lines)) => {
                if let Err(error) = out.write_all(&lines) {
                    break Err(error.to_string());
                }
            }
            Ok(None) => break out.flush().map_err(|error| error.to_string()),
            Err(error) => break Err(error),
        }
    };
    close(&app).await;
    written
}

async fn administrator(config: Config, email: &str) -> Result<(), String> {
    let app = start(config).await?;
    let ctx = Ctx::system(Arc::clone(&app));
    let made = staff::service::first_administrator(&ctx, email).await;
    if let Ok(user) = &made {
        show(&format!(
            "{} is an administrator, as soon as there is a second factor: /tai-khoan\n",
            user.email
        ));
        keep_heads(&app).await;
    }
    close(&app).await;
    made.map(drop).map_err(|error| match error.code {
        ErrorCode::NotFound => format!("no open account has the address {email}: register first"),
        _ => said(error),
    })
}

async fn start(config: Config) -> Result<Arc<App>, String> {
    App::start(config, Clock::system()).await.map_err(said)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "used as a function in map_err"
)]
fn said(error: crate::error::Error) -> String {
    error.detail().unwrap_or(&error.message.en).to_owned()
}

async fn close(app: &App) {
    // SQLite folds its write-ahead log into the file when the last connection closes properly.
    let _ = app.db.clone().close().await;
}

async fn serve(config: Config) -> Result<(), String> {
    let embedded = config.database_url.expose_secret().starts_with("sqlite:");
    let app = start(config).await?;
    if embedded {
        app.migrate().await.map_err(said)?;
    }
    http::start_recording();
    let listener = http::Listener::bind(app.config.bind)
        .await
        .map_err(|e| format!("cannot listen on {} (BIND): {e}", app.config.bind))?;
    tracing::info!(address = %listener.address, public_url = %app.config.public_url, "serving");
    let stop = stop_signal();
    let bus = tokio::spawn(app.bus.clone().listen(app.db.clone()));
    let worker = app
        .config
        .worker_in_process
        .then(|| tokio::spawn(jobs::worker::work(Arc::clone(&app), stop.clone())));
    // What ranks first should not wait until everything was read.
    let market = {
        let app = Arc::clone(&app);
        tokio::spawn(async move {
            if let Err(error) = app.market.catch_up(&app).await {
                tracing::warn!(?error, "the market could not be read");
            }
        })
    };
    let follower = {
        let (app, stop) = (Arc::clone(&app), stop.clone());
        tokio::spawn(async move { app.search.follow(&app, stop).await })
    };
    let router = http::router(Arc::clone(&app), schema::build(&app.config));
    http::serve(listener, router, app.config.limits.clone(), stop).await;
    if let Some(worker) = worker {
        let _ = worker.await;
    }
    let _ = follower.await;
    market.abort();
    bus.abort();
    keep_heads(&app).await;
    close(&app).await;
    Ok(())
}

/// What was recorded since the last minute is kept outside as well.
async fn keep_heads(app: &App) {
    if let Err(error) = audit::heads::keep(app).await {
        tracing::warn!(detail = error.detail(), "cannot keep the head of the audit");
    }
}

async fn worker(config: Config) -> Result<(), String> {
    let app = start(config).await?;
    let stop = stop_signal();
    let bus = tokio::spawn(app.bus.clone().listen(app.db.clone()));
    tracing::info!("working");
    jobs::worker::work(Arc::clone(&app), stop).await;
    bus.abort();
    keep_heads(&app).await;
    close(&app).await;
    Ok(())
}

async fn audit(config: Config, question: Audit) -> Result<(), String> {
    let app = start(config).await?;
    let outcome = match question {
        Audit::Verify { heads } => verify_audit(&app, heads).await,
        Audit::Head => print_heads(&app).await,
    };
    close(&app).await;
    outcome
}

async fn verify_audit(app: &App, kept: Option<PathBuf>) -> Result<(), String> {
    if let Some(named) = kept.as_deref().filter(|file| !file.exists()) {
        return Err(format!("{} is not there", named.display()));
    }
    let kept = kept.unwrap_or_else(|| audit::heads::file(&app.config));
    if !kept.exists() {
        show(&format!(
            "{} is not there: a cut end would not show.\n",
            kept.display()
        ));
    }
    let walked = audit::verify::verify(&app.db, &kept).await.map_err(said)?;
    let walked = walked.map_err(|broken| format!("the audit is broken: {broken}"))?;
    for book in walked {
        show(&format!(
            "{} book: {} records in the chain, {} older than it, {} kept heads agree; it ends with {}\n",
            book.book.name(),
            book.chained,
            book.older,
            book.compared,
            book.hash
        ));
    }
    show("The audit is whole.\n");
    Ok(())
}

async fn print_heads(app: &App) -> Result<(), String> {
    for head in audit::heads::now(app).await.map_err(said)? {
        let line = serde_json::to_string(&head).map_err(|e| e.to_string())?;
        show(&format!("{line}\n"));
    }
    Ok(())
}

async fn seed(config: Config, bulk: Option<u32>) -> Result<(), String> {
    if !config.local() {
        return Err(format!(
            "demonstration data has known passwords and is refused: PUBLIC_URL is {}, not this machine",
            config.public_url
        ));
    }
    let app = start(config).await?;
    app.migrate().await.map_err(said)?;
    let report = match bulk {
        Some(needs) => seeding::bulk(&app, needs).await.map_err(said)?,
        None => seeding::plant(&app).await.map_err(said)?,
    };
    show(&format!("{report}\n"));
    keep_heads(&app).await;
    close(&app).await;
    Ok(())
}

/// Turns true when the process is asked to end.
fn stop_signal() -> watch::Receiver<bool> {
    let (sender, receiver) = watch::channel(false);
    tokio::spawn(async move {
        let mut terminate =
            tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).ok();
        let terminated = async {
            match terminate.as_mut() {
                Some(signal) => signal.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated => {}
        }
        tracing::info!("stopping");
        let _ = sender.send(true);
    });
    receiver
}
