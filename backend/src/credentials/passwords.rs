//! Argon2id, off the request threads and a few at a time: each takes 19 MiB and some 15 ms.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Result};

/// Hashes and checks passwords (OWASP parameters: m = 19 MiB, t = 2, p = 1).
pub struct Passwords {
    places: Semaphore,
    /// Checked when there is no such account, so that the answer takes as long.
    dummy: String,
}

impl Passwords {
    /// At most `at_once` hashes are computed at any time.
    pub fn new(at_once: usize) -> Result<Self> {
        let dummy = hash_now("no account has this password")?;
        Ok(Self {
            places: Semaphore::new(at_once),
            dummy,
        })
    }

    /// The PHC string of a new password.
    pub async fn hash(&self, password: &str) -> Result<String> {
        let password = normalized(password);
        self.run(move || hash_now(&password)).await?
    }

    /// True when the password belongs to the stored hash; `None` stands for no such account and
    /// takes as long.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let password = normalized(password);
        let known = stored.is_some();
        let hash = stored.unwrap_or(&self.dummy).to_owned();
        let right = self
            .run(move || {
                Argon2::default()
                    .verify_password(password.as_bytes(), hash.as_str())
                    .is_ok()
            })
            .await?;
        Ok(known && right)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|e| Error::internal(e.to_string()))?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|e| Error::internal(e.to_string()))
    }
}

/// The same password typed on two keyboards is the same (NIST SP 800-63B-4, 3.1.1.2).
fn normalized(password: &str) -> String {
    password.nfc().collect()
}

fn hash_now(password: &str) -> Result<String> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|e| Error::internal(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_however_it_was_typed() {
        let passwords = Passwords::new(1).unwrap();
        let hash = passwords.hash("Thành phố thông minh").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        let decomposed: String = "Thành phố thông minh".nfd().collect();
        assert!(passwords.verify(&decomposed, Some(&hash)).await.unwrap());
        assert!(
            !passwords
                .verify("thành phố thông minh", Some(&hash))
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .verify("no account has this password", None)
                .await
                .unwrap()
        );
    }
}
