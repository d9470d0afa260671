//! Sessions and tokens in the API.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::access_tokens;
use super::cookies;
use super::entity::{access_token, session};
use super::rules::device_name;
use super::service::{self, Session};
use super::sign_in::{self, Answer, SecondFactor, SignedIn};
use super::{Scope, SignInMethod};
use crate::accounts::graphql::{Viewer, ViewerPayload};
use crate::error::{Error, ErrorCode};
use crate::graphql::{Result, ctx};
use crate::ids::{AccessTokenId, SessionId};
use crate::text::say;

/// A signed-in device of the viewer's.
pub struct SignedInDevice(pub session::Model);

/// A signed-in device of the viewer's.
#[Object]
impl SignedInDevice {
    /// Id.
    async fn id(&self) -> SessionId {
        self.0.id
    }

    /// Browser and system, as far as they say.
    async fn device(&self) -> Option<String> {
        device_name(self.0.user_agent.as_deref())
    }

    /// Network address at sign-in.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// How it was signed in.
    async fn method(&self) -> SignInMethod {
        self.0.method
    }

    /// With a second factor.
    async fn strong(&self) -> bool {
        self.0.strong_at.is_some()
    }

    /// When it was signed in.
    async fn signed_in_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was last used, to the quarter of an hour.
    async fn last_used_at(&self) -> DateTime<Utc> {
        self.0.last_used_at
    }

    /// The one that asks.
    async fn current(&self, gql: &Context<'_>) -> bool {
        ctx(gql).session().is_ok_and(|(_, id)| id == self.0.id)
    }
}

/// A token with which a program acts for the viewer.
pub struct AccessToken(pub access_token::Model);

/// A token with which a program acts for the viewer.
#[Object]
impl AccessToken {
    /// Id.
    async fn id(&self) -> AccessTokenId {
        self.0.id
    }

    /// The viewer's name for it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it may do.
    async fn scopes(&self) -> Vec<Scope> {
        self.0.scopes.0.clone()
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Until when it is good.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// When it was last used, to the hour.
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_used_at
    }
}

/// Address and password.
#[derive(InputObject)]
pub struct SignInInput {
    /// Address.
    email: String,
    /// Password.
    password: String,
}

/// The answer to a challenge: a code or a passkey.
#[derive(InputObject)]
pub struct AnswerChallengeInput {
    /// Names the challenge.
    challenge: String,
    /// Six digits of an authenticator app, or a recovery code.
    code: Option<String>,
    /// What `navigator.credentials.get` gave, as JSON.
    passkey: Option<String>,
}

/// A passkey of whomever.
#[derive(InputObject)]
pub struct SignInWithPasskeyInput {
    /// Names the challenge of `beginPasskeySignIn`.
    challenge: String,
    /// What `navigator.credentials.get` gave, as JSON.
    passkey: String,
}

/// A fresh proof: the password, or the answer to the challenge of `beginConfirmation`.
#[derive(InputObject)]
pub struct ConfirmIdentityInput {
    /// Password; enough only where there is no second factor.
    password: Option<String>,
    /// Names the challenge.
    challenge: Option<String>,
    /// Six digits of an authenticator app, or a recovery code.
    code: Option<String>,
    /// What `navigator.credentials.get` gave, as JSON.
    passkey: Option<String>,
}

/// Names a session.
#[derive(InputObject)]
pub struct SessionIdInput {
    /// The session.
    session_id: SessionId,
}

/// A new token for a program.
#[derive(InputObject)]
pub struct CreateAccessTokenInput {
    /// By which the viewer will know it.
    name: String,
    /// What it may do.
    scopes: Vec<Scope>,
    /// Until when, at most 366 days.
    expires_at: DateTime<Utc>,
}

/// Names a token.
#[derive(InputObject)]
pub struct AccessTokenIdInput {
    /// The token.
    access_token_id: AccessTokenId,
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

/// How a challenge can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ChallengeMethod {
    /// A code of an authenticator app, or a recovery code.
    Code,
    /// A passkey.
    Passkey,
    /// The password.
    Password,
}

/// Something to be proven; ten minutes, five answers.
#[derive(SimpleObject)]
#[expect(
    clippy::struct_field_names,
    reason = "inputs call the name of a challenge so as well"
)]
pub struct Challenge {
    /// Names it in the answer.
    challenge: String,
    /// How it can be answered.
    methods: Vec<ChallengeMethod>,
    /// Options for `navigator.credentials.get`, as JSON, where a passkey will do.
    passkey_options: Option<String>,
}

/// In, or one step before: exactly one of the two is there.
#[derive(SimpleObject)]
pub struct SignInPayload {
    /// The session, when nothing more is asked.
    session: Option<SessionPayload>,
    /// The second factor that is asked for.
    challenge: Option<Challenge>,
}

/// A challenge that was made.
#[derive(SimpleObject)]
pub struct ChallengePayload {
    /// The challenge.
    challenge: Challenge,
}

/// A session that ended.
#[derive(SimpleObject)]
pub struct SignOutPayload {
    /// Always true.
    signed_out: bool,
}

/// Sessions that ended.
#[derive(SimpleObject)]
pub struct EndSessionsPayload {
    /// How many.
    ended: i32,
    /// The viewer, with what is left.
    viewer: Viewer,
}

/// A token that was made.
#[derive(SimpleObject)]
pub struct CreateAccessTokenPayload {
    /// What is known of it from now on.
    access_token: AccessToken,
    /// The token itself: shown now and never again.
    secret: String,
}

/// Questions about sign-in.
#[derive(Default)]
pub struct SessionQuery;

#[Object]
impl SessionQuery {
    /// What a sign-in that came from another provider waits for.
    async fn sign_in_challenge(&self, gql: &Context<'_>, challenge: String) -> Result<Challenge> {
        Ok(sign_in::look(ctx(gql), &challenge).await?.into())
    }

    /// Name of the other provider that signs people in (`/oidc/start`); null when there is none.
    async fn sign_in_provider(&self, gql: &Context<'_>) -> Option<String> {
        let provider = ctx(gql).app.provider.as_ref()?;
        Some(provider.name().to_owned())
    }

    /// True where passkeys work: not where the product is reached by a bare IP address.
    async fn passkeys_available(&self, gql: &Context<'_>) -> bool {
        ctx(gql).app.passkeys.available()
    }
}

/// Sign-in, sign-out, sessions and tokens.
#[derive(Default)]
pub struct SessionMutation;

#[Object]
impl SessionMutation {
    /// Opens a session, or asks for the second factor.
    async fn sign_in(&self, gql: &Context<'_>, input: SignInInput) -> Result<SignInPayload> {
        let signed_in = sign_in::sign_in(ctx(gql), &input.email, &input.password).await?;
        Ok(match signed_in {
            SignedIn::Session(session) => SignInPayload {
                session: Some(payload(gql, session)),
                challenge: None,
            },
            SignedIn::Challenge(asked) => SignInPayload {
                session: None,
                challenge: Some(asked.into()),
            },
        })
    }

    /// Answers the second factor of a sign-in, and opens the session.
    async fn answer_challenge(
        &self,
        gql: &Context<'_>,
        input: AnswerChallengeInput,
    ) -> Result<SessionPayload> {
        let answer = answer(input.code, input.passkey)?;
        let session = sign_in::answer(ctx(gql), &input.challenge, answer).await?;
        Ok(payload(gql, session))
    }

    /// Asks for a passkey of whomever.
    async fn begin_passkey_sign_in(&self, gql: &Context<'_>) -> Result<ChallengePayload> {
        let asked = sign_in::begin_passkey(ctx(gql)).await?;
        Ok(ChallengePayload {
            challenge: asked.into(),
        })
    }

    /// Opens a session with a passkey: it is both factors at once.
    async fn sign_in_with_passkey(
        &self,
        gql: &Context<'_>,
        input: SignInWithPasskeyInput,
    ) -> Result<SessionPayload> {
        let ctx = ctx(gql);
        let session = sign_in::sign_in_with_passkey(ctx, &input.challenge, &input.passkey).await?;
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
        let cookie = cookies::without_session(&ctx(gql).app.config);
        gql.append_http_header("set-cookie", cookie);
        Ok(SignOutPayload { signed_out: true })
    }

    /// Asks for a fresh proof of who it is, before passwords, factors and tokens are changed.
    async fn begin_confirmation(&self, gql: &Context<'_>) -> Result<ChallengePayload> {
        let asked = sign_in::begin_confirmation(ctx(gql)).await?;
        let second_factor = asked.code || asked.passkey.is_some();
        let mut challenge: Challenge = asked.into();
        if !second_factor {
            challenge.methods.push(ChallengeMethod::Password);
        }
        Ok(ChallengePayload { challenge })
    }

    /// Proves once more who it is; good for ten minutes.
    async fn confirm_identity(
        &self,
        gql: &Context<'_>,
        input: ConfirmIdentityInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        let viewer = match (input.password, input.challenge) {
            (Some(password), _) => sign_in::confirm_by_password(ctx, &password).await?,
            (None, Some(challenge)) => {
                let answer = answer(input.code, input.passkey)?;
                sign_in::confirm(ctx, &challenge, answer).await?
            }
            (None, None) => return Err(unanswered("challenge").into()),
        };
        Ok(ViewerPayload::of(viewer))
    }

    /// Ends one of the viewer's sessions.
    async fn end_session(
        &self,
        gql: &Context<'_>,
        input: SessionIdInput,
    ) -> Result<EndSessionsPayload> {
        let ctx = ctx(gql);
        service::end(ctx, input.session_id).await?;
        Ok(EndSessionsPayload {
            ended: 1,
            viewer: Viewer(ctx.viewer.clone()),
        })
    }

    /// Ends all of the viewer's sessions but this one.
    async fn end_other_sessions(&self, gql: &Context<'_>) -> Result<EndSessionsPayload> {
        let ctx = ctx(gql);
        let ended = service::end_all_others(ctx).await?;
        Ok(EndSessionsPayload {
            ended: i32::try_from(ended).unwrap_or(i32::MAX),
            viewer: Viewer(ctx.viewer.clone()),
        })
    }

    /// Makes a token with which a program acts for the viewer.
    async fn create_access_token(
        &self,
        gql: &Context<'_>,
        input: CreateAccessTokenInput,
    ) -> Result<CreateAccessTokenPayload> {
        let (row, secret) =
            access_tokens::create(ctx(gql), &input.name, input.scopes, input.expires_at).await?;
        Ok(CreateAccessTokenPayload {
            access_token: AccessToken(row),
            secret,
        })
    }

    /// Ends a token.
    async fn revoke_access_token(
        &self,
        gql: &Context<'_>,
        input: AccessTokenIdInput,
    ) -> Result<ViewerPayload> {
        let ctx = ctx(gql);
        access_tokens::revoke(ctx, input.access_token_id).await?;
        Ok(ViewerPayload::of(ctx.viewer.clone()))
    }
}

impl From<SecondFactor> for Challenge {
    fn from(asked: SecondFactor) -> Self {
        let mut methods = Vec::new();
        if asked.passkey.is_some() {
            methods.push(ChallengeMethod::Passkey);
        }
        if asked.code {
            methods.push(ChallengeMethod::Code);
        }
        Self {
            challenge: asked.challenge,
            methods,
            passkey_options: asked.passkey,
        }
    }
}

fn answer(code: Option<String>, passkey: Option<String>) -> Result<Answer, Error> {
    match (code, passkey) {
        (_, Some(passkey)) => Ok(Answer::Passkey(passkey)),
        (Some(code), None) if !code.trim().is_empty() => Ok(Answer::Code(code)),
        _ => Err(unanswered("code")),
    }
}

fn unanswered(field: &str) -> Error {
    Error::field(
        field,
        ErrorCode::Required,
        say(
            "Nhập mã xác thực, hoặc dùng khóa truy cập.",
            "Enter the code, or use a passkey.",
        ),
    )
}

/// A session as the API gives it; its cookies go into the answer.
pub fn payload(gql: &Context<'_>, session: Session) -> SessionPayload {
    cookies::set(gql, &session);
    SessionPayload {
        access_token: session.access_token,
        expires_at: session.expires_at,
        viewer: Viewer(session.viewer),
    }
}
