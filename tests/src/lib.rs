//! What every test starts from: an app on a database of its own, people, and their clients.
//!
//! ```text
//! on_both_databases!(a_draft_is_its_owners_alone, |app| {
//!     let officer = app.officer().await;
//!     let need = officer.draft_need(&app).await;
//!     app.visitor().refused("query($id: ID!) { need(id: $id) { id } }", json!({ "id": need }), "NOT_FOUND").await;
//! });
//! ```

pub mod agreeing;
mod authenticator;
mod client;
mod database;
mod everything;
mod identity;
mod introspection;
mod makers;
pub mod panel;
mod provider;
mod sink;
mod socket;
mod world;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use chrono::{DateTime, Duration, Utc};
use iforum::app::{App, Ctx};
use iforum::clock::Clock;
use iforum::config::Config;
use iforum::{http, jobs, mail, schema};

pub use authenticator::Device;
pub use client::{Answer, Client};
pub use database::{Kind, TestDatabase};
pub use identity::PASSWORD;
pub use introspection::{Field, Schema};
pub use makers::{content, pdf};
pub use provider::Provider;
pub use serde_json::{Map as JsonMap, Value, json};
pub use sink::Sink;
pub use socket::{Heard, Server, Socket};
pub use world::{SEALED, World};

/// Hears of every statement.
type Count = Box<dyn Fn(&sea_orm::metric::Info<'_>) + Send + Sync>;

/// The moment at which every test begins: a Sunday morning in Vietnam.
pub fn beginning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_312_800, 0).expect("a moment")
}

/// One app on one fresh database, with a clock that stands still.
pub struct TestApp {
    /// The app.
    pub app: Arc<App>,
    /// The router, asked in process.
    pub router: Router,
    database: TestDatabase,
    settings: Vec<(String, String)>,
}

impl TestApp {
    /// An app on a new database of this kind.
    pub async fn start(kind: Kind) -> Self {
        Self::configured(kind, &[]).await
    }

    /// As [`TestApp::start`], and a counter of the statements it sends to the database.
    pub async fn counted(kind: Kind) -> (Self, Arc<AtomicUsize>) {
        let statements = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&statements);
        let count = move |_: &sea_orm::metric::Info<'_>| {
            counter.fetch_add(1, Ordering::SeqCst);
        };
        (
            Self::build(kind, &[], Some(Box::new(count))).await,
            statements,
        )
    }

    /// As [`TestApp::start`], with settings as in the environment.
    pub async fn configured(kind: Kind, settings: &[(&str, &str)]) -> Self {
        Self::build(kind, settings, None).await
    }

    async fn build(kind: Kind, settings: &[(&str, &str)], count: Option<Count>) -> Self {
        let database = TestDatabase::new(kind).await;
        let folder = database.folder();
        let storage = format!("file://{}", folder.join("storage").display());
        let key_file = folder.join("jwt.key").display().to_string();
        let vault_file = folder.join("vault.key").display().to_string();
        let mut variables = vec![
            ("DATABASE_URL".to_owned(), database.url.clone()),
            ("STORAGE_URL".to_owned(), storage),
            ("JWT_KEY_FILE".to_owned(), key_file),
            ("VAULT_KEY_FILE".to_owned(), vault_file),
            // Tests move the clock by weeks; the one about expiry sets its own.
            ("SESSION_ACCESS_MINUTES".to_owned(), "5256000".to_owned()),
            ("SESSION_KEY_DAYS".to_owned(), "36500".to_owned()),
            ("SEARCH_FOLDER".to_owned(), String::new()),
            ("SEARCH_FOLLOW_MILLISECONDS".to_owned(), "0".to_owned()),
            (
                "WEB_ROOT".to_owned(),
                folder.join("web").display().to_string(),
            ),
        ];
        variables.extend(
            settings
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        );
        let settings = variables.clone();
        let config = Config::from_sources(None, variables).expect("a valid configuration");
        let mut db = iforum::db::connect(&database.url).await.expect("connected");
        if let Some(count) = count {
            db.set_metric_callback(count);
        }
        let app = App::on(config, Clock::frozen(beginning()), db).expect("an app");
        app.migrate().await.expect("migrated");
        let router = http::router(Arc::clone(&app), schema::build(&app.config));
        Self {
            app,
            router,
            database,
            settings,
        }
    }

    /// Where its database is, for a second process.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// What it was configured with, for a second process.
    pub fn settings(&self) -> &[(String, String)] {
        &self.settings
    }

    /// The product itself.
    pub fn system(&self) -> Ctx {
        Ctx::system(Arc::clone(&self.app))
    }

    /// Runs every job that is due, and those that follow from them.
    pub async fn run_jobs(&self) -> usize {
        jobs::worker::run_due(&self.app).await.expect("jobs run")
    }

    /// Lets time pass, then runs what fell due.
    pub async fn later(&self, by: Duration) {
        self.app.clock.advance(by);
        self.run_jobs().await;
    }

    /// Emails to an address so far, oldest first, as (template, subject, text).
    pub async fn mails_to(&self, address: &str) -> Vec<(String, String, String)> {
        let mut mails = mail::store::latest(&self.app.db, 1000)
            .await
            .expect("mails");
        mails.reverse();
        mails
            .into_iter()
            .filter(|mail| mail.to_address == address)
            .map(|mail| (mail.template, mail.subject, mail.text_body))
            .collect()
    }

    /// Templates of the emails to an address so far, oldest first.
    pub async fn templates_to(&self, address: &str) -> Vec<String> {
        self.mails_to(address)
            .await
            .into_iter()
            .map(|(template, ..)| template)
            .collect()
    }

    /// Number of rows of a table.
    pub async fn rows(&self, table: &str) -> i64 {
        self.count(table, "1 = 1").await
    }

    /// Number of rows of a table for which a condition of SQL holds.
    pub async fn count(&self, table: &str, condition: &str) -> i64 {
        use sea_orm::{ConnectionTrait, Statement};
        let sql = format!("SELECT COUNT(*) AS n FROM \"{table}\" WHERE {condition}");
        let statement = Statement::from_string(self.app.db.get_database_backend(), sql);
        let row = self
            .app
            .db
            .query_one_raw(statement)
            .await
            .expect("counted")
            .expect("a row");
        row.try_get("", "n").expect("a number")
    }

    /// A test that ends with unrun jobs has not looked at what follows.
    pub async fn end(self) {
        let waiting = jobs::waiting_kinds(&self.app.db, self.app.clock.now()).await;
        assert_eq!(
            waiting.expect("jobs"),
            Vec::<String>::new(),
            "jobs were left unrun"
        );
        let _ = self.app.db.clone().close().await;
        self.database.drop_now().await;
    }
}

/// Declares one test that runs on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both_databases {
    ($(#[$meta:meta])* $name:ident, |$app:ident| $body:block) => {
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "tests share their file's imports")]
            use super::*;

            async fn story($app: &$crate::TestApp) $body

            #[tokio::test]
            async fn sqlite() {
                let app = $crate::TestApp::start($crate::Kind::Sqlite).await;
                story(&app).await;
                app.end().await;
            }

            #[tokio::test]
            async fn postgres() {
                let app = $crate::TestApp::start($crate::Kind::Postgres).await;
                story(&app).await;
                app.end().await;
            }
        }
    };
}
