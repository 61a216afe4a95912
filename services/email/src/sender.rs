//! The setting `TIMESLOT_MAIL_FROM`: an address, or `Name <address>`.

/// Who letters are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sender<'a> {
    /// The name, empty where there is none.
    pub name: &'a str,
    /// The address.
    pub address: &'a str,
}

impl<'a> Sender<'a> {
    /// Reads the setting.
    pub fn of(setting: &'a str) -> Self {
        let (name, address) = match setting.rsplit_once('<') {
            Some((name, rest)) => (name, rest.trim_end().trim_end_matches('>')),
            None => ("", setting),
        };
        Self { name: name.trim().trim_matches('"'), address: address.trim() }
    }
}

#[cfg(test)]
mod tests {
    use super::Sender;

    #[test]
    fn a_name_may_stand_before_the_address() {
        for (setting, name, address) in [
            ("post@time.example", "", "post@time.example"),
            ("<post@time.example>", "", "post@time.example"),
            ("Ada’s time <post@time.example>", "Ada’s time", "post@time.example"),
            ("\"Time, Ltd.\" <a@[::1]> ", "Time, Ltd.", "a@[::1]"),
        ] {
            assert_eq!(Sender::of(setting), Sender { name, address }, "{setting}");
        }
    }
}
