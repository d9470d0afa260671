//! The database: connect, begin, and the transaction that carries what follows a commit.

use std::time::Duration;

use async_trait::async_trait;
use sea_orm::sea_query::LockType;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, ExecResult, IsolationLevel, QueryResult, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::sync::Mutex;

use crate::audit;
use crate::error::Result;
use crate::events::{Bus, Event};

/// Connections kept open; SQLite gains nothing from more than a few.
const SQLITE_CONNECTIONS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 16;

/// Opens a pool on `url`; an SQLite file and its folder are made when absent.
pub async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let sqlite = url.starts_with("sqlite:");
    if sqlite {
        make_folder(url)?;
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(if sqlite {
            SQLITE_CONNECTIONS
        } else {
            POSTGRES_CONNECTIONS
        })
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire_if_idle_for(Duration::from_secs(5))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|o| {
            o.create_if_missing(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                // FULL: an acknowledged change is on the disk, power cut or not.
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
        });
    Database::connect(options).await
}

fn make_folder(url: &str) -> Result<(), DbErr> {
    let path = url.trim_start_matches("sqlite:").trim_start_matches("//");
    let path = path.split('?').next().unwrap_or_default();
    match std::path::Path::new(path).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|e| DbErr::Custom(format!("cannot make {}: {e}", folder.display()))),
        _ => Ok(()),
    }
}

/// Whatever answers queries: the pool, or a transaction.
pub use sea_orm::ConnectionTrait as Connection;

/// Brings the tables up to date.
pub async fn migrate(db: &DatabaseConnection) -> Result<(), DbErr> {
    migrations::Migrator::up(db, None).await
}

/// True when no migration waits; asks without the right to change tables.
pub async fn current(db: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(migrations::Migrator::get_pending_migrations_read_only(db)
        .await?
        .is_empty())
}

/// A write transaction: short, committed by [`Txn::commit`], rolled back when dropped.
///
/// What should be heard after the commit is handed to [`Txn::publish`], what is to be on record to
/// [`Txn::record`].
pub struct Txn {
    inner: DatabaseTransaction,
    bus: Bus,
    events: Mutex<Vec<Event>>,
    records: Mutex<Vec<audit::entity::Model>>,
}

/// Begins a write transaction.
///
/// On SQLite it is `IMMEDIATE`: a deferred one that reads, then writes, loses against another
/// such with "database is locked" (99 of 100 did in a trial); immediate ones queue.
pub async fn begin(db: &DatabaseConnection, bus: &Bus) -> Result<Txn> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let inner = db.begin_with_options(options).await?;
    Ok(Txn {
        inner,
        bus: bus.clone(),
        events: Mutex::default(),
        records: Mutex::default(),
    })
}

/// Begins to read one moment of the database, however long it takes and whatever is written meanwhile.
pub async fn snapshot(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = match db.get_database_backend() {
        DbBackend::Postgres => TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        },
        // With a write-ahead log every transaction of SQLite that only reads is such a moment.
        _ => TransactionOptions::default(),
    };
    Ok(db.begin_with_options(options).await?)
}

impl Txn {
    /// To be heard by subscribers once this transaction is committed, and not otherwise.
    pub fn publish(&self, event: Event) {
        self.events
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(event);
    }

    /// To be on record once this transaction is committed, and not otherwise.
    pub fn record(&self, row: audit::entity::Model) {
        self.records
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .push(row);
    }

    /// Commits, then tells the subscribers: here on SQLite, through `NOTIFY` on PostgreSQL.
    ///
    /// The audit's chain is lengthened last of all: its end is locked for the commit alone.
    pub async fn commit(self) -> Result<()> {
        let records = self
            .records
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let events = self
            .events
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        self.bus.notify_in(&self.inner, &events).await?;
        audit::store::append(&self.inner, records).await?;
        self.inner.commit().await?;
        self.bus.committed(events);
        Ok(())
    }
}

#[async_trait]
impl ConnectionTrait for Txn {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, stmt: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(stmt).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, stmt: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(stmt).await
    }

    async fn query_all_raw(&self, stmt: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(stmt).await
    }
}

/// True when the error says that a unique index already holds the value.
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
    )
}

/// Locks what a query reads until the transaction ends; SQLite's IMMEDIATE already does.
///
/// `NO KEY UPDATE`: two holders exclude each other, but a row that only refers to the locked one
/// is inserted without waiting. With the stronger lock a need and an offer that are ranked at once
/// wait for each other, and a rival's draft would feel that another is being submitted.
pub fn for_update<E: sea_orm::EntityTrait>(
    query: sea_orm::Select<E>,
    db: &impl ConnectionTrait,
) -> sea_orm::Select<E> {
    use sea_orm::QuerySelect;
    match db.get_database_backend() {
        DbBackend::Postgres => query.lock(LockType::NoKeyUpdate),
        _ => query,
    }
}

/// Lets one transaction at a time act on a topic that has no row to lock; the others wait until it
/// ends. SQLite's IMMEDIATE already does.
pub async fn alone(txn: &Txn, topic: &str) -> Result<()> {
    use sha2::{Digest, Sha256};
    if txn.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let digest = Sha256::digest(topic);
    let mut key = [0; 8];
    key.copy_from_slice(&digest[..8]);
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_advisory_xact_lock($1)",
        [i64::from_be_bytes(key).into()],
    );
    txn.execute_raw(statement).await?;
    Ok(())
}
/// Pairs by their first.
pub fn grouped<K: std::hash::Hash + Eq, V>(
    pairs: Vec<(K, V)>,
) -> std::collections::HashMap<K, Vec<V>> {
    let mut groups: std::collections::HashMap<K, Vec<V>> = std::collections::HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}
