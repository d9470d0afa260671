//! Plants the demonstration data of the `seeds` crate through the services, as its people would
//! have done it, so that it obeys every rule. Planting begins thirty days before the present and
//! moves its clock along, so that the alliance has a past.

mod agreements;
mod bulk;
mod people;
mod postings;
mod profiles;
mod scenario;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use seeds::{NeedState, OfferState};

use crate::accounts;
use crate::app::{App, Ctx};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OfferId, OrganizationId};
use crate::jobs::worker;
use crate::policy::Viewer;
use crate::text::{BilingualTextInput, Locale};

pub use bulk::bulk;

/// How long ago the planted past begins.
const PAST: Duration = Duration::days(30);

/// What has been planted so far, by key.
struct Garden {
    app: Arc<App>,
    /// The true present, which the planting's clock reaches in the end.
    present: DateTime<Utc>,
    organizations: HashMap<String, OrganizationId>,
    viewers: HashMap<String, Viewer>,
    needs: HashMap<String, NeedId>,
    offers: HashMap<String, OfferId>,
}

impl Garden {
    /// The product itself.
    fn system(&self) -> Ctx {
        Ctx::system(Arc::clone(&self.app))
    }

    /// One of the planted people.
    fn person(&self, key: &str) -> Result<Ctx> {
        let viewer = self.viewers.get(key).cloned();
        let viewer = viewer.ok_or_else(|| Error::internal(format!("no person {key:?}")))?;
        Ok(Ctx::new(Arc::clone(&self.app), viewer, Locale::Vi))
    }

    fn organization(&self, key: &str) -> Result<OrganizationId> {
        let id = self.organizations.get(key).copied();
        id.ok_or_else(|| Error::internal(format!("no organisation {key:?}")))
    }

    fn need(&self, key: &str) -> Result<NeedId> {
        let id = self.needs.get(key).copied();
        id.ok_or_else(|| Error::internal(format!("no need {key:?}")))
    }

    fn offer(&self, key: &str) -> Result<OfferId> {
        let id = self.offers.get(key).copied();
        id.ok_or_else(|| Error::internal(format!("no offer {key:?}")))
    }

    /// Lets the planting's clock go on to `ago` before the present, and runs what fell due.
    async fn wait_until(&self, ago: Duration) -> Result<()> {
        let target = self.present - ago;
        let now = self.app.clock.now();
        if target > now {
            self.app.clock.advance(target - now);
        }
        worker::run_due(&self.app).await?;
        Ok(())
    }
}

/// Plants everything, unless it was planted before; says what there is.
pub async fn plant(app: &Arc<App>) -> Result<String> {
    let seeds = seeds::people();
    let known = seeds
        .first()
        .map(|person| person.email.clone())
        .unwrap_or_default();
    if accounts::store::find_by_email(&app.db, &known)
        .await?
        .is_some()
    {
        return Ok(format!(
            "The demonstration data is there already.\n{}",
            sign_ins()
        ));
    }
    let present = app.clock.now();
    let clock = Clock::system();
    clock.advance(present - clock.now() - PAST);
    let mut garden = Garden {
        app: App::on(app.config.clone(), clock, app.db.clone())?,
        present,
        organizations: HashMap::new(),
        viewers: HashMap::new(),
        needs: HashMap::new(),
        offers: HashMap::new(),
    };
    people::plant(&mut garden).await?;
    profiles::plant(&garden).await?;
    agreements::plant(&garden).await?;
    postings::plant_offers(&mut garden, |state| state == OfferState::Published).await?;
    garden.wait_until(Duration::days(4)).await?;
    postings::plant_needs(&mut garden, |state| !is_fresh(state)).await?;
    garden.wait_until(Duration::days(3)).await?;
    scenario::plant(&garden).await?;
    // What waits for the alliance, or is still being written, is of this morning.
    garden.wait_until(Duration::hours(5)).await?;
    postings::plant_offers(&mut garden, |state| state != OfferState::Published).await?;
    postings::plant_needs(&mut garden, is_fresh).await?;
    profiles::plant_waiting(&garden).await?;
    garden.wait_until(Duration::zero()).await?;
    scenario::open_closed(&garden).await?;
    Ok(format!(
        "Planted {} organisations, {} people, {} needs and {} offers.\n{}",
        garden.organizations.len(),
        garden.viewers.len(),
        garden.needs.len(),
        garden.offers.len(),
        sign_ins()
    ))
}

fn is_fresh(state: NeedState) -> bool {
    matches!(state, NeedState::Draft | NeedState::UnderReview)
}

/// The sign-ins that a person who tries the product wants to know.
pub fn sign_ins() -> String {
    let wanted = [
        "officer-haiphong",
        "firm-cmc",
        "firm-mobifone",
        "firm-signify",
        "moderator",
        "verifier",
        "admin",
    ];
    let people = seeds::people();
    let lines = wanted.iter().filter_map(|key| {
        let person = people.iter().find(|person| person.key == *key)?;
        Some(format!("  {:<34} {}", person.email, person.name))
    });
    let lines: Vec<_> = lines.collect();
    format!(
        "Sign in with one of these, password \"{}\":\n{}",
        seeds::PASSWORD,
        lines.join("\n")
    )
}

/// A planted text as people would send it.
fn input(text: &seeds::Text) -> BilingualTextInput {
    BilingualTextInput {
        vi: text.vi.clone(),
        en: text.en.clone(),
    }
}

/// A code of the data files as one of our enums.
fn code<T: async_graphql::InputType>(text: &str) -> Result<T> {
    let value = async_graphql::Value::Enum(async_graphql::Name::new(text));
    T::parse(Some(value)).map_err(|_| Error::internal(format!("no such code: {text:?}")))
}
