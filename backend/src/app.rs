//! [`App`], what the process has, and [`Ctx`], the app with a viewer: the only two things that
//! are handed around.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseConnection;
use secrecy::ExposeSecret;

use crate::audit::heads::Kept;
use crate::clock::Clock;
use crate::config::Config;
use crate::credentials::{Passkeys, Passwords};
use crate::db::{self, Txn};
use crate::domains::Taxonomy;
use crate::engine;
use crate::error::{Error, Result};
use crate::events::{Bus, Event};
use crate::ids::{Ids, SessionId, UserId};
use crate::jobs::{self, Job};
use crate::limits;
use crate::mail::Mailer;
use crate::market::Market;
use crate::oidc::client::Provider;
use crate::places::Gazetteer;
use crate::policy::{Access, Action, Decision, Person, Viewer, decide};
use crate::search::follower::Follower;
use crate::sessions::tokens::Tokens;
use crate::sessions::viewers::{Before, Ticket};
use crate::text::Locale;
use crate::vault::Vault;

/// Everything one process has.
pub struct App {
    /// Settings.
    pub config: Config,
    /// Connection pool.
    pub db: DatabaseConnection,
    /// Subscribers and the worker's bell.
    pub bus: Bus,
    /// Time.
    pub clock: Clock,
    /// New ids and secrets.
    pub ids: Ids,
    /// Places.
    pub gazetteer: Gazetteer,
    /// Domains.
    pub taxonomy: Taxonomy,
    /// The sentence model, if one is configured.
    pub model: engine::model::Holder,
    /// What the engine knows of the world.
    pub known: engine::Known,
    /// What is on the market, ready to be matched.
    pub market: Market,
    /// The search index of this process.
    pub search: Follower,
    /// The way mail goes out.
    pub mailer: Mailer,
    /// Access tokens.
    pub tokens: Tokens,
    /// Password hashing.
    pub passwords: Passwords,
    /// Passkeys.
    pub passkeys: Passkeys,
    /// The other provider that signs people in, if one is configured.
    pub provider: Option<Provider>,
    /// What lies sealed, and what is proven without being stored.
    pub vault: Vault,
    /// Rate limits that this process counts by itself.
    pub local_limits: limits::Local,
    /// The ends of the audit's chains as this process kept them last.
    pub kept_heads: Kept,
}

impl App {
    /// Connects and builds everything; does not migrate.
    pub async fn start(config: Config, clock: Clock) -> Result<Arc<Self>> {
        let db = db::connect(config.database_url.expose_secret()).await?;
        Self::on(config, clock, db)
    }

    /// As [`App::start`], on a pool that is already open.
    pub fn on(config: Config, clock: Clock, db: DatabaseConnection) -> Result<Arc<Self>> {
        let gazetteer = Gazetteer::built_in();
        let taxonomy = Taxonomy::built_in();
        Ok(Arc::new(Self {
            ids: Ids::new(clock.clone()),
            model: engine::model::Holder::default(),
            known: engine::Known::built_in(&gazetteer, &taxonomy),
            market: Market::default(),
            search: Follower::default(),
            mailer: Mailer::from_config(&config)?,
            tokens: Tokens::from_config(&config, clock.clone())?,
            passwords: Passwords::new(config.limits.password_hashes)?,
            passkeys: Passkeys::from_config(&config)?,
            provider: Provider::from_config(&config)?,
            vault: Vault::from_config(&config)?,
            local_limits: limits::Local::default(),
            kept_heads: Kept::default(),
            bus: Bus::default(),
            config,
            db,
            clock,
            gazetteer,
            taxonomy,
        }))
    }

    /// Brings tables and reference data up to date.
    pub async fn migrate(&self) -> Result<()> {
        db::migrate(&self.db).await?;
        crate::places::store::sync(&self.db, &self.gazetteer).await?;
        crate::domains::store::sync(&self.db, &self.taxonomy).await?;
        crate::organizations::service::fill_name_keys(self).await?;
        crate::proposals::sealing::seal_legacy(self).await
    }
}

impl App {
    /// Whom a ticket belongs to, if it is remembered.
    pub fn recall(&self, ticket: &Ticket) -> Option<Viewer> {
        let seconds = self.config.session.remember_seconds;
        self.hears_changes()
            .then(|| self.bus.viewers.recall(ticket, self.clock.now(), seconds))
            .flatten()
    }

    /// Remembers whom a ticket belongs to.
    pub fn keep(&self, ticket: Ticket, viewer: &Viewer, before: Before) {
        let now = self.clock.now();
        self.bus.viewers.keep(ticket, viewer.clone(), before, now);
    }

    /// Would we hear of it if another process changed something?
    fn hears_changes(&self) -> bool {
        use sea_orm::DbBackend;
        self.db.get_database_backend() != DbBackend::Postgres || self.bus.listens()
    }
}

/// A request or a job: the app and who is looking.
#[derive(Clone)]
pub struct Ctx {
    /// Everything the process has.
    pub app: Arc<App>,
    /// Who is looking.
    pub viewer: Viewer,
    /// The reader's language.
    pub locale: Locale,
    /// What the request brought along beside its token.
    pub client: Client,
}

/// What a request brings along.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// By what the person came.
    pub ticket: Option<Ticket>,
    /// The refresh cookie.
    pub refresh_token: Option<String>,
    /// The cookie by which the browser is known again.
    pub device_token: Option<String>,
    /// Network address; an IPv6 one stands for its /64.
    pub address: String,
    /// The browser's description of itself, cut to 200 characters.
    pub user_agent: Option<String>,
}

impl Ctx {
    /// The product itself, for jobs and seeds.
    pub fn system(app: Arc<App>) -> Self {
        Self {
            app,
            viewer: Viewer::System,
            locale: Locale::Vi,
            client: Client::default(),
        }
    }

    /// Somebody, in the given language.
    pub fn new(app: Arc<App>, viewer: Viewer, locale: Locale) -> Self {
        Self {
            app,
            viewer,
            locale,
            client: Client::default(),
        }
    }

    /// The present.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Begins a write transaction; see [`db::begin`].
    pub async fn begin(&self) -> Result<Txn> {
        db::begin(&self.app.db, &self.app.bus).await
    }

    /// The person, if she is here herself: a program's token may not touch accounts.
    pub fn in_person(&self) -> Result<&Person> {
        let person = self.viewer.person().ok_or_else(Error::unauthenticated)?;
        match person.access {
            Access::Session { .. } => Ok(person),
            Access::Token(_) => Err(Error::forbidden()),
        }
    }

    /// The account and session that ask.
    pub fn session(&self) -> Result<(UserId, SessionId)> {
        let person = self.in_person()?;
        match person.access {
            Access::Session { id, .. } => Ok((person.id, id)),
            Access::Token(_) => Err(Error::forbidden()),
        }
    }

    /// The person, if she proved a moment ago that it is her.
    pub fn confirmed(&self) -> Result<&Person> {
        let person = self.in_person()?;
        if self.confirmed_until().is_some() {
            Ok(person)
        } else {
            Err(Error::identity_unconfirmed())
        }
    }

    /// Until when the person counts as having proven a moment ago that it is her.
    pub fn confirmed_until(&self) -> Option<DateTime<Utc>> {
        let patience = chrono::Duration::minutes(self.app.config.session.confirmed_minutes);
        match self.viewer.person()?.access {
            Access::Session { confirmed_at, .. } => {
                Some(confirmed_at + patience).filter(|until| self.now() < *until)
            }
            Access::Token(_) => None,
        }
    }

    /// Goes on when the policy allows the action.
    pub fn authorize(&self, action: Action<'_>) -> Result<()> {
        match decide(&self.viewer, action) {
            Decision::Allow => Ok(()),
            Decision::Forbid => Err(Error::forbidden()),
            Decision::Hide => Err(Error::not_found()),
            Decision::SignIn => Err(Error::unauthenticated()),
        }
    }

    /// True when the policy allows the action.
    pub fn may(&self, action: Action<'_>) -> bool {
        decide(&self.viewer, action) == Decision::Allow
    }

    /// Puts a job beside the change that asks for it.
    pub async fn enqueue<J: Job>(&self, txn: &Txn, job: &J) -> Result<()> {
        jobs::enqueue(self, txn, job, self.now()).await?;
        txn.publish(Event::Work);
        Ok(())
    }

    /// As [`Ctx::enqueue`], to be run at a later moment.
    pub async fn enqueue_at<J: Job>(&self, txn: &Txn, job: &J, at: DateTime<Utc>) -> Result<()> {
        jobs::enqueue(self, txn, job, at).await
    }
}

impl Ctx {
    /// The same request as seen by somebody else.
    #[must_use]
    pub fn with_viewer(self, viewer: Viewer) -> Self {
        Self { viewer, ..self }
    }
}
