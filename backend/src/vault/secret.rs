//! Secrets of the installation: given by configuration, or kept in a file that the embedded default
//! makes on its first start.

use std::io::Write;
use std::path::Path;

use secrecy::{ExposeSecret, SecretString};

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::ids::Ids;

/// Fewest characters of a secret.
pub const SHORTEST: usize = 32;

/// The secret of the configuration, else the one in the file.
pub fn given_or_kept(given: &SecretString, file: &Path, local: bool) -> Result<String> {
    let given = given.expose_secret();
    if given.is_empty() {
        kept(file, local)
    } else {
        Ok(given.to_owned())
    }
}

/// The secrets of a comma-separated setting.
pub fn list(setting: &str) -> impl Iterator<Item = &str> {
    setting.split(',').map(str::trim).filter(|s| !s.is_empty())
}

/// The secret in the file; made when absent and the installation is local.
fn kept(path: &Path, local: bool) -> Result<String> {
    let wrong = |e: std::io::Error| Error::internal(format!("{}: {e}", path.display()));
    match std::fs::read_to_string(path) {
        Ok(text) if text.trim().len() >= SHORTEST => return Ok(text.trim().to_owned()),
        Ok(_) => {
            return Err(Error::internal(format!(
                "{} must hold at least {SHORTEST} characters",
                path.display()
            )));
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound && local => {}
        Err(e) => return Err(wrong(e)),
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(wrong)?;
    }
    let secret = Ids::new(Clock::system()).secret();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(mut file) => writeln!(file, "{secret}").map_err(wrong)?,
        // Another process was faster; its secret is the one.
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => return kept(path, false),
        Err(e) => return Err(wrong(e)),
    }
    Ok(secret)
}
