//! What comes in about accounts.

use async_graphql::InputObject;

use super::entity::ConsentPurpose;
use super::registration::NewPerson;
use crate::ids::{InvitationId, OrganizationId};
use crate::organizations::inputs::NewOrganizationInput;
use crate::text::Locale;

/// A registration: one of `organizationId` (ask to join), `newOrganization` and `invitationId`.
#[derive(InputObject)]
pub struct RequestRegistrationInput {
    /// Made by the client; the same key with the same body answers as before.
    pub client_key: String,
    /// Work address.
    pub email: String,
    /// Name as others will read it.
    pub name: String,
    /// Language of emails.
    pub locale: Locale,
    /// An organisation that is here already.
    pub organization_id: Option<OrganizationId>,
    /// An organisation that is new here.
    pub new_organization: Option<NewOrganizationInput>,
    /// An invitation to this address: completing the registration accepts it.
    pub invitation_id: Option<InvitationId>,
}

impl RequestRegistrationInput {
    /// The key, and what is asked for.
    pub fn split(self) -> (String, NewPerson) {
        let person = NewPerson {
            email: self.email,
            name: self.name,
            locale: self.locale,
            organization_id: self.organization_id,
            new_organization: self.new_organization.map(Into::into),
            invitation_id: self.invitation_id,
        };
        (self.client_key, person)
    }
}

/// A link's token, and the password to set.
#[derive(InputObject)]
pub struct SetPasswordInput {
    /// From the letter's link.
    pub token: String,
    /// At least 15 characters, 8 beside a second factor; any character, spaces included.
    pub password: String,
}

/// An address.
#[derive(InputObject)]
pub struct EmailInput {
    /// The address.
    pub email: String,
}

/// A link's token.
#[derive(InputObject)]
pub struct TokenInput {
    /// From the letter's link.
    pub token: String,
}

/// What to change; what is left out stays.
#[derive(InputObject)]
pub struct UpdateProfileInput {
    /// Name.
    pub name: Option<String>,
    /// Language of emails.
    pub locale: Option<Locale>,
}

/// A consent to give or withdraw.
#[derive(InputObject)]
pub struct SetConsentInput {
    /// For what.
    pub purpose: ConsentPurpose,
    /// Given or withdrawn.
    pub given: bool,
}
