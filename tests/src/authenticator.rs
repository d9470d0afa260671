//! A passkey authenticator in software: what a phone or a security key does.

use passkey::authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod};
use passkey::client::{Client as Browser, DefaultClientData};
use passkey::crypto::AvailableBackend;
use passkey::types::Passkey;
use passkey::types::ctap2::{Aaguid, Ctap2Error};
use passkey::types::webauthn::{
    CredentialCreationOptions, CredentialRequestOptions, PublicKeyCredentialCreationOptions,
    PublicKeyCredentialRequestOptions,
};
use url::Url;

/// The owner's finger, always on the sensor, unless the device does not ask for it.
struct Finger {
    verifies: bool,
}

#[async_trait::async_trait]
impl UserValidationMethod for Finger {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _: UiHint<'a, Passkey>,
        presence: bool,
        verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence,
            verification: verification && self.verifies,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(self.verifies)
    }
}

/// A browser with an authenticator built in.
pub struct Device {
    browser:
        Browser<Option<Passkey>, Finger, AvailableBackend, public_suffix::PublicSuffixList, ()>,
    origin: Url,
}

impl Device {
    /// A device at the product's own address.
    pub fn new() -> Self {
        Self::at("http://localhost:8080")
    }

    /// A device that looks at some page.
    pub fn at(origin: &str) -> Self {
        let finger = Finger { verifies: true };
        // It keeps one.
        let store: Option<Passkey> = None;
        let authenticator =
            Authenticator::new(Aaguid::new_empty(), store, finger, AvailableBackend);
        Self {
            browser: Browser::new(authenticator).allows_insecure_localhost(true),
            origin: origin.parse().expect("an address"),
        }
    }

    /// `navigator.credentials.create`, JSON in, JSON out.
    pub async fn create(&mut self, options: &str) -> Option<String> {
        let public_key: PublicKeyCredentialCreationOptions =
            serde_json::from_str(options).expect("options as the standard says");
        let request = CredentialCreationOptions { public_key };
        let made = self
            .browser
            .register(&self.origin, request, DefaultClientData)
            .await;
        made.ok()
            .map(|made| serde_json::to_string(&made).expect("JSON"))
    }

    /// `navigator.credentials.get`, JSON in, JSON out.
    pub async fn get(&mut self, options: &str) -> Option<String> {
        let mut public_key: PublicKeyCredentialRequestOptions =
            serde_json::from_str(options).expect("options as the standard says");
        // To browsers an empty list is none: any passkey for this page will do.
        public_key.allow_credentials = public_key.allow_credentials.filter(|list| !list.is_empty());
        let request = CredentialRequestOptions { public_key };
        let signed = self
            .browser
            .authenticate(&self.origin, request, DefaultClientData)
            .await;
        signed
            .ok()
            .map(|signed| serde_json::to_string(&signed).expect("JSON"))
    }
}

impl Default for Device {
    fn default() -> Self {
        Self::new()
    }
}
