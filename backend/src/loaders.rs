//! Batch by id, per request: however many rows a list has, each kind of neighbour is one statement.
//!
//! A list looks ahead at what its items will be asked for and fetches their neighbours before they
//! are resolved ([`Listed`]); what nobody foresaw is gathered by the data loader.

mod agreements_ahead;
mod consortia_ahead;
mod joint_calls_ahead;
mod replies_ahead;
mod sealed_ahead;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use async_graphql::{Context, Lookahead, OutputType};

use crate::accounts::{self, User};
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids::{
    JointCallId, MatchId, NeedId, OfferId, OrganizationId, ResearcherId, ReviewId, UserId,
};
use crate::joint_calls::{self, JointCall};
use crate::matches::{self, Match};
use crate::moderation;
use crate::needs::{self, Need};
use crate::offers::{self, Offer};
use crate::organizations::{self, Membership, Organization};
use crate::portfolio::{self, Certificate, Reference};
use crate::researchers;
use crate::staff::{self, store::Presence};

/// How long a batch gathers ids. The library's millisecond is two thirds of a list's time; with
/// none at all batches fall apart (measured: docs/performance.md).
const GATHER: Duration = Duration::from_micros(100);

/// Reads rows by id; each `impl Loader` below says which.
#[derive(Clone)]
struct Rows(Arc<App>);

/// The loaders of one request.
pub struct Loaders(DataLoader<Rows, HashMapCache>);

/// A GraphQL object that stands in lists.
pub trait Listed: OutputType + Sized {
    /// The row it shows.
    type Row;

    /// The object of a row.
    fn of(row: Self::Row) -> Self;

    /// Fetches what the rows' objects will be asked for, one statement a kind.
    fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> impl Future<Output = Result<()>> + Send;
}

/// What a query asks of the objects it is about to get.
pub struct Ahead<'a>(Vec<Lookahead<'a>>);

impl<'a> Ahead<'a> {
    /// Of the items of the connection that is being resolved.
    pub fn of_list(gql: &'a Context<'a>) -> Self {
        let list = gql.look_ahead();
        Self(vec![list.field("nodes"), list.field("edges").field("node")])
    }

    /// Of the object in this field.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        Self(self.0.iter().map(|ahead| ahead.field(name)).collect())
    }

    /// True when the field is asked for.
    pub fn asks(&self, name: &str) -> bool {
        self.0.iter().any(|ahead| ahead.field(name).exists())
    }
}

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
key!(/// Needs of a joint call.
    JointCallParts(JointCallId));
key!(/// The agreed joint call of a need.
    AgreedCall(NeedId));
key!(/// Whether a need has criteria.
    HasCriteria(NeedId));
key!(/// Last review of a need.
    NeedReview(NeedId));
key!(/// Last review of an offer.
    OfferReview(OfferId));
key!(/// Those who answer for an organisation.
    Writers(OrganizationId));
key!(/// Domain codes of an organisation.
    OrganizationDomains(OrganizationId));
key!(/// Certificates of an organisation.
    Certificates(OrganizationId));
key!(/// References of an organisation.
    References(OrganizationId));
key!(/// Domain codes of a researcher.
    ResearcherDomains(ResearcherId));
key!(/// Languages of a researcher.
    ResearcherLanguages(ResearcherId));
key!(/// Memberships of a person.
    Memberships(UserId));
key!(/// What is known of how a person signs in.
    PresenceOf(UserId));
key!(/// The appeal against a decision.
    AppealOf(ReviewId));

fn by<K: Hash + Eq, V>(rows: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, V> {
    rows.into_iter().map(|row| (key(&row), row)).collect()
}

/// Every key has an entry, if an empty one: what is not there is then known as well.
fn grouped<I, K: Hash + Eq + Copy, V>(
    keys: &[K],
    pairs: Vec<(I, V)>,
    key: impl Fn(I) -> K,
) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = keys.iter().map(|key| (*key, Vec::new())).collect();
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
    grouped(keys, needs::store::domains_of(db, &ids).await?, NeedDomains)
});
loader!(JointCallParts => Vec<joint_calls::Part>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = joint_calls::store::parts_of(db, &ids).await?;
    let pairs = rows.into_iter().map(|row| (row.joint_call_id, row)).collect();
    grouped(keys, pairs, JointCallParts)
});
loader!(AgreedCall => Option<JointCall>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let mut found: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
    let rows = joint_calls::store::agreed_of(db, &ids).await?;
    found.extend(rows.into_iter().map(|(need, call)| (AgreedCall(need), Some(call))));
    found
});
loader!(HasCriteria => bool, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let with = crate::evaluations::store::with_criteria(db, &ids).await?;
    keys.iter().map(|key| (*key, with.contains(&key.0))).collect()
});
loader!(OfferDomains => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, offers::store::domains_of(db, &ids).await?, OfferDomains)
});
loader!(OfferPlaces => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, offers::store::coverage_of(db, &ids).await?, OfferPlaces)
});
loader!(NeedReview => Option<moderation::entity::Model>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = moderation::store::of_needs(db, &ids).await?;
    let mut last: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
    last.extend(rows.into_iter().filter_map(|row| Some((NeedReview(row.need_id?), Some(row)))));
    last
});
loader!(OfferReview => Option<moderation::entity::Model>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = moderation::store::of_offers(db, &ids).await?;
    let mut last: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
    last.extend(rows.into_iter().filter_map(|row| Some((OfferReview(row.offer_id?), Some(row)))));
    last
});
loader!(Writers => Vec<User>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, organizations::store::writers_of(db, &ids).await?, Writers)
});

loader!(OrganizationDomains => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, organizations::store::domains_of(db, &ids).await?, OrganizationDomains)
});
loader!(Certificates => Vec<Certificate>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = portfolio::store::certificates_of(db, &ids).await?;
    grouped(keys, rows.into_iter().map(|row| (row.organization_id, row)).collect(), Certificates)
});
loader!(References => Vec<Reference>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = portfolio::store::references_of(db, &ids).await?;
    grouped(keys, rows.into_iter().map(|row| (row.organization_id, row)).collect(), References)
});

loader!(ResearcherDomains => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, researchers::store::domains_of(db, &ids).await?, ResearcherDomains)
});
loader!(ResearcherLanguages => Vec<String>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    grouped(keys, researchers::store::languages_of(db, &ids).await?, ResearcherLanguages)
});
loader!(Memberships => Vec<Membership>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = organizations::store::memberships_of_many(db, &ids).await?;
    let pairs = rows.into_iter().map(|row| (row.user_id, row)).collect();
    grouped(keys, pairs, Memberships)
});
loader!(PresenceOf => Presence, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let found = staff::store::presences(db, &ids).await?;
    found.into_iter().map(|(id, presence)| (PresenceOf(id), presence)).collect()
});
loader!(ReviewId => moderation::entity::Model, |db, keys| {
    by(moderation::store::find_many(db, keys).await?, |row| row.id)
});
loader!(AppealOf => Option<moderation::entity::Model>, |db, keys| {
    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
    let rows = moderation::store::appeals_of(db, &ids).await?;
    let mut found: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
    found.extend(rows.into_iter().filter_map(|row| Some((AppealOf(row.appeal_of?), Some(row)))));
    found
});

impl Loaders {
    /// Fresh loaders for one request: nothing of one viewer is left for another.
    ///
    /// A query reads each row once; a mutation or a subscription, which sees things change, reads
    /// anew each time.
    pub fn new(app: Arc<App>, only_reads: bool) -> Self {
        let cache = HashMapCache::default();
        let loader = DataLoader::with_cache(Rows(app), tokio::spawn, cache).delay(GATHER);
        loader.enable_all_cache(only_reads);
        Self(loader)
    }

    /// Fetches several of one kind at once, to be found when they are asked for.
    async fn fetch<K>(
        &self,
        keys: impl IntoIterator<Item = K> + Send,
    ) -> Result<Vec<<Rows as Loader<K>>::Value>>
    where
        K: Send + Sync + Hash + Eq + Clone + 'static,
        Rows: Loader<K, Error = Error>,
    {
        let keys: std::collections::HashSet<K> = keys.into_iter().collect();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.0.load_many(keys).await?.into_values().collect())
    }

    /// Organisations ahead of their objects.
    pub async fn fetch_organizations(
        &self,
        ids: impl IntoIterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids).await.map(drop)
    }

    /// People ahead of their names.
    pub async fn fetch_users(&self, ids: impl IntoIterator<Item = UserId> + Send) -> Result<()> {
        self.fetch(ids).await.map(drop)
    }

    /// Needs ahead of their objects.
    pub async fn fetch_needs(
        &self,
        ids: impl IntoIterator<Item = NeedId> + Send,
    ) -> Result<Vec<Need>> {
        self.fetch(ids).await
    }

    /// Offers ahead of their objects.
    pub async fn fetch_offers(
        &self,
        ids: impl IntoIterator<Item = OfferId> + Send,
    ) -> Result<Vec<Offer>> {
        self.fetch(ids).await
    }

    /// Matches ahead of their objects.
    pub async fn fetch_matches(
        &self,
        ids: impl IntoIterator<Item = MatchId> + Send,
    ) -> Result<Vec<Match>> {
        self.fetch(ids).await
    }

    /// Domain codes of needs.
    pub async fn fetch_need_domains(&self, ids: impl Iterator<Item = NeedId> + Send) -> Result<()> {
        self.fetch(ids.map(NeedDomains).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Domain codes of offers.
    pub async fn fetch_offer_domains(
        &self,
        ids: impl Iterator<Item = OfferId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(OfferDomains).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Places of offers.
    pub async fn fetch_offer_places(
        &self,
        ids: impl Iterator<Item = OfferId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(OfferPlaces).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Last reviews of needs, and the names of who decided.
    pub async fn fetch_need_reviews(&self, ids: impl Iterator<Item = NeedId> + Send) -> Result<()> {
        let reviews = self.fetch(ids.map(NeedReview).collect::<Vec<_>>()).await?;
        self.fetch_users(
            reviews
                .into_iter()
                .flatten()
                .filter_map(|review| review.decided_by),
        )
        .await
    }

    /// Last reviews of offers, and the names of who decided.
    pub async fn fetch_offer_reviews(
        &self,
        ids: impl Iterator<Item = OfferId> + Send,
    ) -> Result<()> {
        let reviews = self.fetch(ids.map(OfferReview).collect::<Vec<_>>()).await?;
        self.fetch_users(
            reviews
                .into_iter()
                .flatten()
                .filter_map(|review| review.decided_by),
        )
        .await
    }

    /// Those who answer for organisations.
    pub async fn fetch_writers(
        &self,
        ids: impl Iterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(Writers).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Memberships of people.
    pub async fn fetch_memberships(
        &self,
        ids: impl Iterator<Item = UserId> + Send,
    ) -> Result<Vec<Membership>> {
        let found = self.fetch(ids.map(Memberships).collect::<Vec<_>>()).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// What is known of how people sign in.
    pub async fn fetch_presences(&self, ids: impl Iterator<Item = UserId> + Send) -> Result<()> {
        self.fetch(ids.map(PresenceOf).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Reviews that others refer to.
    pub async fn fetch_reviews(
        &self,
        ids: impl IntoIterator<Item = ReviewId> + Send,
    ) -> Result<Vec<moderation::entity::Model>> {
        self.fetch(ids).await
    }

    /// Appeals against decisions.
    pub async fn fetch_appeals(&self, ids: impl Iterator<Item = ReviewId> + Send) -> Result<()> {
        self.fetch(ids.map(AppealOf).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Memberships of a person, asked-for ones included.
    pub async fn memberships(&self, id: UserId) -> Result<Vec<Membership>> {
        Ok(self.0.load_one(Memberships(id)).await?.unwrap_or_default())
    }

    /// What is known of how a person signs in.
    pub async fn presence(&self, id: UserId) -> Result<Presence> {
        Ok(self.0.load_one(PresenceOf(id)).await?.unwrap_or_default())
    }

    /// A review that another refers to.
    pub async fn review(&self, id: ReviewId) -> Result<moderation::entity::Model> {
        self.there(id).await
    }

    /// The appeal against a decision.
    pub async fn appeal(&self, id: ReviewId) -> Result<Option<moderation::entity::Model>> {
        Ok(self.0.load_one(AppealOf(id)).await?.flatten())
    }

    /// An organisation that something refers to.
    pub async fn organization(&self, id: OrganizationId) -> Result<Organization> {
        self.there(id).await
    }

    /// A person that something refers to.
    pub async fn user(&self, id: UserId) -> Result<User> {
        self.there(id).await
    }

    /// Whether a need has criteria, by which its proposals are decided together.
    pub async fn has_criteria(&self, id: NeedId) -> Result<bool> {
        self.there(HasCriteria(id)).await
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
        Ok(self.0.load_one(NeedReview(id)).await?.flatten())
    }

    /// The last decided review of an offer.
    pub async fn offer_review(&self, id: OfferId) -> Result<Option<moderation::entity::Model>> {
        Ok(self.0.load_one(OfferReview(id)).await?.flatten())
    }

    /// Domain codes of organisations.
    pub async fn fetch_organization_domains(
        &self,
        ids: impl Iterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(OrganizationDomains).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Domain codes of an organisation.
    pub async fn organization_domains(&self, id: OrganizationId) -> Result<Vec<String>> {
        let found = self.0.load_one(OrganizationDomains(id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// Domain codes of researchers.
    pub async fn fetch_researcher_domains(
        &self,
        ids: impl Iterator<Item = ResearcherId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(ResearcherDomains).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Languages of researchers.
    pub async fn fetch_researcher_languages(
        &self,
        ids: impl Iterator<Item = ResearcherId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(ResearcherLanguages).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Domain codes of a researcher.
    pub async fn researcher_domains(&self, id: ResearcherId) -> Result<Vec<String>> {
        let found = self.0.load_one(ResearcherDomains(id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// Languages of a researcher.
    pub async fn researcher_languages(&self, id: ResearcherId) -> Result<Vec<String>> {
        let found = self.0.load_one(ResearcherLanguages(id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// Certificates of organisations.
    pub async fn fetch_certificates(
        &self,
        ids: impl Iterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(Certificates).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// References of organisations.
    pub async fn fetch_references(
        &self,
        ids: impl Iterator<Item = OrganizationId> + Send,
    ) -> Result<()> {
        self.fetch(ids.map(References).collect::<Vec<_>>())
            .await
            .map(drop)
    }

    /// Certificates of an organisation.
    pub async fn certificates(&self, id: OrganizationId) -> Result<Vec<Certificate>> {
        Ok(self.0.load_one(Certificates(id)).await?.unwrap_or_default())
    }

    /// References of an organisation.
    pub async fn references(&self, id: OrganizationId) -> Result<Vec<Reference>> {
        Ok(self.0.load_one(References(id)).await?.unwrap_or_default())
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
