//! Configuration: `config.default.toml` (the manual), a file, the environment; validated whole.

use std::path::PathBuf;

use config::{Config as Sources, File, FileFormat};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use url::{Host, Url};

use crate::vault::secret;

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
    /// Secrets that signed before.
    pub jwt_previous_secrets: SecretString,
    /// Empty: key file.
    pub vault_secret: SecretString,
    /// Vault's secret on disk.
    pub vault_key_file: PathBuf,
    /// Secrets that sealed before.
    pub vault_previous_secrets: SecretString,
    /// Networks of reverse proxies.
    pub trusted_proxies: String,
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
    /// How often, before it slows down.
    pub rates: Rates,
    /// Token lifetimes.
    pub session: SessionConfig,
    /// Sign-in by another provider.
    pub oidc: OidcConfig,
    /// Job runner.
    pub worker: WorkerConfig,
    /// The search index.
    pub search: SearchConfig,
    /// The matching engine.
    pub engine: EngineConfig,
    /// Open data.
    pub ocds: OcdsConfig,
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
    /// Bytes.
    pub file_bytes: usize,
    /// Files.
    pub files: u64,
}

/// How often, for an account or an address, before it slows down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    /// Wrong guesses for an account.
    pub sign_in_account: Rate,
    /// Wrong guesses for an account from a device it knows.
    pub sign_in_device: Rate,
    /// Wrong guesses from an address.
    pub sign_in_address: Rate,
    /// Letters asked for to one email address.
    pub mail_account: Rate,
    /// Letters asked for from one address.
    pub mail_address: Rate,
    /// Invitations of an organisation.
    pub invitation: Rate,
    /// Searches.
    pub search: Rate,
    /// Small helps.
    pub help: Rate,
    /// Reports and appeals.
    pub report: Rate,
}

/// The search index.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchConfig {
    /// Folder; empty for memory.
    pub folder: String,
    /// Milliseconds.
    pub follow_milliseconds: u64,
}

/// The matching engine.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EngineConfig {
    /// Folder of the sentence model; empty: none.
    pub model_folder: String,
}

/// Open data in the open contracting standard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OcdsConfig {
    /// Before the need's id in a process's name.
    pub prefix: String,
    /// Who publishes.
    pub publisher: String,
    /// Address of the licence.
    pub license: Url,
}

/// So many at once, then one each period: written `10/60s`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Rate {
    /// At once.
    pub burst: std::num::NonZeroU32,
    /// Until the next.
    pub period: std::time::Duration,
}

impl TryFrom<String> for Rate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not a rate such as \"10/60s\" or \"120/500ms\"");
        let (burst, period) = text.split_once('/').ok_or_else(wrong)?;
        let (number, unit) = match period.strip_suffix("ms") {
            Some(number) => (number, 1),
            None => (period.strip_suffix('s').ok_or_else(wrong)?, 1000),
        };
        let millis = number
            .parse::<u64>()
            .ok()
            .filter(|n| *n > 0)
            .ok_or_else(wrong)?;
        Ok(Self {
            burst: burst.parse().map_err(|_| wrong())?,
            period: std::time::Duration::from_millis(millis * unit),
        })
    }
}

/// Token lifetimes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionConfig {
    /// Minutes.
    pub access_minutes: i64,
    /// Days.
    pub refresh_days: i64,
    /// Days.
    pub key_days: i64,
    /// Seconds.
    pub remember_seconds: i64,
    /// Minutes.
    pub confirmed_minutes: i64,
    /// Signing an agreement takes a second factor.
    pub signing_second_factor: bool,
}

/// Sign-in by another provider of OpenID Connect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcConfig {
    /// Empty: off.
    pub issuer: String,
    /// On the sign-in page.
    pub name: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: SecretString,
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
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if self.ocds.prefix.is_empty() || !self.ocds.prefix.chars().all(plain) {
            return fail(
                "ocds.prefix (OCDS_PREFIX) must be letters, digits and hyphens, such as ocds-abc123",
            );
        }
        let jwt = self.jwt_secret.expose_secret();
        if !jwt.is_empty() && jwt.len() < secret::SHORTEST {
            return fail("jwt_secret (JWT_SECRET) must have at least 32 characters");
        }
        for (name, secrets) in [
            ("jwt_previous_secrets", &self.jwt_previous_secrets),
            ("vault_secret", &self.vault_secret),
            ("vault_previous_secrets", &self.vault_previous_secrets),
        ] {
            if secret::list(secrets.expose_secret()).any(|one| one.len() < secret::SHORTEST) {
                return fail(&format!(
                    "{name} must have at least {} characters",
                    secret::SHORTEST
                ));
            }
        }
        if self.proxies().is_err() {
            return fail(
                "trusted_proxies (TRUSTED_PROXIES) must be networks such as 10.0.0.0/8, separated by commas",
            );
        }
        if !self.oidc.issuer.is_empty()
            && (Url::parse(&self.oidc.issuer).is_err() || self.oidc.client_id.is_empty())
        {
            return fail(
                "oidc.issuer (OIDC_ISSUER) must be an address, and oidc.client_id (OIDC_CLIENT_ID) our name there",
            );
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
        if self.session.key_days < 1
            || self.session.access_minutes > self.session.key_days * 24 * 60
        {
            return fail(
                "session.key_days (SESSION_KEY_DAYS) must be longer than an access token is good for",
            );
        }
        if self.local() {
            return Ok(());
        }
        if jwt.is_empty() && !self.jwt_key_file.exists() {
            return fail(
                "in production set jwt_secret (JWT_SECRET), or jwt_key_file (JWT_KEY_FILE) to a file that exists",
            );
        }
        if self.vault_secret.expose_secret().is_empty() && !self.vault_key_file.exists() {
            return fail(
                "in production set vault_secret (VAULT_SECRET), or vault_key_file (VAULT_KEY_FILE) to a file that exists",
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

    /// The networks of `trusted_proxies`.
    pub fn proxies(&self) -> Result<Vec<ipnet::IpNet>, ipnet::AddrParseError> {
        secret::list(&self.trusted_proxies)
            .map(str::parse)
            .collect()
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
    fn a_rate_is_so_many_at_once_and_then_one_each_period() {
        let rate = load(&[("RATES_SEARCH", "5/250ms")]).unwrap().rates.search;
        assert_eq!((rate.burst.get(), rate.period.as_millis()), (5, 250));
        for wrong in ["", "5", "0/1s", "5/0s", "5/1m", "x/1s", "5/-1s"] {
            assert!(load(&[("RATES_SEARCH", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn production_wants_its_own_key_and_a_mail_server() {
        let url = ("PUBLIC_URL", "https://iforum.example");
        let secret = "0123456789012345678901234567890123456789";
        let (jwt, vault) = (("JWT_SECRET", secret), ("VAULT_SECRET", secret));
        assert!(load(&[url]).unwrap_err().0.contains("JWT_SECRET"));
        assert!(load(&[url, jwt]).unwrap_err().0.contains("VAULT_SECRET"));
        assert!(load(&[url, jwt, vault]).unwrap_err().0.contains("SMTP_URL"));
        let config = load(&[url, jwt, vault, ("SMTP_URL", "smtp://mail:25")]).unwrap();
        assert!(!config.local() && !config.development());
    }
}
