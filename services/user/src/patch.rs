//! A field of a PATCH: left alone, cleared, or set.

use serde::{Deserialize, Deserializer};
use std::fmt::Display;
use timeslot_chassis::check::Check;
use timeslot_core::text::Refused;

/// What a request says of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Nothing.
    #[default]
    Missing,
    /// `null`.
    Null,
    /// A new value.
    Value(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T> Patch<T> {
    /// Sets a field that can't be empty.
    pub fn set<R, E: Display>(
        self,
        check: &mut Check,
        field: &str,
        place: &mut R,
        parse: impl FnOnce(T) -> Result<R, E>,
    ) {
        match self {
            Self::Missing => {}
            Self::Null => check.refuse(field, "can't be empty"),
            Self::Value(value) => {
                if let Some(value) = check.take(field, parse(value)) {
                    *place = value;
                }
            }
        }
    }

    /// Sets or clears a field.
    pub fn set_or_clear<R, E: Display>(
        self,
        check: &mut Check,
        field: &str,
        place: &mut Option<R>,
        parse: impl FnOnce(T) -> Result<R, E>,
    ) {
        match self {
            Self::Missing => {}
            Self::Null => *place = None,
            Self::Value(value) => {
                if let Some(value) = check.take(field, parse(value)) {
                    *place = Some(value);
                }
            }
        }
    }
}

/// A whole number from `least` to `most`.
pub fn range<N: TryFrom<i64>>(value: i64, least: i64, most: i64) -> Result<N, Refused> {
    let refused = || Refused(format!("is {value}; it can be {least} to {most}"));
    if value < least || value > most {
        return Err(refused());
    }
    N::try_from(value).map_err(|_| refused())
}

#[cfg(test)]
mod tests {
    use super::{Patch, range};

    #[derive(serde::Deserialize)]
    struct Body {
        #[serde(default)]
        most: Patch<i64>,
    }

    #[test]
    fn missing_null_and_a_value_are_three_things() {
        let read = |text: &str| serde_json::from_str::<Body>(text).unwrap().most;
        assert_eq!(read("{}"), Patch::Missing);
        assert_eq!(read(r#"{"most": null}"#), Patch::Null);
        assert_eq!(read(r#"{"most": 3}"#), Patch::Value(3));
    }

    #[test]
    fn numbers_have_bounds() {
        assert_eq!(range::<u8>(3, 1, 5), Ok(3));
        assert!(range::<u8>(0, 1, 5).is_err());
        assert!(range::<u8>(i64::MAX, 1, 5).is_err());
    }
}
