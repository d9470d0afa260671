//! Configuration: `config.default.toml` (the manual), a file, the environment; validated whole.

use std::path::PathBuf;

use config::{Config as Sources, File, FileFormat};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use url::{Host, Url};

/// The manual, built in.
pub const DEFAULTS: &str = include_str!("../config.default.toml");

/// All settings; each is described in `config.default.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: SecretString,
    /// Address and port.
    pub bind: std::net::SocketAddr,
    /// Where people reach the product.
    pub public_url: Url,
    /// Further origins, separated by commas.
    pub allowed_origins: String,
    /// Empty: local outbox.
    pub smtp_url: SecretString,
    /// Sender.
    pub mail_from: String,
    /// Empty: key file.
    pub jwt_secret: SecretString,
    /// Signing secret on disk.
    pub jwt_key_file: PathBuf,
    /// `file://folder`.
    pub storage_url: String,
    /// Built SPA.
    pub web_root: PathBuf,
    /// Log filter.
    pub rust_log: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// Worker inside `serve`.
    pub worker_in_process: bool,
    /// Token for /metrics; see [`Config::metrics_allowed`].
    pub metrics_token: SecretString,
    /// Introspection allowed.
    pub introspection: bool,
    /// Development tools wanted; see [`Config::development`].
    pub development_tools: bool,
    /// Bounds on requests.
    pub limits: Limits,
    /// Token lifetimes.
    pub session: SessionConfig,
    /// Job runner.
    pub worker: WorkerConfig,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Bounds on requests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Bytes.
    pub body_bytes: usize,
    /// Levels.
    pub depth: usize,
    /// Cost units.
    pub complexity: usize,
    /// Fields after expansion of fragments.
    pub expanded_fields: u64,
    /// Aliases.
    pub aliases: usize,
    /// Items a page.
    pub page: u64,
    /// Seconds.
    pub read_seconds: u64,
    /// Seconds.
    pub idle_seconds: u64,
    /// Connections.
    pub connections: usize,
    /// Websockets.
    pub sockets: usize,
    /// Seconds.
    pub socket_init_seconds: u64,
    /// Operations.
    pub socket_operations: usize,
    /// Hashes at once.
    pub password_hashes: usize,
}

/// Token lifetimes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionConfig {
    /// Minutes.
    pub access_minutes: i64,
    /// Days.
    pub refresh_days: i64,
}

/// Job runner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkerConfig {
    /// Seconds.
    pub poll_seconds: u64,
    /// Jobs at once.
    pub concurrency: usize,
    /// Tries.
    pub mail_attempts: i32,
}

/// A sentence that says which setting is wrong and what it should be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

impl Config {
    /// Defaults, then the file, then the environment of this process.
    pub fn load(file: Option<&std::path::Path>) -> Result<Self, ConfigError> {
        Self::from_sources(file, std::env::vars())
    }

    /// As [`Config::load`], from the variables given.
    pub fn from_sources(
        file: Option<&std::path::Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut sources = Sources::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(path) = file {
            sources = sources.add_source(File::from(path).format(FileFormat::Toml));
        }
        let known = known_settings()?;
        for (name, value) in variables {
            let (bare, ours) = match name.strip_prefix("IFORUM_") {
                Some(rest) => (rest.to_owned(), true),
                None => (name.clone(), false),
            };
            match known.iter().find(|(variable, _)| *variable == bare) {
                Some((_, key)) => {
                    sources = sources
                        .set_override(key, value)
                        .map_err(|e| ConfigError(format!("{name}: {e}")))?;
                }
                None if ours => {
                    return Err(ConfigError(format!(
                        "the environment variable {name} names no setting; `iforum config` lists them"
                    )));
                }
                None => {}
            }
        }
        let config: Self = sources
            .build()
            .and_then(Sources::try_deserialize)
            .map_err(|e| ConfigError(format!("the configuration is invalid: {e}")))?;
        config.validate()?;
        Ok(config)
    }

    fn validate(&self) -> Result<(), ConfigError> {
        let fail = |text: &str| Err(ConfigError(text.to_owned()));
        let database = self.database_url.expose_secret();
        if !database.starts_with("sqlite:") && !database.starts_with("postgres") {
            return fail("database_url (DATABASE_URL) must begin with sqlite:// or postgres://");
        }
        if !matches!(self.public_url.scheme(), "http" | "https") || self.public_url.host().is_none()
        {
            return fail(
                "public_url (PUBLIC_URL) must be an address such as https://iforum.example",
            );
        }
        if !self.storage_url.starts_with("file://") {
            return fail("storage_url (STORAGE_URL) must begin with file://");
        }
        let secret = self.jwt_secret.expose_secret();
        if !secret.is_empty() && secret.len() < 32 {
            return fail("jwt_secret (JWT_SECRET) must have at least 32 characters");
        }
        let smtp = self.smtp_url.expose_secret();
        if !smtp.is_empty() && !smtp.starts_with("smtp://") && !smtp.starts_with("smtps://") {
            return fail("smtp_url (SMTP_URL) must begin with smtp:// or smtps://");
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return fail(
                "mail_from (MAIL_FROM) must be an address such as i-Forum <no-reply@iforum.example>",
            );
        }
        if self.limits.page == 0 || self.limits.password_hashes == 0 || self.worker.concurrency == 0
        {
            return fail(
                "limits.page, limits.password_hashes and worker.concurrency must be at least 1",
            );
        }
        if self.local() {
            return Ok(());
        }
        if secret.is_empty() && !self.jwt_key_file.exists() {
            return fail(
                "in production set jwt_secret (JWT_SECRET), or jwt_key_file (JWT_KEY_FILE) to a file that exists",
            );
        }
        if smtp.is_empty() {
            return fail("in production set smtp_url (SMTP_URL): mail must reach people");
        }
        if self.public_url.scheme() != "https" {
            return fail("in production public_url (PUBLIC_URL) must begin with https://");
        }
        Ok(())
    }

    /// True when `public_url` names this machine.
    pub fn local(&self) -> bool {
        match self.public_url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// True when the development tools are on: wanted, and reachable from this machine alone.
    pub fn development(&self) -> bool {
        self.development_tools && self.local() && self.bind.ip().is_loopback()
    }

    /// May a request with this bearer token read the metrics?
    pub fn metrics_allowed(&self, token: Option<&str>) -> bool {
        let wanted = self.metrics_token.expose_secret();
        if wanted.is_empty() {
            self.local()
        } else {
            token == Some(wanted)
        }
    }

    /// Origins whose pages may speak to us with the user's cookies.
    pub fn origins(&self) -> Vec<String> {
        let mut origins = vec![self.public_url.origin().ascii_serialization()];
        if let (true, Some(port)) = (self.local(), self.public_url.port_or_known_default()) {
            origins.push(format!("http://localhost:{port}"));
            origins.push(format!("http://127.0.0.1:{port}"));
        }
        let more = self
            .allowed_origins
            .split(',')
            .map(str::trim)
            .filter(|o| !o.is_empty());
        origins.extend(more.map(str::to_owned));
        origins
    }

    /// The folder of `storage_url`.
    pub fn storage_folder(&self) -> PathBuf {
        PathBuf::from(self.storage_url.trim_start_matches("file://"))
    }

    /// An address in the product, for links in emails.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.as_str().trim_end_matches('/'))
    }
}

/// Each setting as (environment variable, key).
fn known_settings() -> Result<Vec<(String, String)>, ConfigError> {
    let table: toml::Table =
        toml::from_str(DEFAULTS).map_err(|e| ConfigError(format!("config.default.toml: {e}")))?;
    let mut known = Vec::new();
    for (key, value) in table {
        match value {
            toml::Value::Table(section) => known.extend(section.keys().map(|inner| {
                (
                    format!("{key}_{inner}").to_uppercase(),
                    format!("{key}.{inner}"),
                )
            })),
            _ => known.push((key.to_uppercase(), key)),
        }
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::from_sources(
            None,
            variables.iter().map(|(k, v)| ((*k).into(), (*v).into())),
        )
    }

    #[test]
    fn the_defaults_are_valid_and_local() {
        let config = load(&[]).unwrap();
        assert!(config.local() && config.development());
    }

    #[test]
    fn the_environment_overrides() {
        let config = load(&[("BIND", "127.0.0.1:9"), ("IFORUM_LIMITS_PAGE", "7")]).unwrap();
        assert_eq!((config.bind.port(), config.limits.page), (9, 7));
    }

    #[test]
    fn an_unknown_or_invalid_setting_is_named() {
        assert!(
            load(&[("IFORUM_BNID", "x")])
                .unwrap_err()
                .0
                .contains("IFORUM_BNID")
        );
        assert!(load(&[("BIND", "nowhere")]).unwrap_err().0.contains("bind"));
        assert!(
            load(&[("DATABASE_URL", "mysql://x")])
                .unwrap_err()
                .0
                .contains("DATABASE_URL")
        );
    }

    #[test]
    fn production_wants_its_own_key_and_a_mail_server() {
        let url = ("PUBLIC_URL", "https://iforum.example");
        let secret = ("JWT_SECRET", "0123456789012345678901234567890123456789");
        assert!(load(&[url]).unwrap_err().0.contains("JWT_SECRET"));
        assert!(load(&[url, secret]).unwrap_err().0.contains("SMTP_URL"));
        let config = load(&[url, secret, ("SMTP_URL", "smtp://mail:25")]).unwrap();
        assert!(!config.local() && !config.development());
    }
}
