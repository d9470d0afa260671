//! Passkeys: the library's ceremonies with our origin, and its answers as ours.

use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::entity::passkey::Model;
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::text::say;

/// What a page hands to `navigator.credentials`, as JSON text, and what we must remember until it
/// answers.
pub struct Begun {
    /// For the page.
    pub options: String,
    /// For the challenge.
    pub state: String,
}

/// The ceremonies; there are none where the product is reached by a bare IP address, which browsers
/// take for no relying party.
pub struct Passkeys(Option<Webauthn>);

impl Passkeys {
    /// For the configured address.
    pub fn from_config(config: &Config) -> Result<Self> {
        let Some(host) = config.public_url.domain() else {
            return Ok(Self(None));
        };
        let built = WebauthnBuilder::new(host, &config.public_url)
            .and_then(|builder| builder.rp_name("i-Forum Smart City").build());
        built
            .map(|webauthn| Self(Some(webauthn)))
            .map_err(|e| Error::internal(format!("passkeys: {e}")))
    }

    /// True where browsers offer them.
    pub fn available(&self) -> bool {
        self.0.is_some()
    }

    /// Begins to make one; those that are there already are not made twice.
    pub fn begin_registration(
        &self,
        user: Uuid,
        email: &str,
        name: &str,
        there: &[Model],
    ) -> Result<Begun> {
        let exclude = keys(there)?
            .iter()
            .map(|key| key.cred_id().clone())
            .collect();
        let (options, state) = self
            .ceremonies()?
            .start_passkey_registration(user, email, name, Some(exclude))
            .map_err(refused)?;
        let mut options = value(&options)?;
        // Kept on the device, so that it can be found without an address being typed.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
        begun(&options, &state)
    }

    /// Finishes one: its id in base64url, and what to keep.
    pub fn finish_registration(
        &self,
        state: &str,
        answer: &str,
    ) -> Result<(String, serde_json::Value)> {
        let state: PasskeyRegistration = remembered(state)?;
        let answer: RegisterPublicKeyCredential = answered(answer)?;
        let key = self
            .ceremonies()?
            .finish_passkey_registration(&answer, &state)
            .map_err(refused)?;
        Ok((name_of(key.cred_id()), value(&key)?))
    }

    /// Asks for a signature of one of a person's passkeys.
    pub fn begin_authentication(&self, there: &[Model]) -> Result<Begun> {
        let (options, state) = self
            .ceremonies()?
            .start_passkey_authentication(&keys(there)?)
            .map_err(refused)?;
        begun(&value(&options)?, &state)
    }

    /// The passkey that signed, with its new counter.
    pub fn finish_authentication(
        &self,
        state: &str,
        answer: &str,
        there: &[Model],
    ) -> Result<Model> {
        let state: PasskeyAuthentication = remembered(state)?;
        let answer: PublicKeyCredential = answered(answer)?;
        let result = self
            .ceremonies()?
            .finish_passkey_authentication(&answer, &state)
            .map_err(refused)?;
        signed(&result, there)
    }

    /// Asks for a signature of any passkey for this product.
    pub fn begin_discovery(&self) -> Result<Begun> {
        let (options, state) = self
            .ceremonies()?
            .start_discoverable_authentication()
            .map_err(refused)?;
        let mut options = value(&options)?;
        // The page decides whether it offers them in the field or asks at once.
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation");
        }
        begun(&options, &state)
    }

    /// Whose passkey an answer says it is, and which: not yet proven.
    pub fn claimed(&self, answer: &str) -> Result<(Uuid, String)> {
        let answer: PublicKeyCredential = answered(answer)?;
        let (user, credential) = self
            .ceremonies()?
            .identify_discoverable_authentication(&answer)
            .map_err(refused)?;
        Ok((user, name_of(credential)))
    }

    /// Proves that the passkey signed, with its new counter.
    pub fn finish_discovery(&self, state: &str, answer: &str, passkey: &Model) -> Result<Model> {
        let state: DiscoverableAuthentication = remembered(state)?;
        let answer: PublicKeyCredential = answered(answer)?;
        let key: Passkey = kept(passkey)?;
        let result = self
            .ceremonies()?
            .finish_discoverable_authentication_v2(&answer, state, &key)
            .map_err(refused)?;
        signed(&result, std::slice::from_ref(passkey))
    }

    fn ceremonies(&self) -> Result<&Webauthn> {
        self.0.as_ref().ok_or_else(|| {
            Error::new(
                ErrorCode::InvalidInput,
                say(
                    "Địa chỉ này không dùng được khóa truy cập. Hãy dùng mật khẩu.",
                    "Passkeys do not work at this address. Use your password.",
                ),
            )
        })
    }
}

fn signed(result: &AuthenticationResult, there: &[Model]) -> Result<Model> {
    // Both factors at once only if the device asked for a finger or a PIN.
    if !result.user_verified() {
        return Err(wrong_passkey());
    }
    let id = name_of(result.cred_id());
    let mut found = there
        .iter()
        .find(|row| row.credential_id == id)
        .cloned()
        .ok_or_else(wrong_passkey)?;
    let mut key: Passkey = kept(&found)?;
    key.update_credential(result);
    found.credential = value(&key)?;
    Ok(found)
}

fn keys(rows: &[Model]) -> Result<Vec<Passkey>> {
    rows.iter().map(kept).collect()
}

fn kept(row: &Model) -> Result<Passkey> {
    serde_json::from_value(row.credential.clone())
        .map_err(|e| Error::internal(format!("a kept passkey: {e}")))
}

fn begun(options: &serde_json::Value, state: &impl Serialize) -> Result<Begun> {
    Ok(Begun {
        // The page wants what stands below `publicKey`.
        options: options["publicKey"].to_string(),
        state: value(state)?.to_string(),
    })
}

fn name_of(id: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(id)
}

fn value(of: &impl Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(of).map_err(|e| Error::internal(e.to_string()))
}

fn remembered<T: DeserializeOwned>(state: &str) -> Result<T> {
    serde_json::from_str(state).map_err(|e| Error::internal(format!("state of a passkey: {e}")))
}

fn answered<T: DeserializeOwned>(answer: &str) -> Result<T> {
    serde_json::from_str(answer).map_err(|_| wrong_passkey())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "used as a function in map_err"
)]
fn refused(error: webauthn_rs::prelude::WebauthnError) -> Error {
    tracing::info!(%error, "a passkey was refused");
    wrong_passkey()
}

/// The one answer for a passkey that does not prove what it should.
pub fn wrong_passkey() -> Error {
    Error::field(
        "passkey",
        ErrorCode::InvalidCredentials,
        say(
            "Không xác nhận được khóa truy cập này. Hãy thử lại hoặc dùng cách khác.",
            "This passkey could not be confirmed. Try again, or use another way.",
        ),
    )
}
