//! Everything we have about a person, for that person (Law 91/2025/QH15: access and portability).

use serde_json::{Value, json};

use super::store;
use crate::app::Ctx;
use crate::audit;
use crate::credentials;
use crate::error::{Error, Result};
use crate::files;
use crate::invitations;
use crate::mail;
use crate::moderation;
use crate::oidc;
use crate::organizations;
use crate::researchers;
use crate::saved_searches;
use crate::sessions::{self, rules::device_name};

/// The data of the person who asks. Secrets (hashes, sealed values) are not data about a person and stay
/// where they are.
pub async fn of(ctx: &Ctx) -> Result<Value> {
    let person = ctx.in_person()?;
    let (db, id) = (&ctx.app.db, person.id);
    let user = store::find(db, id).await?.ok_or_else(Error::not_found)?;
    let memberships = organizations::store::memberships_of(db, id).await?;
    let ids: Vec<_> = memberships.iter().map(|m| m.organization_id).collect();
    let names = organizations::store::find_many(db, &ids).await?;
    let name = |id| {
        names
            .iter()
            .find(|o| o.id == id)
            .map(|o| o.legal_name.both())
    };
    let researcher = researchers::store::of_user(db, id).await?;
    let own: Vec<_> = researcher.iter().map(|row| row.id).collect();
    let domains = researchers::store::domains_of(db, &own).await?;
    let languages = researchers::store::languages_of(db, &own).await?;
    let code = |value: &dyn erased::Code| value.code();
    Ok(json!({
        "format": "i-forum personal data 1",
        "exportedAt": ctx.now(),
        "account": {
            "id": id,
            "name": user.name,
            "email": user.email,
            "language": code(&user.locale),
            "staffRole": user.staff_role.map(|role| code(&role)),
            "createdAt": user.created_at,
            "updatedAt": user.updated_at,
        },
        "memberships": memberships.iter().map(|m| json!({
            "organization": name(m.organization_id),
            "organizationId": m.organization_id,
            "role": code(&m.role),
            "status": code(&m.status),
            "since": m.created_at,
        })).collect::<Vec<_>>(),
        "researcher": researcher.map(|row| json!({
            "headline": row.headline,
            "biography": row.biography,
            "organizationId": row.organization_id,
            "affiliation": row.affiliation,
            "orcid": row.orcid,
            "domains": domains.iter().map(|(_, code)| code).collect::<Vec<_>>(),
            "keywords": row.keywords,
            "publications": row.publications,
            "languages": languages.iter().map(|(_, code)| code).collect::<Vec<_>>(),
            "evaluator": row.evaluator,
            "consortiumPartner": row.consortium_partner,
            "interests": row.interests,
            "createdAt": row.created_at,
            "updatedAt": row.updated_at,
        })),
        "invitations": invitations::store::of_person(db, id, &user.email_normalized).await?.iter().map(|row| json!({
            "organizationId": row.organization_id,
            // Others' addresses are theirs.
            "to": (row.email_normalized == user.email_normalized).then_some(&row.email),
            "sentByMe": row.invited_by == id,
            "role": code(&row.role),
            "status": code(&row.status_at(ctx.now())),
            "createdAt": row.created_at,
        })).collect::<Vec<_>>(),
        "savedSearches": saved_searches::store::of_user(db, id).await?.iter().map(|search| json!({
            "name": search.name,
            "criteria": search.criteria,
            "frequency": code(&search.frequency),
            "createdAt": search.created_at,
            "alertedAt": search.alerted_at,
        })).collect::<Vec<_>>(),
        "uploads": files::store::of_user(db, id).await?.iter().map(|file| json!({
            "name": file.name,
            "mediaType": file.media_type.media_type(),
            "size": file.size,
            "uploadedAt": file.created_at,
        })).collect::<Vec<_>>(),
        "passkeys": credentials::store::passkeys_of(db, id).await?.iter().map(|key| json!({
            "name": key.name,
            "createdAt": key.created_at,
            "lastUsedAt": key.last_used_at,
        })).collect::<Vec<_>>(),
        "password": credentials::store::find_password(db, id).await?.map(|row| json!({
            "changedAt": row.changed_at,
        })),
        "authenticatorApp": credentials::store::find_enabled_totp(db, id).await?.map(|row| json!({
            "enabledAt": row.enabled_at,
        })),
        "emailChanges": store::email_changes_of(db, id).await?.iter().map(|row| json!({
            "to": row.new_email,
            "requestedAt": row.created_at,
            "oldConfirmedAt": row.old_confirmed_at,
            "newConfirmedAt": row.new_confirmed_at,
            "endedAt": row.ended_at,
        })).collect::<Vec<_>>(),
        "devices": sessions::store::devices_of(db, id).await?.iter().map(|row| json!({
            "firstSeenAt": row.first_seen_at,
            "lastSeenAt": row.last_seen_at,
        })).collect::<Vec<_>>(),
        "sessions": sessions::store::sessions_of(db, id).await?.iter().map(|session| json!({
            "device": device_name(session.user_agent.as_deref()),
            "userAgent": session.user_agent,
            "address": session.address,
            "signedInAt": session.created_at,
            "lastUsedAt": session.last_used_at,
        })).collect::<Vec<_>>(),
        "accessTokens": sessions::store::access_tokens_of(db, id).await?.iter().map(|token| json!({
            "name": token.name,
            "scopes": token.scopes,
            "createdAt": token.created_at,
            "expiresAt": token.expires_at,
            "lastUsedAt": token.last_used_at,
        })).collect::<Vec<_>>(),
        "providers": oidc::store::of_user(db, id).await?.iter().map(|identity| json!({
            "issuer": identity.issuer,
            "subject": identity.subject,
            "linkedAt": identity.created_at,
        })).collect::<Vec<_>>(),
        "consents": store::consents_of(db, id).await?.iter().map(|consent| json!({
            "purpose": consent.purpose,
            "wording": consent.wording_version,
            "givenAt": consent.given_at,
            "withdrawnAt": consent.withdrawn_at,
        })).collect::<Vec<_>>(),
        "reports": moderation::store::asked_by(db, id).await?.iter().map(|review| json!({
            "kind": code(&review.kind),
            "text": review.opening_text,
            "openedAt": review.opened_at,
            "decision": review.decision.map(|decision| code(&decision)),
            "decidedAt": review.decided_at,
            "reason": review.reason,
        })).collect::<Vec<_>>(),
        "emails": mail::store::of_user(db, id).await?.iter().map(|email| json!({
            "to": email.to_address,
            "subject": email.subject,
            "text": email.text_body,
            "createdAt": email.created_at,
            "sentAt": email.sent_at,
        })).collect::<Vec<_>>(),
        "records": audit::store::of_user(db, id).await?.iter().map(|record| json!({
            "at": record.at,
            "action": record.action,
            "subject": record.subject_id,
            // By whom others acted is not her data.
            "address": record.address.as_ref().filter(|_| record.actor_id.is_none_or(|by| by == id)),
        })).collect::<Vec<_>>(),
    }))
}

/// Enums as the API spells them.
mod erased {
    use async_graphql::{InputType, Value};

    /// Something with a code.
    pub trait Code {
        /// The code.
        fn code(&self) -> String;
    }

    impl<T: InputType> Code for T {
        fn code(&self) -> String {
            match self.to_value() {
                Value::Enum(name) => name.to_string(),
                other => other.to_string(),
            }
        }
    }
}
