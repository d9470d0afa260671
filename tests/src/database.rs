//! A database of one's own: a file in a temporary folder, or a copy of a migrated template.

use std::path::{Path, PathBuf};

use iforum::places::Gazetteer;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use tempfile::TempDir;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The embedded default.
    Sqlite,
    /// Production.
    Postgres,
}

/// A fresh database; gone when the test has ended.
pub struct TestDatabase {
    /// As in DATABASE_URL.
    pub url: String,
    folder: TempDir,
    postgres: Option<String>,
}

/// Key of the lock under which one process makes the template.
const TEMPLATE_LOCK: i64 = 7_041_200;

impl TestDatabase {
    /// A new one.
    pub async fn new(kind: Kind) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        match kind {
            Kind::Sqlite => {
                let file = folder.path().join("test.db");
                std::fs::copy(template_file().await, &file).expect("copied");
                Self {
                    url: format!("sqlite://{}", file.display()),
                    folder,
                    postgres: None,
                }
            }
            Kind::Postgres => {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "a name among all test processes'"
                )]
                let name = format!("t_{}", uuid::Uuid::now_v7().simple());
                let template = template().await;
                let mut connection = server().await;
                run(
                    &mut connection,
                    format!("CREATE DATABASE {name} TEMPLATE {template}"),
                )
                .await;
                Self {
                    url: url_of(&name),
                    folder,
                    postgres: Some(name),
                }
            }
        }
    }

    /// An empty one, not migrated.
    pub async fn empty(kind: Kind) -> Self {
        let database = Self::new(kind).await;
        if let Some(name) = &database.postgres {
            let mut connection = server().await;
            run(&mut connection, format!("DROP DATABASE {name}")).await;
            run(&mut connection, format!("CREATE DATABASE {name}")).await;
        } else {
            std::fs::remove_file(database.folder.path().join("test.db")).expect("removed");
        }
        database
    }

    /// A folder that goes with the database.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Drops a PostgreSQL database; a failed test leaves its own for a look.
    pub async fn drop_now(&self) {
        if let Some(name) = &self.postgres {
            let mut connection = server().await;
            run(
                &mut connection,
                format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            )
            .await;
        }
    }
}

async fn run(connection: &mut PgConnection, sql: String) {
    connection
        .execute(AssertSqlSafe(sql.clone()))
        .await
        .unwrap_or_else(|e| panic!("{sql}: {e}"));
}

fn server_url() -> String {
    std::env::var("TEST_POSTGRES_URL").expect(
        "TEST_POSTGRES_URL names a PostgreSQL server for tests; `make test-rust` starts one",
    )
}

fn url_of(name: &str) -> String {
    let url = server_url();
    let (head, query) = url
        .split_once('?')
        .map_or((url.as_str(), ""), |(head, query)| (head, query));
    let host = head.rsplit_once('/').map_or(head, |(host, _)| host);
    if query.is_empty() {
        format!("{host}/{name}")
    } else {
        format!("{host}/{name}?{query}")
    }
}

async fn server() -> PgConnection {
    let options: PgConnectOptions = server_url()
        .parse()
        .expect("TEST_POSTGRES_URL is an address");
    options
        .connect()
        .await
        .expect("the PostgreSQL server of the tests answers")
}

/// Migrates a database and gives it the reference data.
async fn fill(url: &str) {
    let db = iforum::db::connect(url).await.expect("connected");
    iforum::db::migrate(&db).await.expect("migrated");
    iforum::places::store::sync(&db, &Gazetteer::built_in())
        .await
        .expect("places");
    iforum::domains::store::sync(&db, &iforum::domains::Taxonomy::built_in())
        .await
        .expect("domains");
    db.close().await.expect("closed");
}

/// As [`template`], a file beside the test programs. Two that make it at once make the same.
async fn template_file() -> PathBuf {
    let program = std::env::current_exe().expect("a program");
    let folder = program.parent().expect("a folder");
    let file = folder.join(format!("template_{:016x}.db", fingerprint()));
    if !file.exists() {
        let making = tempfile::tempdir_in(folder).expect("a temporary folder");
        let making = making.path().join("template.db");
        fill(&format!("sqlite://{}", making.display())).await;
        std::fs::rename(&making, &file).expect("renamed");
    }
    file
}

/// A migrated database with the reference data, made once per state of the migrations.
async fn template() -> String {
    let name = format!("template_{:016x}", fingerprint());
    let mut connection = server().await;
    run(
        &mut connection,
        format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"),
    )
    .await;
    let there: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_optional(&mut connection)
        .await
        .expect("asked");
    if there.is_none() {
        let making = format!("{name}_making");
        run(
            &mut connection,
            format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)"),
        )
        .await;
        run(&mut connection, format!("CREATE DATABASE {making}")).await;
        fill(&url_of(&making)).await;
        run(
            &mut connection,
            format!("ALTER DATABASE {making} RENAME TO {name}"),
        )
        .await;
    }
    run(
        &mut connection,
        format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})"),
    )
    .await;
    name
}

/// Changes whenever a migration or the reference data does.
fn fingerprint() -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace");
    let mut hasher = DefaultHasher::new();
    for folder in ["migrations/src", "backend/data"] {
        let mut files: Vec<_> = std::fs::read_dir(root.join(folder))
            .expect("a folder of the workspace")
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .collect();
        files.sort();
        for file in files {
            std::fs::read(&file).unwrap_or_default().hash(&mut hasher);
        }
    }
    hasher.finish()
}
