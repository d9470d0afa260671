//! A key of one thing's own, which the vault wraps: the thing is opened by whoever may have the key
//! unwrapped, and by nobody once the key is gone.

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};

use crate::error::{Error, Result};

/// Bytes of AES-GCM's nonce.
const NONCE: usize = 12;

/// A key of 256 bits; never printed.
pub struct DataKey([u8; 32]);

impl DataKey {
    /// From 32 random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// From what the vault unwrapped.
    pub fn unwrapped(bytes: &[u8]) -> Result<Self> {
        let bytes = bytes.try_into();
        bytes
            .map(Self)
            .map_err(|_| Error::internal("an unwrapped key is not one"))
    }

    /// For the vault to wrap.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Encrypts; `context` must be the same when it is opened.
    pub fn seal(&self, context: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let mut text = plain.to_vec();
        let nonce = self
            .cipher()?
            .seal_in_place_append_tag(Aad::from(context.as_bytes()), &mut text)
            .map_err(|_| Error::internal("sealing"))?;
        let mut sealed = nonce.as_ref().to_vec();
        sealed.append(&mut text);
        Ok(sealed)
    }

    /// Decrypts what [`DataKey::seal`] made in the same context.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let broken = || Error::internal("something sealed does not open");
        let (nonce, text) = sealed.split_at_checked(NONCE).ok_or_else(broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken())?;
        let mut text = text.to_vec();
        let plain = self
            .cipher()?
            .open_in_place(nonce, Aad::from(context.as_bytes()), &mut text)
            .map_err(|_| broken())?;
        Ok(plain.to_vec())
    }

    fn cipher(&self) -> Result<RandomizedNonceKey> {
        RandomizedNonceKey::new(&AES_256_GCM, &self.0).map_err(|_| Error::internal("a data key"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_with_the_same_key_in_the_same_context_only() {
        let key = DataKey::new([7; 32]);
        let sealed = key.seal("prop_1/1", b"text").unwrap();
        assert_eq!(key.open("prop_1/1", &sealed).unwrap(), b"text");
        assert!(key.open("prop_1/2", &sealed).is_err());
        assert!(DataKey::new([8; 32]).open("prop_1/1", &sealed).is_err());
        assert_ne!(key.seal("prop_1/1", b"text").unwrap(), sealed);
        for cut in [0, 11, 12, sealed.len() - 1] {
            assert!(key.open("prop_1/1", &sealed[..cut]).is_err());
        }
        let mut altered = sealed;
        altered[14] ^= 1;
        assert!(key.open("prop_1/1", &altered).is_err());
    }
}
