//! The templates, and what they can say.

use super::icons::ICONS;
use super::texts::find;
use super::words;
use minijinja::value::{Kwargs, Serde};
use minijinja::{Environment, Error, ErrorKind, Output, State, Value};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;
use timeslot_chassis::{check, price};
use timeslot_core::zone::Zone;

/// Their names end in .html, which is what makes the values in them escaped.
const FILES: &[(&str, &str)] = &[
    ("page.html", include_str!("../../templates/page.html")),
    ("parts.html", include_str!("../../templates/parts.html")),
    ("landing.html", include_str!("../../templates/landing.html")),
    ("host.html", include_str!("../../templates/host.html")),
    ("picker.html", include_str!("../../templates/picker.html")),
    ("booking.html", include_str!("../../templates/booking.html")),
    ("details.html", include_str!("../../templates/details.html")),
    ("done.html", include_str!("../../templates/done.html")),
    ("manage.html", include_str!("../../templates/manage.html")),
    ("not_me.html", include_str!("../../templates/not_me.html")),
    ("said.html", include_str!("../../templates/said.html")),
];

pub static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_formatter(escape);
    templates.add_function("t", text);
    templates.add_function("duration", words::duration);
    templates.add_function("city", city);
    templates.add_filter("money", money);
    templates.add_filter("dialled", dialled);
    templates.add_filter("first_line", |text: &str| text.lines().next().unwrap_or_default().to_owned());
    templates.add_global("ICONS", shown(&ICONS.iter().copied().collect::<BTreeMap<_, _>>()));
    for (name, file) in FILES {
        if let Err(error) = templates.add_template(name, file) {
            tracing::error!(name, %error, "a template can't be read");
        }
    }
    templates
});

/// `t('booking.day', date=…)`: a text of the catalogue.
#[expect(clippy::needless_pass_by_value, reason = "the templates hand it over like this")]
fn text(key: &str, values: Kwargs) -> Result<String, Error> {
    let mut given = Vec::new();
    for name in values.args() {
        let value: Value = values.get(name)?;
        given.push((name, if value.is_none() { String::new() } else { value.to_string() }));
    }
    find(key, &given)
        .ok_or_else(|| Error::new(ErrorKind::UndefinedError, format!("the catalogue has no text “{key}”")))
}

/// Something that serde can write, as the templates see it.
pub fn shown<T: Serialize>(value: &T) -> Value {
    Value::from(Serde(value))
}

/// `sum|money(host.locale)`: the sum as the client writes it.
fn money(sum: &Value, locale: &str) -> Result<String, Error> {
    let amount = i64::try_from(sum.get_attr("amount_minor")?)?;
    let currency = sum.get_attr("currency")?.to_string();
    let refused = |why: String| Error::new(ErrorKind::InvalidOperation, why);
    let sum = check::money(amount, &currency).map_err(refused)?;
    Ok(price::on_page(sum, locale))
}

/// A telephone number as a telephone takes it; nothing for what doesn't begin as one.
fn dialled(number: &str) -> String {
    let begins = number.starts_with(|it: char| it == '+' || it.is_ascii_digit());
    number.chars().filter(|it| begins && (*it == '+' || it.is_ascii_digit())).collect()
}

fn city(zone: &str) -> String {
    Zone::parse(zone).map_or_else(|| zone.to_owned(), |zone| zone.city())
}

/// Escapes what HTML needs escaped, and no more: a slash in an address stays one.
fn escape(out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let text = if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() };
    if value.is_safe() {
        return Ok(out.write_str(&text)?);
    }
    for it in text.chars() {
        match it {
            '<' => out.write_str("&lt;")?,
            '>' => out.write_str("&gt;")?,
            '&' => out.write_str("&amp;")?,
            '"' => out.write_str("&quot;")?,
            '\'' => out.write_str("&#39;")?,
            other => out.write_char(other)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{FILES, TEMPLATES};
    use crate::html::texts::find;

    #[test]
    fn every_template_can_be_read() {
        for (name, _) in FILES {
            assert!(TEMPLATES.get_template(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn every_text_of_the_templates_stands_in_the_catalogue_of_the_client() {
        let mut seen = 0;
        for (name, file) in FILES {
            for part in file.split("t('").skip(1) {
                let key = part.split('\'').next().unwrap_or_default();
                // A key that ends in a full stop is put together with a word of the server's.
                if key.contains('.') && !key.ends_with('.') {
                    seen += 1;
                    assert!(find(key, &[]).is_some(), "{name} says {key}, which no catalogue has");
                }
            }
        }
        assert!(seen > 60, "only {seen} texts were found: has their form changed?");
    }
}
