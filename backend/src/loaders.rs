//! Batch by id, per request: however many rows a list has, each kind of neighbour is one statement.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, Loader};

use crate::accounts::{self, User};
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids::{MatchId, NeedId, OfferId, OrganizationId, UserId};
use crate::matches::{self, Match};
use crate::moderation;
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Organization};

/// How long a batch gathers ids. The library's millisecond is two thirds of a list's time; with
/// none at all batches fall apart (measured: docs/performance.md).
const GATHER: Duration = Duration::from_micros(100);

/// Reads rows by id; each `impl Loader` below says which.
#[derive(Clone)]
struct Rows(Arc<App>);

/// The loaders of one request.
pub struct Loaders(DataLoader<Rows>);

/// The loaders of this request.
pub fn loaders<'a>(gql: &Context<'a>) -> &'a Loaders {
    gql.data_unchecked::<Loaders>()
}

macro_rules! key {
    ($(#[$doc:meta])* $name:ident($id:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        struct $name($id);
    };
}

key!(/// Domain codes of a need.
    NeedDomains(NeedId));
key!(/// Domain codes of an offer.
    OfferDomains(OfferId));
key!(/// Places of an offer.
    OfferPlaces(OfferId));
key!(/// Last review of a need.
    NeedReview(NeedId));
key!(/// Last review of an offer.
    OfferReview(OfferId));
key!(/// Those who answer for an organisation.
    Writers(OrganizationId));

fn by<K: Hash + Eq, V>(rows: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, V> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

fn grouped<I, K: Hash + Eq, V>(
    pairs: Vec<(I, V)>,
    key: impl Fn(I) -> K,
) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (id, value) in pairs {
        groups.entry(key(id)).or_default().push(value);
    }
    groups
}

macro_rules! loader {
    ($key:ty => $value:ty, |$db:ident, $keys:ident| $body:expr) => {
        impl Loader<$key> for Rows {
            type Value = $value;
            type Error = Error;

            async fn load(&self, $keys: &[$key]) -> Result<HashMap<$key, $value>> {
                let $db = &self.0.db;
                Ok($body)
            }
        }
    };
}

loader!(UserId => User, |db, keys| by(accounts::store::find_many(db, keys).await?, |row| row.id));
loader!(OrganizationId => Organization, |db, keys| {
    by(organizations::store::find_many(db, keys).await?, |row| row.id)
});
loader!(NeedId => Need, |db, keys| by(needs::store::find_many(db, keys).await?, |row| row.id));
loader!(OfferId => Offer, |db, keys| by(offers::store::find_many(db, keys).await?, |row| row.id));
loader!(MatchId => Match, |db, keys| {
    by(matches::store::find_many(db, keys).await?, |row| row.id)
});
loader!(NeedDomains => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(needs::store::domains_of(db, &ids).await?, NeedDomains)
});
loader!(OfferDomains => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(offers::store::domains_of(db, &ids).await?, OfferDomains)
});
loader!(OfferPlaces => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(offers::store::coverage_of(db, &ids).await?, OfferPlaces)
});
loader!(NeedReview => moderation::entity::Model, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = moderation::store::of_needs(db, &ids).await?;
    rows.into_iter().filter_map(|row| Some((NeedReview(row.need_id?), row))).collect()
});
loader!(OfferReview => moderation::entity::Model, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = moderation::store::of_offers(db, &ids).await?;
    rows.into_iter().filter_map(|row| Some((OfferReview(row.offer_id?), row))).collect()
});
loader!(Writers => Vec<User>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(organizations::store::writers_of(db, &ids).await?, Writers)
});

impl Loaders {
    /// Fresh loaders for one request: nothing of one viewer is left for another.
    pub fn new(app: Arc<App>) -> Self {
        Self(DataLoader::new(Rows(app), tokio::spawn).delay(GATHER))
    }

    /// An organisation that something refers to.
    pub async fn organization(&self, id: OrganizationId) -> Result<Organization> {
        self.there(id).await
    }

    /// A person that something refers to.
    pub async fn user(&self, id: UserId) -> Result<User> {
        self.there(id).await
    }

    /// A need that something the viewer sees refers to.
    pub async fn need(&self, id: NeedId) -> Result<Need> {
        self.there(id).await
    }

    /// An offer that something the viewer sees refers to.
    pub async fn offer(&self, id: OfferId) -> Result<Offer> {
        self.there(id).await
    }

    /// A match that something the viewer sees refers to.
    pub async fn found_match(&self, id: MatchId) -> Result<Match> {
        self.there(id).await
    }

    /// Domain codes of a need.
    pub async fn need_domains(&self, id: NeedId) -> Result<Vec<String>> {
        Ok(self.0.load_one(NeedDomains(id)).await?.unwrap_or_default())
    }

    /// Domain codes of an offer.
    pub async fn offer_domains(&self, id: OfferId) -> Result<Vec<String>> {
        Ok(self.0.load_one(OfferDomains(id)).await?.unwrap_or_default())
    }

    /// Places of an offer.
    pub async fn offer_places(&self, id: OfferId) -> Result<Vec<String>> {
        Ok(self.0.load_one(OfferPlaces(id)).await?.unwrap_or_default())
    }

    /// The last decided review of a need.
    pub async fn need_review(&self, id: NeedId) -> Result<Option<moderation::entity::Model>> {
        self.0.load_one(NeedReview(id)).await
    }

    /// The last decided review of an offer.
    pub async fn offer_review(&self, id: OfferId) -> Result<Option<moderation::entity::Model>> {
        self.0.load_one(OfferReview(id)).await
    }

    /// Those who answer for an organisation.
    pub async fn writers(&self, id: OrganizationId) -> Result<Vec<User>> {
        Ok(self.0.load_one(Writers(id)).await?.unwrap_or_default())
    }

    async fn there<K>(&self, id: K) -> Result<<Rows as Loader<K>>::Value>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Rows: Loader<K, Error = Error>,
    {
        let found = self.0.load_one(id).await?;
        found.ok_or_else(|| Error::internal("a reference to something that is not there"))
    }
}
