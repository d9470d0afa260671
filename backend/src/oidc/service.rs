//! The use cases: go to the provider, and come back.

use super::client::{Identity, Provider, Sent, refused};
use super::{entity, store};
use crate::accounts::rules::EmailAddress;
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, Result};
use crate::ids::OidcIdentityId;
use crate::limits::{self, Limit};
use crate::sessions::sign_in::{SignedIn, go_on};
use crate::sessions::{ChallengeKind, SignInMethod, challenges};

/// Where somebody is sent, and the token that must come back with her.
pub struct Begun {
    /// At the provider.
    pub address: String,
    /// The `state`, also kept in her browser.
    pub state: String,
}

/// What coming back leads to.
pub enum Arrived {
    /// Known here.
    SignedIn(Box<SignedIn>),
    /// Nobody yet: registration begins with what the provider says.
    Unknown {
        /// Verified address, or empty.
        email: String,
        /// Name, or empty.
        name: String,
    },
}

/// Sends somebody to the provider.
pub async fn begin(ctx: &Ctx) -> Result<Begun> {
    let provider = ctx.app.provider.as_ref().ok_or_else(Error::not_found)?;
    limits::spend(ctx, Limit::Help, &ctx.client.address).await?;
    let sent = Provider::sent(ctx.app.ids.secret());
    let remembered = serde_json::to_string(&sent).map_err(|e| Error::internal(e.to_string()))?;
    let txn = ctx.begin().await?;
    let state = challenges::make(ctx, &txn, ChallengeKind::Provider, None, &remembered).await?;
    txn.commit().await?;
    let address = provider.address(&state, &sent).await?.to_string();
    Ok(Begun { address, state })
}

/// Takes the provider's answer.
pub async fn arrive(ctx: &Ctx, state: &str, code: &str) -> Result<Arrived> {
    let provider = ctx.app.provider.as_ref().ok_or_else(Error::not_found)?;
    let asked = challenges::attempt(ctx, ChallengeKind::Provider, state).await?;
    let sent: Sent =
        serde_json::from_str(&asked.state).map_err(|e| Error::internal(e.to_string()))?;
    let identity = provider.finish(code, sent, ctx.now()).await?;
    let txn = ctx.begin().await?;
    challenges::finish(&txn, asked.id).await?;
    let known = store::find(&txn, &identity.iss, &identity.sub).await?;
    let user = if let Some(known) = known {
        store::use_identity(&txn, known.id, ctx.now()).await?;
        accounts::store::find(&txn, known.user_id).await?
    } else {
        let user = match verified(&identity) {
            Some(to) => accounts::store::find_by_email(&txn, &to.normalized).await?,
            None => None,
        };
        let Some(user) = user else {
            txn.commit().await?;
            return Ok(unknown(identity));
        };
        let now = ctx.now();
        let row = entity::Model {
            id: OidcIdentityId(ctx.app.ids.next()),
            user_id: user.id,
            issuer: identity.iss.clone(),
            subject: identity.sub.clone(),
            created_at: now,
            last_used_at: now,
        };
        store::insert(&txn, row).await?;
        let subject = Subject::user(user.id);
        audit::record(
            ctx,
            &txn,
            "credential.provider_linked",
            subject,
            &identity.iss,
        )
        .await?;
        Some(user)
    };
    let user = user
        .filter(User::is_open)
        .ok_or_else(|| refused("the account is closed or suspended"))?;
    let signed_in = go_on(ctx, txn, user, SignInMethod::Provider).await?;
    Ok(Arrived::SignedIn(Box::new(signed_in)))
}

/// The address, if the provider has verified it.
fn verified(identity: &Identity) -> Option<EmailAddress> {
    let email = identity
        .email
        .as_deref()
        .filter(|_| identity.email_verified)?;
    EmailAddress::parse(email)
}

fn unknown(identity: Identity) -> Arrived {
    let email = verified(&identity).map(|address| address.typed);
    Arrived::Unknown {
        email: email.unwrap_or_default(),
        name: identity.name.unwrap_or_default(),
    }
}
