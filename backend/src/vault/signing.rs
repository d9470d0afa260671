//! Signatures that anybody can check with a public key (Ed25519, RFC 8032).

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::ids::hex;

/// Signs.
pub struct Signer(Ed25519KeyPair);

impl Signer {
    pub(super) fn new(seed: &[u8; 32]) -> Result<Self> {
        Ed25519KeyPair::from_seed_unchecked(seed)
            .map(Self)
            .map_err(|_| Error::internal("a key that signs"))
    }

    /// The public key: 32 bytes in base64url.
    pub fn public(&self) -> String {
        BASE64URL_NOPAD.encode(self.0.public_key().as_ref())
    }

    /// The public key's name.
    pub fn name(&self) -> String {
        name(self.0.public_key().as_ref())
    }

    /// The signature, in base64url.
    pub fn sign(&self, text: &[u8]) -> String {
        BASE64URL_NOPAD.encode(self.0.sign(text).as_ref())
    }

    /// The public key as a JSON Web Key (RFC 8037).
    pub fn public_jwk(&self) -> Value {
        json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.name(), "x": self.public() })
    }
}

fn name(public: &[u8]) -> String {
    hex(&Sha256::digest(public)[..8])
}

/// The name of a public key in base64url; none when it is no key.
pub fn name_of(public: &str) -> Option<String> {
    let bytes = BASE64URL_NOPAD.decode(public.as_bytes()).ok()?;
    (bytes.len() == 32).then(|| name(&bytes))
}

/// True when the public key's owner signed the text.
pub fn is_signed(public: &str, text: &[u8], signature: &str) -> bool {
    let decoded = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes());
    let (Ok(public), Ok(signature)) = (decoded(public), decoded(signature)) else {
        return false;
    };
    UnparsedPublicKey::new(&ED25519, public)
        .verify(text, &signature)
        .is_ok()
}
