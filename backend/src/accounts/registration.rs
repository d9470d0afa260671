//! Registration: first the organisation and the address, then, from the letter, the password.
//!
//! Whoever asks gets the same answer whether or not the address has an account; what the letter says is
//! for the owner of the address alone. The password is chosen by who opens the letter, so that nobody
//! can prepare an account for somebody else.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::jobs::{Registered, RegistrationRequested};
use super::{User, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::credentials;
use crate::credentials::rules::Whose;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{InvitationId, OrganizationId, UserId};
use crate::invitations;
use crate::limits::{self, Limit};
use crate::links::{self, Link, LinkKind};
use crate::organizations::service::NewOrganization;
use crate::organizations::{self, MembershipRole, MembershipStatus};
use crate::sessions::SignInMethod;
use crate::sessions::service::{Session, open};
use crate::text::{Locale, say};

/// Where the letter leads.
pub const PATH: &str = "/dang-ky/hoan-tat";

/// What a person who registers gives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewPerson {
    /// Address as typed.
    pub email: String,
    /// Name.
    pub name: String,
    /// Language.
    pub locale: Locale,
    /// Organisation to ask for.
    pub organization_id: Option<OrganizationId>,
    /// Organisation to create.
    pub new_organization: Option<NewOrganization>,
    /// Invitation to accept.
    #[serde(default)]
    pub invitation_id: Option<InvitationId>,
}

/// What a registration letter's page shows before the password is chosen.
#[derive(Debug)]
pub struct Preview {
    /// Who registers.
    pub person: NewPerson,
    /// The organisation that is asked for.
    pub organization: Option<organizations::Organization>,
}

/// Takes a registration in; the letter follows.
pub async fn request(ctx: &Ctx, key: &str, new: NewPerson) -> Result<()> {
    let (person, mut problems) = rules::new_person(&new.email, &new.name);
    match (
        &new.organization_id,
        &new.new_organization,
        &new.invitation_id,
    ) {
        (Some(_), None, None) | (None, None, Some(_)) => {}
        (None, Some(organization), None) => {
            problems.extend(organizations::service::problems(
                ctx,
                "newOrganization",
                organization,
            ));
        }
        _ => problems.push(Problem {
            field: "organizationId".into(),
            code: ErrorCode::Required,
            message: say(
                "Chọn tổ chức của bạn trong danh sách, hoặc tạo tổ chức mới.",
                "Choose your organisation from the list, or create it.",
            ),
        }),
    }
    Error::problems(problems)?;
    let (address, name) = person.ok_or_else(|| Error::internal("checked above"))?;
    let new = NewPerson {
        email: address.typed,
        name,
        ..new
    };
    let buckets = [
        (Limit::MailAccount, address.normalized.as_str()),
        (Limit::MailAddress, ctx.client.address.as_str()),
    ];
    let _spent = limits::charge(ctx, &buckets).await?;
    let txn = ctx.begin().await?;
    if let Some(id) = new.organization_id {
        organizations::service::joinable(&txn, id).await?;
    }
    if let Some(id) = new.invitation_id {
        invitations::service::open_to(ctx, &txn, id, &address.normalized).await?;
    }
    if let Some(organization) = &new.new_organization {
        organizations::service::creatable(ctx, &txn, "newOrganization", organization).await?;
    }
    let scope = key_scope(&address.normalized);
    let claim = client_keys::claim(ctx, &txn, scope, "requestRegistration", key, &new).await?;
    // The same click again: the letter is on its way.
    if let Claim::Fresh(_) = claim {
        let kind = LinkKind::Registration;
        let link_id = links::make(ctx, &txn, kind, None, &address.normalized, &new).await?;
        ctx.enqueue(&txn, &RegistrationRequested { link_id })
            .await?;
    }
    txn.commit().await
}

/// What a registration letter is about; looking uses nothing up.
pub async fn preview(ctx: &Ctx, token: &str) -> Result<Preview> {
    let link = links::look(ctx, LinkKind::Registration, token).await?;
    let person: NewPerson = link.detail()?;
    let organization = match organization_of(ctx, &person).await? {
        Some(id) => organizations::store::find(&ctx.app.db, id).await?,
        None => None,
    };
    Ok(Preview {
        person,
        organization,
    })
}

/// The organisation that is here and will be joined, by a request or an invitation.
async fn organization_of(ctx: &Ctx, new: &NewPerson) -> Result<Option<OrganizationId>> {
    let Some(id) = new.invitation_id else {
        return Ok(new.organization_id);
    };
    let invitation = invitations::store::find(&ctx.app.db, id).await?;
    let good = invitation.filter(|row| row.is_good(ctx.now()));
    Ok(good.map(|row| row.organization_id))
}

/// Makes the account with its password, and its organisation or a request to join one; signs in.
pub async fn complete(ctx: &Ctx, token: &str, password: &str) -> Result<Session> {
    let link = links::look(ctx, LinkKind::Registration, token).await?;
    let new: NewPerson = link.detail()?;
    let whose = whose(ctx, &new).await?;
    let id = UserId(ctx.app.ids.next());
    // Hashed before the transaction: it takes long, and a write transaction must be short.
    let password =
        credentials::service::prepare(ctx, "password", id, password, &whose, false).await?;
    let txn = ctx.begin().await?;
    links::take(ctx, &txn, LinkKind::Registration, token).await?;
    let user = add_person(ctx, &txn, id, &link, new).await?;
    credentials::store::set_password(&txn, password).await?;
    open(ctx, txn, user, SignInMethod::Registration, false).await
}

/// Adds the person of a registration whose address is proven, and what she asked for.
pub async fn add_person(
    ctx: &Ctx,
    txn: &Txn,
    id: UserId,
    link: &Link,
    new: NewPerson,
) -> Result<User> {
    let now = ctx.now();
    let user = User {
        id,
        email: new.email,
        email_normalized: link.address.clone(),
        name: new.name,
        locale: new.locale,
        staff_role: None,
        suspended_at: None,
        closed_at: None,
        created_at: now,
        updated_at: now,
    };
    store::insert(txn, user.clone()).await?;
    match (new.organization_id, new.new_organization) {
        (Some(organization), _) => {
            let organization = organizations::service::joinable(txn, organization).await?;
            organizations::service::join(ctx, txn, &organization, id).await?;
        }
        (None, Some(organization)) => {
            let organization =
                organizations::service::register(ctx, txn, organization, Some(id)).await?;
            let role = (MembershipRole::Owner, MembershipStatus::Active);
            organizations::service::add_member(ctx, txn, organization, id, role).await?;
        }
        (None, None) => {}
    }
    if let Some(invitation) = new.invitation_id {
        invitations::service::accept_newly_registered(ctx, txn, &user, invitation).await?;
    }
    audit::record(ctx, txn, "account.registered", Subject::user(id), &()).await?;
    ctx.enqueue(txn, &Registered { user_id: id }).await?;
    Ok(user)
}

/// The names a new person's password must not be built from.
async fn whose(ctx: &Ctx, new: &NewPerson) -> Result<Whose> {
    let mut organizations = Vec::new();
    if let Some(organization) = &new.new_organization {
        let name = &organization.legal_name;
        organizations.extend([&name.vi, &name.en].into_iter().flatten().cloned());
    }
    if let Some(id) = organization_of(ctx, new).await?
        && let Some(organization) = organizations::store::find(&ctx.app.db, id).await?
    {
        organizations.push(organization.legal_name.both());
    }
    Ok(Whose {
        name: new.name.clone(),
        email: new.email.clone(),
        organizations,
    })
}

/// A client key's scope before there is an account: the address stands for the person.
fn key_scope(normalized: &str) -> UserId {
    let digest = Sha256::digest(normalized);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    UserId(Uuid::from_bytes(bytes))
}
