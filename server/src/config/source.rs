//! Where settings come from.

use super::{ConfigError, Wrong};
use std::collections::BTreeMap;
use std::path::Path;

/// Every setting. In the file they are written in small letters, as variables with `TIMESLOT_` before them.
pub const NAMES: &[(&str, &str)] = &[
    ("listen", "address and port to listen on; 127.0.0.1:8080 unless set"),
    ("public_url", "the address at which people reach this instance, such as https://book.example.com"),
    ("data_dir", "folder for the database and the secret key; ./data unless set"),
    (
        "database_url",
        "postgres://… where a PostgreSQL server keeps the data; SQLite in the data folder unless set",
    ),
    (
        "smtp_url",
        "smtp://user:password@host:587 (STARTTLS) or smtps://…; without it letters are kept in a mailbox",
    ),
    ("mail_from", "sender of letters, an address or “Name <address>”"),
    (
        "secret_key",
        "base64 of at least 32 random bytes, newest first where there are several, with commas between",
    ),
    ("registration", "who may register: open, invitation or closed"),
    ("trusted_proxies", "networks whose forwarding headers count, such as 10.0.0.0/8, with commas between"),
    ("rate_limits", "off for load tests on this machine; on unless set"),
    ("letters_per_address_per_day", "letters that one address gets in a day, over all hosts; 10 unless set"),
    (
        "notices_per_host_per_day",
        "notices that a host gets in a day of what customers did, counted apart; 200 unless set",
    ),
    (
        "access_letters_per_address_per_day",
        "letters with a link to verify or reset, counted apart; 5 unless set",
    ),
    ("letters_of_new_host", "letters to customers that a host sends on the first day; 50 unless set"),
    ("live_bookings_per_customer", "bookings ahead of one address with one host; 5 unless set"),
    ("guests", "guests of one booking; 5 unless set"),
    ("log", "error, warn, info or debug, or a filter such as timeslot_store=debug; info unless set"),
];

/// Settings as they were written, by name.
#[derive(Clone, Debug, Default)]
pub struct Source {
    values: BTreeMap<String, String>,
    /// What was written and means nothing.
    pub warnings: Vec<String>,
}

impl Source {
    /// Reads the file at `path`, if one is named, and then `variables`.
    pub fn read(
        path: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut source = Self::default();
        if let Some(path) = path {
            let text = std::fs::read_to_string(path)
                .map_err(|error| one(&path.display().to_string(), &format!("can't be read: {error}")))?;
            source.take_file(&text)?;
        }
        source.take_variables(variables);
        Ok(source)
    }

    /// The setting, unless it is empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    fn take_file(&mut self, text: &str) -> Result<(), ConfigError> {
        let table: toml::Table =
            text.parse().map_err(|error| one("the settings file", &format!("{error}")))?;
        let mut wrong = Vec::new();
        for (name, value) in table {
            match (is_known(&name), written(&value)) {
                (true, Some(text)) => {
                    self.values.insert(name, text);
                }
                (true, None) => {
                    wrong.push(Wrong { name, why: "is neither a text nor a list of texts".into() });
                }
                (false, _) => {
                    wrong.push(Wrong { name, why: format!("is no setting; the settings are {}", names()) });
                }
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(ConfigError(wrong)) }
    }

    fn take_variables(&mut self, variables: impl Iterator<Item = (String, String)>) {
        for (variable, value) in variables {
            let Some(name) = variable.strip_prefix("TIMESLOT_").map(str::to_ascii_lowercase) else {
                continue;
            };
            if is_known(&name) {
                self.values.insert(name, value);
            } else if !is_of_tests(&name) {
                self.warnings.push(format!("{variable} is no setting of this version and has no effect"));
            }
        }
    }
}

fn is_known(name: &str) -> bool {
    NAMES.iter().any(|(known, _)| *known == name)
}

/// Variables of the build and the tests stand beside ours.
fn is_of_tests(name: &str) -> bool {
    name.starts_with("test_") || name == "require_web"
}

fn names() -> String {
    NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn written(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Boolean(it) => Some(if *it { "on" } else { "off" }.into()),
        toml::Value::Integer(it) => Some(it.to_string()),
        toml::Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .map(|it| it.join(",")),
        _ => None,
    }
}

fn one(name: &str, why: &str) -> ConfigError {
    ConfigError(vec![Wrong { name: name.to_owned(), why: why.to_owned() }])
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn variables(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect::<Vec<_>>()
            .into_iter()
    }

    #[test]
    fn a_variable_goes_before_the_file() {
        let mut source = Source::default();
        source
            .take_file("listen = \"127.0.0.1:1\"\ntrusted_proxies = [\"10.0.0.0/8\", \"::1/128\"]")
            .unwrap();
        source.take_variables(variables(&[("TIMESLOT_LISTEN", "127.0.0.1:2"), ("HOME", "/")]));
        assert_eq!(source.get("listen"), Some("127.0.0.1:2"));
        assert_eq!(source.get("trusted_proxies"), Some("10.0.0.0/8,::1/128"));
        assert!(source.warnings.is_empty());
    }

    #[test]
    fn what_is_unknown_is_named() {
        let mut source = Source::default();
        let refused = source.take_file("lissten = \"x\"\nlisten = { port = 1 }").unwrap_err();
        assert_eq!(refused.0.len(), 2);
        assert!(refused.to_string().contains("lissten: is no setting"));
        source.take_variables(variables(&[("TIMESLOT_LISSTEN", "x")]));
        assert_eq!(source.warnings.len(), 1);
    }
}
