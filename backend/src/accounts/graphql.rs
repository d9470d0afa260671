//! Accounts in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::service::{self, NewPerson, Session};
use super::{StaffRole, store};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::{OrganizationId, UserId};
use crate::organizations;
use crate::organizations::graphql::{Membership, NewOrganizationInput};
use crate::policy;
use crate::text::Locale;

/// The signed-in person.
pub struct Viewer(pub policy::Viewer);

/// The signed-in person.
#[Object]
impl Viewer {
    /// The account.
    async fn id(&self) -> Result<UserId> {
        Ok(self.0.user().ok_or_else(Error::unauthenticated)?)
    }

    /// Name as given.
    async fn name(&self) -> &str {
        self.0.person().map(|p| p.name.as_str()).unwrap_or_default()
    }

    /// Address as typed at registration.
    async fn email(&self, gql: &Context<'_>) -> Result<String> {
        let id = self.0.user().ok_or_else(Error::unauthenticated)?;
        let user = store::find(&ctx(gql).app.db, id).await?;
        Ok(user.ok_or_else(Error::not_found)?.email)
    }

    /// Language of emails.
    async fn locale(&self) -> Locale {
        self.0.person().map(|p| p.locale).unwrap_or_default()
    }

    /// Role in the alliance's staff, if any.
    async fn staff_role(&self) -> Option<StaffRole> {
        match self.0 {
            policy::Viewer::Staff(_, role) => Some(role),
            _ => None,
        }
    }

    /// Own memberships, asked-for ones included.
    async fn memberships(&self, gql: &Context<'_>) -> Result<Vec<Membership>> {
        let id = self.0.user().ok_or_else(Error::unauthenticated)?;
        let rows = organizations::store::memberships_of(&ctx(gql).app.db, id).await?;
        Ok(rows.into_iter().map(Membership).collect())
    }
}

/// A new account with its organisation: either `organizationId` (ask to join) or `newOrganization`.
#[derive(InputObject)]
pub struct RegisterInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// Work address.
    email: String,
    /// Name as others will read it.
    name: String,
    /// At least 15 characters; any character, spaces included.
    password: String,
    /// Language of emails.
    locale: Locale,
    /// An organisation that is here already.
    organization_id: Option<OrganizationId>,
    /// An organisation that is new here.
    new_organization: Option<NewOrganizationInput>,
}

/// Address and password.
#[derive(InputObject)]
pub struct SignInInput {
    /// Address.
    email: String,
    /// Password.
    password: String,
}

/// What to change; what is left out stays.
#[derive(InputObject)]
pub struct UpdateProfileInput {
    /// Name.
    name: Option<String>,
    /// Language of emails.
    locale: Option<Locale>,
}

/// An opened or refreshed session. The refresh token travels in an HttpOnly cookie.
#[derive(SimpleObject)]
pub struct SessionPayload {
    /// Bearer token for the Authorization header; keep it in memory.
    access_token: String,
    /// When the access token ends.
    expires_at: DateTime<Utc>,
    /// Who is signed in.
    viewer: Viewer,
}

/// A session that ended.
#[derive(SimpleObject)]
pub struct SignOutPayload {
    /// Always true.
    signed_out: bool,
}

/// The viewer after a change.
#[derive(SimpleObject)]
pub struct ViewerPayload {
    /// The viewer.
    viewer: Viewer,
}

/// Questions about oneself.
#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// The signed-in person; null when nobody is.
    async fn viewer(&self, gql: &Context<'_>) -> Option<Viewer> {
        let viewer = &ctx(gql).viewer;
        viewer.person().map(|_| Viewer(viewer.clone()))
    }
}

/// Registration and sessions.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Makes an account with its organisation, and signs in.
    async fn register(&self, gql: &Context<'_>, input: RegisterInput) -> Result<SessionPayload> {
        let new = NewPerson {
            email: input.email,
            name: input.name,
            password: input.password,
            locale: input.locale,
            organization_id: input.organization_id,
            new_organization: input.new_organization.map(Into::into),
        };
        let session = service::register(ctx(gql), &input.client_key, new).await?;
        Ok(payload(gql, session))
    }

    /// Opens a session.
    async fn sign_in(&self, gql: &Context<'_>, input: SignInInput) -> Result<SessionPayload> {
        let session = service::sign_in(ctx(gql), &input.email, &input.password).await?;
        Ok(payload(gql, session))
    }

    /// Exchanges the refresh cookie for a new access token; the cookie rotates.
    async fn refresh_session(&self, gql: &Context<'_>) -> Result<SessionPayload> {
        let session = service::refresh(ctx(gql)).await?;
        Ok(payload(gql, session))
    }

    /// Ends the session on this device.
    async fn sign_out(&self, gql: &Context<'_>) -> Result<SignOutPayload> {
        service::sign_out(ctx(gql)).await?;
        set_cookie(gql, "", 0);
        Ok(SignOutPayload { signed_out: true })
    }

    /// Changes one's name or language.
    async fn update_profile(
        &self,
        gql: &Context<'_>,
        input: UpdateProfileInput,
    ) -> Result<ViewerPayload> {
        let viewer = service::update_profile(ctx(gql), input.name, input.locale).await?;
        Ok(ViewerPayload {
            viewer: Viewer(viewer),
        })
    }
}

fn payload(gql: &Context<'_>, session: Session) -> SessionPayload {
    let days = ctx(gql).app.config.session.refresh_days;
    set_cookie(gql, &session.refresh_token, days * 24 * 60 * 60);
    SessionPayload {
        access_token: session.access_token,
        expires_at: session.expires_at,
        viewer: Viewer(session.viewer),
    }
}

/// Name of the refresh cookie; the prefix makes browsers insist on https and the root path.
pub fn cookie_name(secure: bool) -> &'static str {
    if secure {
        "__Host-iforum_refresh"
    } else {
        "iforum_refresh"
    }
}

fn set_cookie(gql: &Context<'_>, value: &str, seconds: i64) {
    let secure = ctx(gql).app.config.public_url.scheme() == "https";
    let name = cookie_name(secure);
    let mark = if secure { "; Secure" } else { "" };
    gql.append_http_header(
        "set-cookie",
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{mark}"),
    );
}
