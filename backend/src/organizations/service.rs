//! The use cases: create, found, change, ask to join, let in.

use serde::{Deserialize, Serialize};

use super::closing;
use super::entity::{
    AllianceStatus, MembershipRole, MembershipStatus, OrganizationKind, Standing, Verification,
};
use super::jobs::{MembershipApproved, MembershipRequested};
use super::rules::{Identity, Profile};
use super::{Membership, Organization, names, rules, store};
use crate::app::{App, Ctx};
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::{Txn, alone};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::invitations;
use crate::limits::{self, Limit};
use crate::moderation::{self, About};
use crate::policy::{Action, Viewer};
use crate::researchers;
use crate::text::{BilingualText, BilingualTextInput, fold, say};
use crate::verification;

/// Organisations of one person's whose registration may wait at once.
const REGISTRATIONS_MAX: u64 = 5;
/// Requests of one person to join organisations that may wait at once.
const REQUESTS_MAX: usize = 10;

/// What an organisation begins with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewOrganization {
    /// Kind.
    pub kind: OrganizationKind,
    /// Legal name.
    pub legal_name: BilingualTextInput,
    /// What it does.
    pub summary: BilingualTextInput,
    /// Tax or enterprise code.
    pub tax_code: Option<String>,
    /// Seat.
    pub place_id: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Code of a public body.
    #[serde(default)]
    pub establishment_code: Option<String>,
    /// Who sends it knows that the name looks like another's.
    #[serde(default)]
    pub acknowledge_similar_name: bool,
}

impl NewOrganization {
    fn profile(&self) -> Profile {
        rules::tidy(Profile {
            kind: self.kind,
            legal_name: self.legal_name.clone(),
            summary: self.summary.clone(),
            capabilities: BilingualTextInput::default(),
            domains: Vec::new(),
            tax_code: self.tax_code.clone(),
            establishment_code: self.establishment_code.clone(),
            address: None,
            place_id: self.place_id.clone(),
            website: self.website.clone(),
        })
    }
}

/// Everything that is wrong with a new organisation; fields are named below `path`.
pub fn problems(ctx: &Ctx, path: &str, new: &NewOrganization) -> Vec<Problem> {
    // As it was sent: tidying drops characters that a name must not have.
    let sent = Profile {
        legal_name: new.legal_name.clone(),
        ..new.profile()
    };
    rules::problems(path, &sent, &ctx.app.gazetteer, &ctx.app.taxonomy)
}

/// Adds an organisation that was checked with [`problems`].
pub async fn create(ctx: &Ctx, txn: &Txn, new: NewOrganization) -> Result<OrganizationId> {
    let id = OrganizationId(ctx.app.ids.next());
    create_as(ctx, txn, id, &new, Standing::Listed).await?;
    Ok(id)
}

async fn create_as(
    ctx: &Ctx,
    txn: &Txn,
    id: OrganizationId,
    new: &NewOrganization,
    standing: Standing,
) -> Result<()> {
    let now = ctx.now();
    let profile = new.profile();
    let row = Organization {
        id,
        kind: profile.kind,
        legal_name: BilingualText::new(profile.legal_name),
        summary: BilingualText::new(profile.summary),
        search_text: String::new(),
        tax_code: profile.tax_code,
        website: profile.website,
        place_id: profile.place_id,
        verification: Verification::Unverified,
        demonstration: matches!(ctx.viewer, Viewer::System),
        created_at: now,
        updated_at: now,
        requires_second_factor: false,
        suspended_at: None,
        establishment_code: profile.establishment_code,
        address: None,
        capabilities: BilingualText::default(),
        version: 1,
        name_key_vi: None,
        name_key_en: None,
        standing,
        standing_reason: None,
        verified_at: None,
        verified_by: None,
        verified_until: None,
        alliance_status: AllianceStatus::None,
        alliance_since: None,
        alliance_reason: None,
    };
    store::insert(txn, named(row)).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, txn, "organization.created", subject, &standing).await
}

/// The organisation with everything that follows from its names and codes.
fn named(mut row: Organization) -> Organization {
    let codes = [row.tax_code.as_deref(), row.establishment_code.as_deref()];
    let codes: Vec<_> = codes.into_iter().flatten().collect();
    row.search_text = fold(&format!("{} {}", row.legal_name.both(), codes.join(" ")));
    row.name_key_vi = row.legal_name.vi.as_deref().and_then(names::key);
    row.name_key_en = row.legal_name.en.as_deref().and_then(names::key);
    row
}

/// Reduces the names of rows that are older than their keys.
pub async fn fill_name_keys(app: &App) -> Result<()> {
    for row in store::without_keys(&app.db).await? {
        store::set_keys(&app.db, &named(row)).await?;
    }
    Ok(())
}

/// As [`create`], by somebody who registers: the alliance looks at it, and while its name looks like
/// another's nobody else does.
pub async fn register(
    ctx: &Ctx,
    txn: &Txn,
    new: NewOrganization,
    by: Option<UserId>,
) -> Result<OrganizationId> {
    let id = OrganizationId(ctx.app.ids.next());
    register_as(ctx, txn, id, new, by).await?;
    Ok(id)
}

async fn register_as(
    ctx: &Ctx,
    txn: &Txn,
    id: OrganizationId,
    new: NewOrganization,
    by: Option<UserId>,
) -> Result<()> {
    let keys = keys_of(&new.profile().legal_name);
    // Whatever was acknowledged: somebody may have taken the name since.
    let standing = if similar(txn, &keys, None).await?.is_empty() {
        Standing::Listed
    } else {
        Standing::Waiting
    };
    create_as(ctx, txn, id, &new, standing).await?;
    moderation::open_by(ctx, txn, About::Registration(id), by).await
}

/// Refuses a new organisation that is here already, or whose name looks like another's.
pub async fn creatable(_ctx: &Ctx, txn: &Txn, path: &str, new: &NewOrganization) -> Result<()> {
    let profile = new.profile();
    unclaimed(txn, path, &profile, None).await?;
    if new.acknowledge_similar_name {
        return Ok(());
    }
    let others = similar(txn, &keys_of(&profile.legal_name), None).await?;
    if others.is_empty() {
        Ok(())
    } else {
        Err(rules::name_similar(path, &others))
    }
}

/// The codes are nobody else's.
async fn unclaimed(
    txn: &Txn,
    path: &str,
    profile: &Profile,
    own: Option<OrganizationId>,
) -> Result<()> {
    let field = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    let others = |found: Option<Organization>| found.is_some_and(|row| Some(row.id) != own);
    if let Some(code) = &profile.tax_code
        && others(store::find_by_tax_code(txn, code).await?)
    {
        return Err(store::code_taken(&field("taxCode")));
    }
    if let Some(code) = &profile.establishment_code
        && others(store::find_by_establishment_code(txn, code).await?)
    {
        return Err(store::code_taken(&field("establishmentCode")));
    }
    Ok(())
}

fn keys_of(name: &BilingualTextInput) -> Vec<String> {
    let mut keys: Vec<_> = [&name.vi, &name.en]
        .into_iter()
        .flatten()
        .filter_map(|name| names::key(name))
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Listed organisations whose names look like one with these keys. Of two that come at once with the
/// same name the second sees the first.
async fn similar(
    txn: &Txn,
    keys: &[String],
    own: Option<OrganizationId>,
) -> Result<Vec<Organization>> {
    for key in keys {
        alone(txn, &format!("organisation named {key}")).await?;
    }
    let mut found = store::listed_with_keys(txn, keys).await?;
    found.retain(|row| Some(row.id) != own);
    Ok(found)
}

/// Founds a further organisation; who does owns it.
pub async fn found(ctx: &Ctx, key: &str, new: NewOrganization) -> Result<Organization> {
    let user = ctx.in_person()?.id;
    Error::problems(problems(ctx, "newOrganization", &new))?;
    let txn = ctx.begin().await?;
    let id = match client_keys::claim(ctx, &txn, user, "createOrganization", key, &new).await? {
        Claim::Fresh(id) => OrganizationId(id),
        Claim::Repeat(id) => return store::find_there(&txn, OrganizationId(id)).await,
    };
    if moderation::store::count_opened_by(&txn, user).await? >= REGISTRATIONS_MAX {
        return Err(Error::conflict(say(
            "Bạn đang có nhiều tổ chức chờ Liên minh xem xét. Hãy chờ kết quả trước khi tạo thêm.",
            "Several organisations of yours wait for the alliance. Wait for its answer before you create another.",
        )));
    }
    creatable(ctx, &txn, "newOrganization", &new).await?;
    register_as(ctx, &txn, id, new, Some(user)).await?;
    let role = (MembershipRole::Owner, MembershipStatus::Active);
    add_member(ctx, &txn, id, user, role).await?;
    let organization = store::find_there(&txn, id).await?;
    txn.commit().await?;
    Ok(organization)
}

/// Replaces what an organisation says of itself. A change of what it was verified by ends the
/// verification; a new name that looks like another's hides it until the alliance has looked.
pub async fn update(
    ctx: &Ctx,
    id: OrganizationId,
    version: i32,
    sent: Profile,
    acknowledged: bool,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut row = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditOrganization(&row))?;
    if row.version != version {
        return Err(Error::stale());
    }
    let (gazetteer, taxonomy) = (&ctx.app.gazetteer, &ctx.app.taxonomy);
    Error::problems(rules::problems("content", &sent, gazetteer, taxonomy))?;
    let profile = rules::tidy(sent);
    unclaimed(&txn, "content", &profile, Some(id)).await?;
    let before = Identity::of(&row);
    let domains = profile.domains.clone();
    row = named(with_profile(row, profile));
    row.updated_at = ctx.now();
    let after = Identity::of(&row);
    if !after.same_name(&before) {
        let keys: Vec<_> = [&row.name_key_vi, &row.name_key_en]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        let others = similar(&txn, &keys, Some(id)).await?;
        if !others.is_empty() && !acknowledged {
            return Err(rules::name_similar("content", &others));
        }
        if !others.is_empty() && row.standing == Standing::Listed {
            row.standing = Standing::Waiting;
        }
    }
    if after != before {
        row = identity_changed(ctx, &txn, row, &before).await?;
    }
    let row = store::update(&txn, row).await?;
    store::set_domains(&txn, id, &domains).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "organization.updated", subject, &row.version).await?;
    txn.commit().await?;
    Ok(row)
}

/// The alliance looks anew at whom it had verified, or not accepted.
async fn identity_changed(
    ctx: &Ctx,
    txn: &Txn,
    mut row: Organization,
    before: &Identity,
) -> Result<Organization> {
    let subject = Subject::organization(row.id);
    audit::record(ctx, txn, "organization.identity_changed", subject, before).await?;
    if row.standing == Standing::Rejected {
        row.standing = Standing::Waiting;
        row.standing_reason = None;
    }
    let about = About::Registration(row.id);
    let waits = moderation::store::find_open(txn, about).await?.is_some();
    // Nobody slips another name past the alliance: one that was or is being verified is looked at
    // there, any other as if it were new.
    let verifying = matches!(
        row.verification,
        Verification::Verified | Verification::Pending
    );
    if !waits && (row.standing == Standing::Waiting || !verifying) {
        moderation::open(ctx, txn, about).await?;
    }
    verification::service::identity_changed(ctx, txn, row, before).await
}

fn with_profile(mut row: Organization, profile: Profile) -> Organization {
    row.kind = profile.kind;
    row.legal_name = row.legal_name.revised(profile.legal_name);
    row.summary = row.summary.revised(profile.summary);
    row.capabilities = row.capabilities.revised(profile.capabilities);
    row.tax_code = profile.tax_code;
    row.establishment_code = profile.establishment_code;
    row.address = profile.address;
    row.place_id = profile.place_id;
    row.website = profile.website;
    row
}

/// Refuses what an organisation cannot do while the public may not see it.
pub async fn must_be_listed(txn: &Txn, id: OrganizationId) -> Result<()> {
    rules::must_be_listed(&store::find_there(txn, id).await?)
}

/// The organisation, if one can ask to join it.
pub async fn joinable(txn: &Txn, id: OrganizationId) -> Result<Organization> {
    store::find(txn, id)
        .await?
        .filter(|row| row.suspended_at.is_none() && row.standing == Standing::Listed)
        .ok_or_else(Error::not_found)
}

/// A signed-in person asks to join; its owners answer.
pub async fn request_membership(ctx: &Ctx, id: OrganizationId) -> Result<Membership> {
    let user = ctx.in_person()?.id;
    // Who was declined may ask again, but not without end.
    let whose = format!("membership {user} {id}");
    let _spent = limits::charge(ctx, &[(Limit::MailAccount, whose.as_str())]).await?;
    let txn = ctx.begin().await?;
    let organization = joinable(&txn, id).await?;
    let own = store::memberships_of(&txn, user).await?;
    if own
        .iter()
        .any(|membership| membership.organization_id == id)
    {
        return Err(Error::conflict(say(
            "Bạn đã là thành viên hoặc đã xin tham gia tổ chức này.",
            "You belong to this organisation already, or have asked to join it.",
        )));
    }
    let waiting = |m: &&Membership| m.status == MembershipStatus::Pending;
    if own.iter().filter(waiting).count() >= REQUESTS_MAX {
        return Err(Error::conflict(say(
            "Bạn đang xin tham gia nhiều tổ chức. Hãy rút bớt yêu cầu hoặc chờ trả lời.",
            "You have asked to join many organisations. Take some requests back, or wait for an answer.",
        )));
    }
    let membership_id = join(ctx, &txn, &organization, user).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "membership.requested", subject, &user).await?;
    let membership = store::find_membership(&txn, membership_id).await?;
    txn.commit().await?;
    membership.ok_or_else(|| Error::internal("a membership that was just made"))
}

/// Ends all of a person's memberships; an organisation that others belong to keeps an owner, one that
/// nobody else belongs to is closed.
pub async fn leave_all(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    let mut memberships = store::memberships_of(txn, user).await?;
    // Always in one order, so that two who leave never wait for each other.
    memberships.sort_by_key(|membership| membership.organization_id);
    for membership in memberships {
        let organization = store::lock(txn, membership.organization_id).await?;
        depart(ctx, txn, organization, &membership).await?;
    }
    Ok(())
}

/// Ends a membership of a locked organisation; true when that closed it.
pub(crate) async fn depart(
    ctx: &Ctx,
    txn: &Txn,
    organization: Organization,
    membership: &Membership,
) -> Result<bool> {
    let all = store::all_members(txn, organization.id).await?;
    let others: Vec<_> = all
        .into_iter()
        .filter(|other| other.id != membership.id && other.status == MembershipStatus::Active)
        .collect();
    let owner = |m: &Membership| m.role == MembershipRole::Owner;
    let active = membership.status == MembershipStatus::Active;
    if active && owner(membership) && !others.is_empty() && !others.iter().any(owner) {
        return Err(last_owner());
    }
    store::delete_membership(txn, membership).await?;
    let user = membership.user_id;
    researchers::store::unaffiliate(txn, user, organization.id).await?;
    invitations::store::end_by(txn, organization.id, user, ctx.now()).await?;
    if active && others.is_empty() {
        closing::close(ctx, txn, organization).await?;
        return Ok(true);
    }
    Ok(false)
}

/// An organisation keeps at least one owner.
pub fn last_owner() -> Error {
    Error::new(
        ErrorCode::LastOwner,
        say(
            "Bạn là chủ sở hữu duy nhất của một tổ chức còn người khác. Hãy chuyển quyền sở hữu trước.",
            "You are the only owner of an organisation that others belong to. Transfer its ownership first.",
        ),
    )
}

/// Adds a membership as given.
pub async fn add_member(
    ctx: &Ctx,
    txn: &Txn,
    organization_id: OrganizationId,
    user_id: UserId,
    (role, status): (MembershipRole, MembershipStatus),
) -> Result<MembershipId> {
    let id = MembershipId(ctx.app.ids.next());
    let row = Membership {
        id,
        organization_id,
        user_id,
        role,
        status,
        created_at: ctx.now(),
    };
    store::insert_membership(txn, row).await?;
    Ok(id)
}

/// Asks to join: an editor once the owner agrees.
pub async fn join(
    ctx: &Ctx,
    txn: &Txn,
    organization: &Organization,
    user_id: UserId,
) -> Result<MembershipId> {
    let role = (MembershipRole::Editor, MembershipStatus::Pending);
    let membership_id = add_member(ctx, txn, organization.id, user_id, role).await?;
    ctx.enqueue(txn, &MembershipRequested { membership_id })
        .await?;
    Ok(membership_id)
}

/// Lets a person in who asked to join.
pub async fn approve_membership(ctx: &Ctx, id: MembershipId) -> Result<Membership> {
    let txn = ctx.begin().await?;
    let membership = store::find_membership(&txn, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ApproveMembership(&membership))?;
    ctx.in_person()?;
    if membership.status != MembershipStatus::Pending {
        return Err(Error::illegal_transition(say(
            "Người này đã là thành viên.",
            "This person is a member already.",
        )));
    }
    store::activate(&txn, &membership).await?;
    let subject = Subject::organization(membership.organization_id);
    audit::record(
        ctx,
        &txn,
        "membership.approved",
        subject,
        &membership.user_id,
    )
    .await?;
    ctx.enqueue(&txn, &MembershipApproved { membership_id: id })
        .await?;
    txn.commit().await?;
    Ok(Membership {
        status: MembershipStatus::Active,
        ..membership
    })
}
