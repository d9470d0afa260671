//! The vault: one secret outside the database, and everything that is derived from it.
//!
//! What lies sealed in the database (secrets of authenticators, files, the keys of
//! proposals) and what must be proven without being stored (links in emails) rests on keys derived
//! from the vault's secret. Whoever has the database alone has neither. The secret can be replaced:
//! the new one seals, the previous ones still open.

pub mod data_key;
pub mod secret;
pub mod signing;

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
use aws_lc_rs::{hkdf, hmac};
use secrecy::ExposeSecret;

use crate::config::Config;
use crate::error::{Error, Result};

/// First byte of everything sealed: how it is laid out.
const LAYOUT: u8 = 1;
/// Bytes of the key's name behind it.
const NAME: usize = 4;
/// Bytes of AES-GCM's nonce.
const NONCE: usize = 12;
/// Bytes of a proof: 128 bits, more than anybody can guess.
const PROOF: usize = 16;

/// What a key is for; one key is never used for two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Secrets of authenticator apps.
    Totp,
    /// States of challenges between two requests.
    Challenge,
    /// Uploaded files.
    File,
    /// Links in emails.
    Link,
    /// Tokens that name a challenge.
    ChallengeToken,
    /// Names of rate limits, so that no address stands in the table.
    Limit,
    /// Links that end a subscription.
    Unsubscribe,
    /// Successors of refresh tokens.
    Refresh,
    /// Keys of proposals' contents.
    Proposal,
    /// The seed of the key that signs receipts of proposals.
    Receipt,
    /// The order in which bidders get their letters.
    BidderLabel,
}

impl Purpose {
    fn label(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::Challenge => "challenge",
            Self::File => "file",
            Self::Link => "link",
            Self::ChallengeToken => "challenge token",
            Self::Limit => "limit",
            Self::Unsubscribe => "unsubscribe",
            Self::Refresh => "refresh",
            Self::Proposal => "proposal",
            Self::Receipt => "receipt",
            Self::BidderLabel => "bidder label",
        }
    }
}

/// Keys derived from the vault's secrets.
pub struct Vault {
    /// Newest first; never empty.
    roots: Vec<Root>,
}

struct Root {
    name: [u8; NAME],
    material: hkdf::Prk,
}

impl Root {
    fn new(secret: &str) -> Result<Self> {
        let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, b"iforum vault v1");
        let material = salt.extract(secret.as_bytes());
        let name = expand::<NAME>(&material, "name")?;
        Ok(Self { name, material })
    }

    fn key(&self, purpose: Purpose) -> Result<[u8; 32]> {
        expand(&self.material, purpose.label())
    }

    fn mac(&self, purpose: Purpose, data: &[u8]) -> Result<hmac::Tag> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.key(purpose)?);
        Ok(hmac::sign(&key, data))
    }
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand<const N: usize>(material: &hkdf::Prk, label: &str) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    material
        .expand(&[label.as_bytes()], Length(N))
        .and_then(|okm| okm.fill(&mut bytes))
        .map_err(|_| Error::internal("deriving a key of the vault"))?;
    Ok(bytes)
}

impl Vault {
    /// Keys from `vault_secret`, else from the key file, and from the previous secrets.
    pub fn from_config(config: &Config) -> Result<Self> {
        let newest =
            secret::given_or_kept(&config.vault_secret, &config.vault_key_file, config.local())?;
        let previous = config.vault_previous_secrets.expose_secret();
        Self::new(std::iter::once(newest.as_str()).chain(secret::list(previous)))
    }

    fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let roots = secrets.into_iter().map(Root::new).collect::<Result<_>>()?;
        Ok(Self { roots })
    }

    /// Encrypts; `context` must be the same when it is opened (the id of the row it lies in), so
    /// that a sealed value cannot be moved to another row.
    pub fn seal(&self, purpose: Purpose, context: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let root = self.newest();
        let key = cipher(root, purpose)?;
        let mut text = plain.to_vec();
        let nonce = key
            .seal_in_place_append_tag(Aad::from(context.as_bytes()), &mut text)
            .map_err(|_| Error::internal("sealing"))?;
        let mut sealed = Vec::with_capacity(1 + NAME + NONCE + text.len());
        sealed.push(LAYOUT);
        sealed.extend_from_slice(&root.name);
        sealed.extend_from_slice(nonce.as_ref());
        sealed.append(&mut text);
        Ok(sealed)
    }

    /// Decrypts what [`Vault::seal`] made for the same purpose and context.
    pub fn open(&self, purpose: Purpose, context: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || Error::internal(format!("a sealed {} does not open", purpose.label()));
        let (layout, rest) = sealed.split_first().ok_or_else(broken)?;
        let (name, rest) = rest.split_at_checked(NAME).ok_or_else(broken)?;
        let (nonce, text) = rest.split_at_checked(NONCE).ok_or_else(broken)?;
        let root = self.roots.iter().find(|root| root.name == name);
        let root = root.filter(|_| *layout == LAYOUT).ok_or_else(broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken())?;
        let mut text = text.to_vec();
        let plain = cipher(root, purpose)?
            .open_in_place(nonce, Aad::from(context.as_bytes()), &mut text)
            .map_err(|_| broken())?;
        Ok(plain.to_vec())
    }

    /// 32 bytes that only the vault can compute from `data`; the same as long as its secret is.
    pub fn mac(&self, purpose: Purpose, data: &[u8]) -> Result<[u8; 32]> {
        let tag = self.newest().mac(purpose, data)?;
        let mut bytes = [0; 32];
        bytes.copy_from_slice(tag.as_ref());
        Ok(bytes)
    }

    /// Proves that `data` came from here: 32 hexadecimal digits.
    pub fn prove(&self, purpose: Purpose, data: &[u8]) -> Result<String> {
        Ok(data_encoding::HEXLOWER.encode(&self.mac(purpose, data)?[..PROOF]))
    }

    /// True when the proof is one of ours for `data`; takes as long when it is not.
    pub fn proven(&self, purpose: Purpose, data: &[u8], proof: &str) -> Result<bool> {
        let Ok(proof) = data_encoding::HEXLOWER.decode(proof.as_bytes()) else {
            return Ok(false);
        };
        let mut found = false;
        for root in &self.roots {
            let tag = root.mac(purpose, data)?;
            let same =
                aws_lc_rs::constant_time::verify_slices_are_equal(&tag.as_ref()[..PROOF], &proof);
            found |= same.is_ok();
        }
        Ok(found)
    }

    /// The key that signs for this purpose, and before it was replaced the ones that did: newest first.
    pub fn signers(&self, purpose: Purpose) -> Result<Vec<signing::Signer>> {
        let seeds = self.roots.iter().map(|root| root.key(purpose));
        seeds.map(|seed| signing::Signer::new(&seed?)).collect()
    }

    fn newest(&self) -> &Root {
        &self.roots[0]
    }
}

fn cipher(root: &Root, purpose: Purpose) -> Result<RandomizedNonceKey> {
    RandomizedNonceKey::new(&AES_256_GCM, &root.key(purpose)?)
        .map_err(|_| Error::internal("a key of the vault"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "the first secret of the tests, long enough";
    const NEW: &str = "the second secret of the tests, long enough";

    #[test]
    fn what_was_sealed_opens_for_the_same_thing_only() {
        let vault = Vault::new([NEW]).unwrap();
        let sealed = vault.seal(Purpose::Totp, "user_1", b"secret").unwrap();
        assert_eq!(
            vault.open(Purpose::Totp, "user_1", &sealed).unwrap(),
            b"secret"
        );
        assert!(vault.open(Purpose::Totp, "user_2", &sealed).is_err());
        assert!(vault.open(Purpose::File, "user_1", &sealed).is_err());
        for cut in [0, 1, 10, sealed.len() - 1] {
            assert!(vault.open(Purpose::Totp, "user_1", &sealed[..cut]).is_err());
        }
    }

    #[test]
    fn a_replaced_secret_still_opens_and_proves_what_it_made() {
        let before = Vault::new([OLD]).unwrap();
        let sealed = before.seal(Purpose::File, "file", b"text").unwrap();
        let proof = before.prove(Purpose::Link, b"link").unwrap();
        let after = Vault::new([NEW, OLD]).unwrap();
        assert_eq!(after.open(Purpose::File, "file", &sealed).unwrap(), b"text");
        assert!(after.proven(Purpose::Link, b"link", &proof).unwrap());
        assert!(
            Vault::new([NEW])
                .unwrap()
                .open(Purpose::File, "file", &sealed)
                .is_err()
        );
    }

    #[test]
    fn a_proof_is_for_its_purpose_and_data() {
        let vault = Vault::new([NEW]).unwrap();
        let proof = vault.prove(Purpose::Link, b"a").unwrap();
        assert_eq!(proof.len(), 32);
        assert!(vault.proven(Purpose::Link, b"a", &proof).unwrap());
        assert!(!vault.proven(Purpose::Link, b"b", &proof).unwrap());
        assert!(!vault.proven(Purpose::Limit, b"a", &proof).unwrap());
        for forged in ["", "00", &proof[1..], &proof.to_uppercase(), "không phải"] {
            assert!(
                !vault.proven(Purpose::Link, b"a", forged).unwrap(),
                "{forged}"
            );
        }
    }
}
