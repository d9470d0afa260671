//! Credentials in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::rules::Whose;
use super::{Passkey as Row, service, store};
use crate::accounts::graphql::{Viewer, ViewerPayload};
use crate::graphql::{Result, ctx};
use crate::ids::PasskeyId;

/// A passkey of the viewer's.
pub struct Passkey(pub Row);

/// A passkey of the viewer's.
#[Object]
impl Passkey {
    /// Id.
    async fn id(&self) -> PasskeyId {
        self.0.id
    }

    /// The viewer's name for it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last signed.
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_used_at
    }
}

/// A password to be looked at, and the names it must not be built from.
#[derive(InputObject)]
pub struct CheckPasswordInput {
    /// The password.
    password: String,
    /// The person's name, when nobody is signed in yet.
    name: Option<String>,
    /// The person's address, when nobody is signed in yet.
    email: Option<String>,
    /// The organisation's name, when nobody is signed in yet.
    organization: Option<String>,
}

/// A new password.
#[derive(InputObject)]
pub struct ChangePasswordInput {
    /// At least 15 characters, 8 beside a second factor; any character, spaces included.
    password: String,
}

/// A first code of an authenticator app.
#[derive(InputObject)]
pub struct EnableTotpInput {
    /// Six digits.
    code: String,
}

/// A passkey that was made.
#[derive(InputObject)]
pub struct AddPasskeyInput {
    /// Names the challenge of `beginPasskey`.
    challenge: String,
    /// What `navigator.credentials.create` gave, as JSON.
    passkey: String,
    /// By which the viewer will know it.
    name: String,
}

/// Another name for a passkey.
#[derive(InputObject)]
pub struct RenamePasskeyInput {
    /// The passkey.
    passkey_id: PasskeyId,
    /// The name.
    name: String,
}

/// Names a passkey.
#[derive(InputObject)]
pub struct PasskeyIdInput {
    /// The passkey.
    passkey_id: PasskeyId,
}

/// How good a password is.
#[derive(SimpleObject)]
pub struct CheckPasswordPayload {
    /// From 0, guessed at once, to 4, never guessed.
    score: i32,
    /// True when it would be taken.
    accepted: bool,
    /// Why not, in the reader's language.
    remark: Option<String>,
}

/// What an authenticator app takes over.
#[derive(SimpleObject)]
pub struct BeginTotpPayload {
    /// To be typed.
    secret: String,
    /// To be scanned: `otpauth://…`.
    url: String,
    /// The same as a picture, SVG.
    qr_svg: String,
}

/// What a page needs to make a passkey.
#[derive(SimpleObject)]
pub struct BeginPasskeyPayload {
    /// Names what was begun.
    challenge: String,
    /// Options for `navigator.credentials.create`, as JSON.
    options: String,
}

/// A second factor was added.
#[derive(SimpleObject)]
pub struct SecondFactorPayload {
    /// The viewer.
    viewer: Viewer,
    /// Codes for the day on which the factor is lost; shown now and never again. Empty when there are
    /// some already.
    recovery_codes: Vec<String>,
}

/// Changes to how the viewer proves who she is. Each but the first asks for a fresh proof
/// (`IDENTITY_UNCONFIRMED`) and is told to the person by email.
#[derive(Default)]
pub struct CredentialMutation;

#[Object]
impl CredentialMutation {
    /// How good a password would be. A mutation, so that it never travels in an address.
    async fn check_password(
        &self,
        gql: &Context<'_>,
        input: CheckPasswordInput,
    ) -> Result<CheckPasswordPayload> {
        let ctx = ctx(gql);
        let whose = Whose {
            name: input.name.unwrap_or_default(),
            email: input.email.unwrap_or_default(),
            organizations: input.organization.into_iter().collect(),
        };
        let strength = service::check(ctx, &input.password, whose).await?;
        let remark = strength
            .problem
            .map(|problem| problem.message.pick(ctx.locale).to_owned());
        Ok(CheckPasswordPayload {
            score: strength.score.into(),
            accepted: remark.is_none(),
            remark,
        })
    }

    /// Sets a new password; every other session ends.
    async fn change_password(
        &self,
        gql: &Context<'_>,
        input: ChangePasswordInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::change_password(ctx, &input.password).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// Begins with an authenticator app; it proves nothing until `enableTotp`.
    async fn begin_totp(&self, gql: &Context<'_>) -> Result<BeginTotpPayload> {
        let begun = service::begin_totp(ctx(gql)).await?;
        Ok(BeginTotpPayload {
            qr_svg: service::qr_svg(&begun.url)?,
            secret: begun.secret,
            url: begun.url,
        })
    }

    /// Enables the authenticator app with its first code.
    async fn enable_totp(
        &self,
        gql: &Context<'_>,
        input: EnableTotpInput,
    ) -> Result<SecondFactorPayload> {
        let ctx = ctx(gql);
        let recovery_codes = service::enable_totp(ctx, &input.code).await?;
        Ok(SecondFactorPayload {
            viewer: Viewer(ctx.viewer.clone()),
            recovery_codes,
        })
    }

    /// Removes the authenticator app.
    async fn remove_totp(&self, gql: &Context<'_>) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::remove_totp(ctx).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// Makes fresh recovery codes; the earlier ones are worth nothing any more.
    async fn renew_recovery_codes(&self, gql: &Context<'_>) -> Result<SecondFactorPayload> {
        let ctx = ctx(gql);
        let recovery_codes = service::renew_recovery_codes(ctx).await?;
        Ok(SecondFactorPayload {
            viewer: Viewer(ctx.viewer.clone()),
            recovery_codes,
        })
    }

    /// Begins to make a passkey.
    async fn begin_passkey(&self, gql: &Context<'_>) -> Result<BeginPasskeyPayload> {
        let begun = service::begin_passkey(ctx(gql)).await?;
        Ok(BeginPasskeyPayload {
            challenge: begun.challenge,
            options: begun.options,
        })
    }

    /// Adds the passkey that was made.
    async fn add_passkey(
        &self,
        gql: &Context<'_>,
        input: AddPasskeyInput,
    ) -> Result<SecondFactorPayload> {
        let ctx = ctx(gql);
        let (_, recovery_codes) =
            service::add_passkey(ctx, &input.challenge, &input.passkey, &input.name).await?;
        Ok(SecondFactorPayload {
            viewer: Viewer(ctx.viewer.clone()),
            recovery_codes,
        })
    }

    /// Gives a passkey another name.
    async fn rename_passkey(
        &self,
        gql: &Context<'_>,
        input: RenamePasskeyInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::rename_passkey(ctx, input.passkey_id, &input.name).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }

    /// Removes a passkey.
    async fn remove_passkey(
        &self,
        gql: &Context<'_>,
        input: PasskeyIdInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        service::remove_passkey(ctx, input.passkey_id).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }
}

/// How the viewer proves who she is.
pub struct Credentials;

/// How the viewer proves who she is; the viewer's alone.
#[Object]
impl Credentials {
    /// When the password was last changed; null where there is none.
    async fn password_changed_at(&self, gql: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let ctx = ctx(gql);
        let password = store::find_password(&ctx.app.db, ctx.in_person()?.id).await?;
        Ok(password.map(|password| password.changed_at))
    }

    /// Since when there is an authenticator app.
    async fn totp_enabled_at(&self, gql: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let ctx = ctx(gql);
        let row = store::find_enabled_totp(&ctx.app.db, ctx.in_person()?.id).await?;
        Ok(row.and_then(|row| row.enabled_at))
    }

    /// Number of recovery codes that are still good.
    async fn recovery_codes_left(&self, gql: &Context<'_>) -> Result<i32> {
        let ctx = ctx(gql);
        let left = store::count_recovery_codes(&ctx.app.db, ctx.in_person()?.id).await?;
        Ok(i32::try_from(left).unwrap_or(i32::MAX))
    }

    /// Passkeys, oldest first.
    async fn passkeys(&self, gql: &Context<'_>) -> Result<Vec<Passkey>> {
        let ctx = ctx(gql);
        let rows = store::passkeys_of(&ctx.app.db, ctx.in_person()?.id).await?;
        Ok(rows.into_iter().map(Passkey).collect())
    }

    /// The viewer's role, or one of her organisations, asks for a second factor.
    async fn second_factor_required(&self, gql: &Context<'_>) -> Result<bool> {
        let ctx = ctx(gql);
        let id = ctx.in_person()?.id;
        Ok(crate::sessions::store::needs_second_factor(&ctx.app.db, id).await?)
    }

    /// Until when passwords, factors and tokens may be changed without another proof.
    async fn confirmed_until(&self, gql: &Context<'_>) -> Option<DateTime<Utc>> {
        ctx(gql).confirmed_until()
    }
}
