//! Settings, from the environment only: what a service manager or a container passes.

use chrono::{DateTime, Utc};
use std::net::SocketAddr;
use std::path::PathBuf;

/// A setting as the documentation lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The environment variable.
    pub name: &'static str,
    /// The value when it is missing; empty when there is none.
    pub default: &'static str,
    /// What it decides.
    pub meaning: &'static str,
}

/// Every setting. The README's table is compared with this one by a test.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "DATABASE_URL",
        default: "sqlite://data/radionica.db",
        meaning: "The database: `sqlite://FILE` or `postgres://USER:PASSWORD@HOST/NAME`.",
    },
    Setting {
        name: "RADIONICA_LISTEN",
        default: "127.0.0.1:3000",
        meaning: "Address and port that the server listens on.",
    },
    Setting {
        name: "RADIONICA_SITE",
        default: "target/site",
        meaning: "The folder of the built site.",
    },
    Setting {
        name: "RADIONICA_ORGANISATION",
        default: "Radionica",
        meaning: "The organisation's name as it stands in the seal of every file that leaves.",
    },
    Setting {
        name: "RADIONICA_PUBLIC_URL",
        default: "",
        meaning: "The address under which browsers know the server, e.g. \
                  `https://radionica.example.org`; with https, cookies travel encrypted only.",
    },
    Setting {
        name: "RADIONICA_TRUST_PROXY",
        default: "0",
        meaning: "1: take the client's address from the last entry of X-Forwarded-For. Only \
                  behind a reverse proxy that sets it.",
    },
    Setting {
        name: "RADIONICA_CLOCK_START",
        default: "",
        meaning: "An instant (RFC 3339) at which the server's clock begins; for demos only.",
    },
    Setting {
        name: "RADIONICA_LOG",
        default: "info",
        meaning: "What is logged: a filter of tracing, e.g. `info` or `server=debug,store=warn`.",
    },
    Setting {
        name: "RADIONICA_PASSWORD",
        default: "",
        meaning: "The password for `user add` and `user reset`; one is made and shown when missing.",
    },
];

/// The address under which browsers know the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    /// Scheme, host and port as a browser writes them into the header `Origin`.
    pub origin: String,
    /// Whether the scheme is https.
    pub https: bool,
}

/// How this process runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where the data is.
    pub database_url: String,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The folder of the built site.
    pub site: PathBuf,
    /// The organisation's name in seals.
    pub organisation: String,
    /// The address under which browsers know the server, if given.
    pub public_url: Option<PublicUrl>,
    /// Whether the last entry of `X-Forwarded-For` is believed.
    pub trust_proxy: bool,
    /// Where the server's clock begins, if not at the machine's.
    pub clock_start: Option<DateTime<Utc>>,
    /// The filter of the log.
    pub log: String,
}

/// A setting that cannot be used: a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name} {problem}: {advice}")]
pub struct WrongSetting {
    name: &'static str,
    problem: &'static str,
    advice: &'static str,
}

fn wrong(name: &'static str, problem: &'static str, advice: &'static str) -> WrongSetting {
    WrongSetting { name, problem, advice }
}

impl Settings {
    /// The settings of this process's environment.
    ///
    /// # Errors
    /// The first setting that cannot be used.
    pub fn from_env() -> Result<Self, WrongSetting> {
        for setting in SETTINGS {
            if let Some(value) = std::env::var_os(setting.name)
                && value.to_str().is_none()
            {
                return Err(wrong(setting.name, "is not UTF-8", "write it in plain characters"));
            }
        }
        Self::from_source(|name| std::env::var(name).ok())
    }

    /// The settings that `source` knows by name; an empty value counts as missing.
    ///
    /// # Errors
    /// The first setting that cannot be used.
    pub fn from_source(source: impl Fn(&str) -> Option<String>) -> Result<Self, WrongSetting> {
        let given = |name: &str| source(name).filter(|value| !value.trim().is_empty());
        let or_default = |name: &'static str| {
            given(name).unwrap_or_else(|| {
                let known = SETTINGS.iter().find(|setting| setting.name == name);
                known.map_or_else(String::new, |setting| setting.default.to_owned())
            })
        };
        Ok(Self {
            database_url: database_url(or_default("DATABASE_URL"))?,
            listen: or_default("RADIONICA_LISTEN").parse().map_err(|_| {
                wrong(
                    "RADIONICA_LISTEN",
                    "is no address",
                    "write an IP address and a port, e.g. 127.0.0.1:3000 or [::]:3000",
                )
            })?,
            site: PathBuf::from(or_default("RADIONICA_SITE")),
            organisation: organisation(or_default("RADIONICA_ORGANISATION"))?,
            public_url: given("RADIONICA_PUBLIC_URL").map(|url| public_url(&url)).transpose()?,
            trust_proxy: match or_default("RADIONICA_TRUST_PROXY").as_str() {
                "0" => false,
                "1" => true,
                _ => return Err(wrong("RADIONICA_TRUST_PROXY", "is neither 0 nor 1", "write one")),
            },
            clock_start: given("RADIONICA_CLOCK_START").map(|at| clock_start(&at)).transpose()?,
            log: log_filter(or_default("RADIONICA_LOG"))?,
        })
    }

    /// Whether browsers reach the server over HTTPS.
    pub fn https(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.https)
    }
}

fn database_url(url: String) -> Result<String, WrongSetting> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| url.starts_with(scheme)) {
        Ok(url)
    } else {
        Err(wrong(
            "DATABASE_URL",
            "names no database that is known",
            "write sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME",
        ))
    }
}

/// Reads the scheme, host and port of an address without a path.
fn public_url(url: &str) -> Result<PublicUrl, WrongSetting> {
    let fault = || {
        wrong(
            "RADIONICA_PUBLIC_URL",
            "is no web address",
            "write scheme and host and nothing after them, e.g. https://radionica.example.org",
        )
    };
    let lower = url.trim().trim_end_matches('/').to_ascii_lowercase();
    let (https, rest, port) = if let Some(rest) = lower.strip_prefix("https://") {
        (true, rest, ":443")
    } else if let Some(rest) = lower.strip_prefix("http://") {
        (false, rest, ":80")
    } else {
        return Err(fault());
    };
    let authority: axum::http::uri::Authority = rest.parse().map_err(|_| fault())?;
    if authority.as_str() != rest || rest.contains('@') || authority.host().is_empty() {
        return Err(fault());
    }
    // A browser leaves the scheme's own port out.
    let host = rest.strip_suffix(port).unwrap_or(rest);
    let scheme = if https { "https" } else { "http" };
    Ok(PublicUrl { origin: format!("{scheme}://{host}"), https })
}

fn clock_start(text: &str) -> Result<DateTime<Utc>, WrongSetting> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(|_| {
        wrong(
            "RADIONICA_CLOCK_START",
            "is no instant",
            "write day, time and offset, e.g. 2021-05-31T16:10:00+02:00",
        )
    })
}

/// A name that fits into a seal.
fn organisation(name: String) -> Result<String, WrongSetting> {
    const LENGTH_MAX: usize = 200;
    if name.len() <= LENGTH_MAX && !name.chars().any(char::is_control) {
        Ok(name)
    } else {
        Err(wrong(
            "RADIONICA_ORGANISATION",
            "is no name",
            "write at most 200 bytes on one line, e.g. International Organisation",
        ))
    }
}

fn log_filter(filter: String) -> Result<String, WrongSetting> {
    match tracing_subscriber::EnvFilter::try_new(&filter) {
        Ok(_) => Ok(filter),
        Err(_) => Err(wrong(
            "RADIONICA_LOG",
            "is no filter",
            "write a level (error, warn, info, debug, trace) or MODULE=LEVEL, parted by commas",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Result<Settings, WrongSetting> {
        Settings::from_source(|wanted| (wanted == name).then(|| value.to_owned()))
    }

    #[test]
    fn the_defaults_work_and_empty_means_missing() {
        let settings = Settings::from_source(|_| None).expect("defaults");
        assert_eq!(settings.database_url, "sqlite://data/radionica.db");
        assert_eq!(settings.listen.to_string(), "127.0.0.1:3000");
        assert_eq!((settings.trust_proxy, settings.https()), (false, false));
        assert_eq!(with("RADIONICA_TRUST_PROXY", " "), Ok(settings));
    }

    #[test]
    fn a_wrong_setting_is_named_with_what_to_do() {
        for (name, value) in [
            ("DATABASE_URL", "mysql://x"),
            ("RADIONICA_LISTEN", "localhost"),
            ("RADIONICA_PUBLIC_URL", "radionica.example.org"),
            ("RADIONICA_PUBLIC_URL", "https://radionica.example.org/app"),
            ("RADIONICA_PUBLIC_URL", "https://a@b"),
            ("RADIONICA_PUBLIC_URL", "https://"),
            ("RADIONICA_TRUST_PROXY", "yes"),
            ("RADIONICA_CLOCK_START", "2021-05-31"),
            ("RADIONICA_LOG", "=="),
            ("RADIONICA_ORGANISATION", "A\nB"),
        ] {
            let sentence = with(name, value).expect_err(value).to_string();
            assert!(sentence.starts_with(name) && sentence.contains(": write "), "{sentence}");
            assert!(!sentence.contains('\n'));
        }
    }

    #[test]
    fn a_public_url_becomes_the_origin_that_browsers_send() {
        for (url, origin) in [
            ("https://Radionica.example.org/", "https://radionica.example.org"),
            ("https://radionica.example.org:443", "https://radionica.example.org"),
            ("http://10.0.0.5:3000", "http://10.0.0.5:3000"),
            ("http://[::1]:80", "http://[::1]"),
        ] {
            let settings = with("RADIONICA_PUBLIC_URL", url).expect(url);
            assert_eq!(settings.public_url.map(|url| url.origin).as_deref(), Some(origin));
        }
    }
}
