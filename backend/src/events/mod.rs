//! What subscribers hear: in this process on SQLite, through LISTEN/NOTIFY on PostgreSQL,
//! so that an event on one server reaches a subscriber on another.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, broadcast};

use crate::error::Result;
use crate::ids::{MatchId, UserId};
use crate::sessions::viewers::Viewers;

/// Name of the PostgreSQL channel.
const CHANNEL: &str = "iforum";
/// Events a slow subscriber may lag behind before it misses some.
const BACKLOG: usize = 1024;

/// Something changed. It carries ids alone: each subscriber reads the row with its own eyes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A match was made or moved on.
    MatchChanged(MatchId),
    /// What a person may do, or where she is signed in, changed.
    ViewerChanged(UserId),
    /// There is a job to do.
    Work,
}

/// The bus of one process.
#[derive(Clone)]
pub struct Bus {
    sender: broadcast::Sender<Event>,
    work: Arc<Notify>,
    /// Whom sessions belong to; kept here because it lives by what is heard.
    pub viewers: Arc<Viewers>,
    /// True while PostgreSQL brings us every event, our own included.
    listening: Arc<AtomicBool>,
}

impl Default for Bus {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(BACKLOG).0,
            work: Arc::default(),
            viewers: Arc::default(),
            listening: Arc::default(),
        }
    }
}

impl Bus {
    /// Events from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.sender.subscribe()
    }

    /// Waits until there may be a job to do.
    pub async fn work(&self) {
        self.work.notified().await;
    }

    /// Hands the events to PostgreSQL inside the transaction: they go out if it commits.
    pub(crate) async fn notify_in(
        &self,
        txn: &impl ConnectionTrait,
        events: &[Event],
    ) -> Result<()> {
        if txn.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        for event in events {
            let text = serde_json::to_string(event).unwrap_or_default();
            let statement = Statement::from_sql_and_values(
                DbBackend::Postgres,
                "SELECT pg_notify($1, $2)",
                [CHANNEL.into(), text.into()],
            );
            txn.execute_raw(statement).await?;
        }
        Ok(())
    }

    /// After a commit: tells this process, unless PostgreSQL will.
    pub(crate) fn committed(&self, events: Vec<Event>) {
        // The worker here may start at once; a second ring through PostgreSQL does no harm.
        for event in &events {
            match event {
                Event::Work => self.work.notify_one(),
                // At once, not when PostgreSQL has told us.
                Event::ViewerChanged(user) => self.viewers.forget(*user),
                Event::MatchChanged(_) => {}
            }
        }
        if !self.listens() {
            for event in events {
                self.deliver(event);
            }
        }
    }

    /// Says something to this process alone.
    pub fn ring(&self, event: Event) {
        self.deliver(event);
    }

    fn deliver(&self, event: Event) {
        match &event {
            Event::Work => self.work.notify_one(),
            Event::ViewerChanged(user) => self.viewers.forget(*user),
            Event::MatchChanged(_) => {}
        }
        // No subscriber is no error.
        let _ = self.sender.send(event);
    }

    /// True while PostgreSQL brings us what happens on other processes.
    pub fn listens(&self) -> bool {
        self.listening.load(Ordering::SeqCst)
    }

    /// Listens to the other processes of a PostgreSQL installation until the connection is
    /// dropped; reconnects by itself. On SQLite it returns at once.
    pub async fn listen(self, db: DatabaseConnection) {
        if db.get_database_backend() != DbBackend::Postgres {
            return;
        }
        loop {
            let pool = db.get_postgres_connection_pool();
            match sqlx::postgres::PgListener::connect_with(pool).await {
                Ok(mut listener) => {
                    if listener.listen(CHANNEL).await.is_ok() {
                        // Whatever happened before, we did not hear.
                        self.viewers.forget_all();
                        self.listening.store(true, Ordering::SeqCst);
                        while let Ok(notification) = listener.recv().await {
                            if let Ok(event) = serde_json::from_str(notification.payload()) {
                                self.deliver(event);
                            }
                        }
                    }
                }
                Err(error) => tracing::warn!(%error, "cannot listen to PostgreSQL"),
            }
            self.listening.store(false, Ordering::SeqCst);
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
    }
}
