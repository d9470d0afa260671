//! Organisations and people.

use super::{Garden, code, input};
use crate::accounts::StaffRole;
use crate::accounts::rules::EmailAddress;
use crate::accounts::service::{NewAccount, add_account};
use crate::credentials::{self, totp};
use crate::error::{Error, Result};
use crate::ids::{SessionId, UserId};
use crate::organizations::service::{NewOrganization, add_member, create};
use crate::organizations::{MembershipRole, MembershipStatus};
use crate::policy::{Access, Person, Viewer};

pub(super) async fn plant(garden: &mut Garden) -> Result<()> {
    let ctx = garden.system();
    // One password, one hash: thirty would only cost half a second of everybody's start.
    let password_hash = ctx.app.passwords.hash(seeds::PASSWORD).await?;
    let txn = ctx.begin().await?;
    for seed in seeds::organizations() {
        let new = NewOrganization {
            kind: code(&seed.kind)?,
            legal_name: input(&seed.legal_name),
            summary: input(&seed.summary),
            tax_code: seed.tax_code,
            place_id: seed.place,
            website: seed.website,
            establishment_code: None,
            acknowledge_similar_name: false,
        };
        let id = create(&ctx, &txn, new).await?;
        garden.organizations.insert(seed.key, id);
    }
    for seed in seeds::people() {
        let address = EmailAddress::parse(&seed.email)
            .ok_or_else(|| Error::internal(format!("not an address: {}", seed.email)))?;
        let staff_role: Option<StaffRole> = seed.staff_role.as_deref().map(code).transpose()?;
        let id = UserId(ctx.app.ids.next());
        let account = NewAccount {
            id,
            address,
            name: seed.name,
            password_hash: password_hash.clone(),
            locale: code(&seed.locale)?,
        };
        let user = add_account(&ctx, &txn, account, staff_role).await?;
        if staff_role.is_some() {
            // The alliance's staff need a second factor; the development page shows its codes.
            let fresh = totp::fresh(&ctx.app, id, &user.email)?;
            let row = credentials::entity::totp::Model {
                user_id: id,
                secret: fresh.sealed,
                created_at: ctx.now(),
                enabled_at: Some(ctx.now()),
                last_step: None,
            };
            credentials::store::set_totp(&txn, row).await?;
        }
        let mut memberships = Vec::new();
        if let Some(key) = seed.organization {
            let organization = garden.organization(&key)?;
            let role: MembershipRole = code(&seed.role)?;
            add_member(
                &ctx,
                &txn,
                organization,
                id,
                (role, MembershipStatus::Active),
            )
            .await?;
            memberships.push((organization, role));
        }
        // No session: nobody signs in while planting.
        let person = Person {
            id,
            name: user.name,
            locale: user.locale,
            memberships,
            second_factor_missing: false,
            access: Access::Session {
                id: SessionId(uuid::Uuid::nil()),
                confirmed_at: ctx.now(),
            },
        };
        let viewer = match staff_role {
            Some(role) => Viewer::Staff(person, role),
            None => Viewer::Member(person),
        };
        garden.viewers.insert(seed.key, viewer);
    }
    txn.commit().await
}
