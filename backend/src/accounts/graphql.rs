//! Accounts in the API.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::entity::{ConsentPurpose, consent, email_change};
use super::inputs::{
    EmailInput, RequestRegistrationInput, SetConsentInput, SetPasswordInput, TokenInput,
    UpdateProfileInput,
};
use super::{StaffRole, registration, service, store};
use crate::audit;
use crate::audit::graphql::OwnRecord;
use crate::credentials::graphql::Credentials;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::UserId;
use crate::invitations::graphql::Invitation;
use crate::organizations;
use crate::organizations::graphql::{Membership, Organization};
use crate::paging::{List, PageArgs};
use crate::policy;
use crate::researchers::graphql::Researcher;
use crate::sessions;
use crate::sessions::graphql::{AccessToken, SessionPayload, SignedInDevice, payload};
use crate::text::{BilingualText, Locale};

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

    /// Address as typed.
    async fn email(&self, gql: &Context<'_>) -> Result<String> {
        let id = self.0.user().ok_or_else(Error::unauthenticated)?;
        let user = store::find(&ctx(gql).app.db, id).await?;
        Ok(user.ok_or_else(Error::not_found)?.email)
    }

    /// Language of emails.
    async fn locale(&self) -> Locale {
        self.0.person().map(|p| p.locale).unwrap_or_default()
    }

    /// Role in the alliance's staff, if any and if it holds in this session.
    async fn staff_role(&self) -> Option<StaffRole> {
        match self.0 {
            policy::Viewer::Staff(_, role) => Some(role),
            _ => None,
        }
    }

    /// Some of the viewer's rights wait until she sets up, or signs in with, a second factor.
    async fn second_factor_missing(&self) -> bool {
        self.0.person().is_some_and(|p| p.second_factor_missing)
    }

    /// Own memberships, asked-for ones included.
    async fn memberships(&self, gql: &Context<'_>) -> Result<Vec<Membership>> {
        let id = self.0.user().ok_or_else(Error::unauthenticated)?;
        let rows = organizations::store::memberships_of(&ctx(gql).app.db, id).await?;
        Ok(rows.into_iter().map(Membership).collect())
    }

    /// Invitations to the viewer's address that she can accept now; none to a program's token.
    async fn invitations(&self, gql: &Context<'_>) -> Result<Vec<Invitation>> {
        crate::invitations::graphql::for_viewer(ctx(gql)).await
    }

    /// The viewer's own profile as a researcher, public or not.
    async fn researcher(&self, gql: &Context<'_>) -> Result<Option<Researcher>> {
        crate::researchers::graphql::of_viewer(ctx(gql)).await
    }

    /// How the viewer proves who she is; null to a program's token.
    async fn credentials(&self, gql: &Context<'_>) -> Option<Credentials> {
        ctx(gql).in_person().ok().map(|_| Credentials)
    }

    /// Signed-in devices, the one used last first; null to a program's token.
    async fn sessions(&self, gql: &Context<'_>) -> Result<Option<Vec<SignedInDevice>>> {
        let ctx = ctx(gql);
        let Ok(person) = ctx.in_person() else {
            return Ok(None);
        };
        let rows = sessions::store::sessions_of(&ctx.app.db, person.id).await?;
        Ok(Some(rows.into_iter().map(SignedInDevice).collect()))
    }

    /// Tokens for programs, newest first; null to a program's token.
    async fn access_tokens(&self, gql: &Context<'_>) -> Result<Option<Vec<AccessToken>>> {
        let ctx = ctx(gql);
        let Ok(person) = ctx.in_person() else {
            return Ok(None);
        };
        let rows = sessions::store::access_tokens_of(&ctx.app.db, person.id).await?;
        Ok(Some(rows.into_iter().map(AccessToken).collect()))
    }

    /// A change of address that waits for one of the two addresses.
    async fn email_change(&self, gql: &Context<'_>) -> Result<Option<EmailChange>> {
        let ctx = ctx(gql);
        let Ok(person) = ctx.in_person() else {
            return Ok(None);
        };
        let row = store::waiting_email_change(&ctx.app.db, person.id, ctx.now()).await?;
        Ok(row.map(EmailChange))
    }

    /// What is on record about the viewer, newest first: what she did, and what was done about her
    /// account; null to a program's token.
    async fn records(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Option<List<OwnRecord>>> {
        let ctx = ctx(gql);
        let Ok(person) = ctx.in_person() else {
            return Ok(None);
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        let page = audit::store::list_of_user(ctx, person.id, args).await?;
        Ok(Some(page.connection::<OwnRecord>(gql).await?))
    }

    /// What the viewer agreed to and has not withdrawn.
    async fn consents(&self, gql: &Context<'_>) -> Result<Vec<Consent>> {
        let ctx = ctx(gql);
        let Ok(person) = ctx.in_person() else {
            return Ok(Vec::new());
        };
        let rows = store::consents_of(&ctx.app.db, person.id).await?;
        let given = rows.into_iter().filter(|row| row.withdrawn_at.is_none());
        Ok(given.map(Consent).collect())
    }
}

/// A change of address that waits.
pub struct EmailChange(email_change::Model);

/// A change of address that waits.
#[Object]
impl EmailChange {
    /// The new address.
    async fn new_email(&self) -> &str {
        &self.0.new_email
    }

    /// The old address has agreed.
    async fn old_confirmed(&self) -> bool {
        self.0.old_confirmed_at.is_some()
    }

    /// The new address has agreed.
    async fn new_confirmed(&self) -> bool {
        self.0.new_confirmed_at.is_some()
    }

    /// Until when both must agree.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }
}

/// Something that a person agreed to.
pub struct Consent(consent::Model);

/// Something that a person agreed to.
#[Object]
impl Consent {
    /// For what.
    async fn purpose(&self) -> ConsentPurpose {
        self.0.purpose
    }

    /// Which words were agreed to.
    async fn wording_version(&self) -> &str {
        &self.0.wording_version
    }

    /// When.
    async fn given_at(&self) -> DateTime<Utc> {
        self.0.given_at
    }
}

/// What a registration letter is about.
pub struct Registration(registration::Preview);

/// What a registration letter is about.
#[Object]
impl Registration {
    /// Who registers.
    async fn name(&self) -> &str {
        &self.0.person.name
    }

    /// The address, proven by the letter.
    async fn email(&self) -> &str {
        &self.0.person.email
    }

    /// The organisation that is asked for.
    async fn organization(&self) -> Option<Organization> {
        self.0.organization.clone().map(Organization)
    }

    /// Name of the organisation that will be new here.
    async fn new_organization_name(&self) -> Option<BilingualText> {
        let new = self.0.person.new_organization.as_ref()?;
        Some(BilingualText::new(new.legal_name.clone()))
    }
}

/// The letter is on its way, if there is anything to write.
#[derive(SimpleObject)]
pub struct LetterPayload {
    /// The address that was asked for: the same answer for every address.
    email: String,
}

/// A password that was set.
#[derive(SimpleObject)]
pub struct ResetPasswordPayload {
    /// Always true.
    reset: bool,
}

/// How far a change of address has come.
#[derive(SimpleObject)]
pub struct EmailChangePayload {
    /// The old address has agreed.
    old_confirmed: bool,
    /// The new address has agreed.
    new_confirmed: bool,
    /// Both have: the address is changed.
    changed: bool,
}

/// An account that was closed.
#[derive(SimpleObject)]
pub struct CloseAccountPayload {
    /// Always true.
    closed: bool,
}

/// The viewer after a change.
#[derive(SimpleObject)]
pub struct ViewerPayload {
    /// The viewer.
    viewer: Viewer,
}

impl ViewerPayload {
    /// Of this viewer.
    pub fn of(viewer: policy::Viewer) -> Self {
        Self {
            viewer: Viewer(viewer),
        }
    }
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

    /// What a registration letter's link is for; looking uses nothing up.
    async fn registration(&self, gql: &Context<'_>, token: String) -> Result<Registration> {
        let preview = registration::preview(ctx(gql), &token).await?;
        Ok(Registration(preview))
    }
}

/// Registration, one's own account.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Takes a registration in: a letter goes to the address, and leads to `completeRegistration`. The
    /// answer is the same whether or not the address has an account.
    async fn request_registration(
        &self,
        gql: &Context<'_>,
        input: RequestRegistrationInput,
    ) -> Result<LetterPayload> {
        let email = input.email.trim().to_owned();
        let (key, person) = input.split();
        registration::request(ctx(gql), &key, person).await?;
        Ok(LetterPayload { email })
    }

    /// Makes the account of a registration letter with its password, and signs in.
    async fn complete_registration(
        &self,
        gql: &Context<'_>,
        input: SetPasswordInput,
    ) -> Result<SessionPayload> {
        let session = registration::complete(ctx(gql), &input.token, &input.password).await?;
        Ok(payload(gql, session))
    }

    /// Asks for a letter with which a new password can be set. The answer is the same for every address.
    async fn request_password_reset(
        &self,
        gql: &Context<'_>,
        input: EmailInput,
    ) -> Result<LetterPayload> {
        service::request_password_reset(ctx(gql), &input.email).await?;
        Ok(LetterPayload {
            email: input.email.trim().to_owned(),
        })
    }

    /// Sets a new password by a letter's link. Every session ends; second factors stay.
    async fn reset_password(
        &self,
        gql: &Context<'_>,
        input: SetPasswordInput,
    ) -> Result<ResetPasswordPayload> {
        service::reset_password(ctx(gql), &input.token, &input.password).await?;
        Ok(ResetPasswordPayload { reset: true })
    }

    /// Asks for another address: the old one and the new one must both agree.
    async fn request_email_change(
        &self,
        gql: &Context<'_>,
        input: EmailInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::request_email_change(ctx, &input.email).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// Gives up a change of address.
    async fn cancel_email_change(&self, gql: &Context<'_>) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::cancel_email_change(ctx).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// One of the two addresses agrees to a change, by its letter's link.
    async fn confirm_email_change(
        &self,
        gql: &Context<'_>,
        input: TokenInput,
    ) -> Result<EmailChangePayload> {
        let state = service::confirm_email_change(ctx(gql), &input.token).await?;
        Ok(EmailChangePayload {
            old_confirmed: state.old_confirmed,
            new_confirmed: state.new_confirmed,
            changed: state.old_confirmed && state.new_confirmed,
        })
    }

    /// Changes one's name or language.
    async fn update_profile(
        &self,
        gql: &Context<'_>,
        input: UpdateProfileInput,
    ) -> Result<ViewerPayload> {
        let viewer = service::update_profile(ctx(gql), input.name, input.locale).await?;
        Ok(ViewerPayload::of(viewer))
    }

    /// Gives or withdraws one's consent to a purpose.
    async fn set_consent(
        &self,
        gql: &Context<'_>,
        input: SetConsentInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::set_consent(ctx, input.purpose, input.given).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// Closes one's account for ever: everything by which it names a person goes; decisions and the
    /// organisation's postings stay, and name nobody.
    async fn close_account(&self, gql: &Context<'_>) -> Result<CloseAccountPayload> {
        let ctx = ctx(gql);
        service::close(ctx).await?;
        let cookie = sessions::cookies::without_session(&ctx.app.config);
        gql.append_http_header("set-cookie", cookie);
        Ok(CloseAccountPayload { closed: true })
    }
}
