//! The host's profile.

use crate::patch::{Patch, range};
use axum::Json;
use axum::extract::State;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use timeslot_chassis::App;
use timeslot_chassis::body::Body;
use timeslot_chassis::caller::Host;
use timeslot_chassis::check::{self, Check, web_address};
use timeslot_chassis::problem::{Problem, Refusals};
use timeslot_core::scheduling::wire::{DAYS, weekday};
use timeslot_core::text::{self, Handle, Refused};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::{Error, Tx, accounts};
use utoipa::ToSchema;

/// A given-up handle redirects for a year.
const RESERVED_FOR: SignedDuration = SignedDuration::from_hours(24 * 365);
/// The most handles that are kept for one host: the names of a house are for everybody.
const MOST_KEPT: i64 = 5;

/// The host's profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct Profile {
    /// The host's id.
    id: uuid::Uuid,
    /// The word in the link.
    handle: String,
    /// The name on the page and in letters.
    name: String,
    /// A few lines about the host.
    bio: String,
    /// IANA zone.
    time_zone: String,
    /// How dates and money are written, BCP 47.
    locale: String,
    /// `mon` to `sun`.
    week_start: String,
    /// Most sittings on one day, over all event types.
    max_per_day: Option<u32>,
    /// Shown at the foot of the public pages.
    privacy_url: Option<String>,
    /// Shown at the foot of the public pages.
    terms_url: Option<String>,
    /// Shown at the foot of the public pages.
    contact_url: Option<String>,
    /// The public page's address.
    public_url: String,
    /// Whether the page can be seen: the host's address is verified.
    is_public: bool,
}

/// What a profile can be changed to; what isn't named stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileChange {
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    handle: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    name: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    bio: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    time_zone: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    locale: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    week_start: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<i64>)]
    max_per_day: Patch<i64>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    privacy_url: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    terms_url: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    contact_url: Patch<String>,
}

/// The host's profile.
#[utoipa::path(get, path = "/api/v1/user/profile", tag = "user",
    responses((status = 200, body = Profile), Refusals))]
pub async fn get_profile(State(app): State<App>, caller: Host) -> Result<Json<Profile>, Problem> {
    let (host, is_public) = app.db().read(move |tx| Box::pin(async move { load(tx, &caller).await })).await?;
    Ok(Json(profile(&app, host, is_public)))
}

/// Changes the profile. A new handle leaves the old one reserved, and redirecting, for a year.
#[utoipa::path(patch, path = "/api/v1/user/profile", tag = "user", request_body = ProfileChange,
    responses((status = 200, body = Profile), Refusals))]
pub async fn update_profile(
    State(app): State<App>,
    caller: Host,
    Body(change): Body<ProfileChange>,
) -> Result<Json<Profile>, Problem> {
    let now = app.now();
    let (host, is_public) = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                // Two that want one handle, a newcomer among them, come one after the other.
                accounts::take_turn(tx).await?;
                hosts::lock(tx, caller.id).await?;
                let (mut host, is_public) = load(tx, &caller).await?;
                let old = host.handle.clone();
                let mut check = Check::new();
                change.apply(&mut check, &mut host);
                if let Some(why) = why_not_handle(tx, &host, &old, now).await? {
                    check.refuse("handle", why);
                }
                check.finish()?;
                keep(tx, &host, &old, now).await?;
                Ok::<_, Problem>((host, is_public))
            })
        })
        .await?;
    Ok(Json(profile(&app, host, is_public)))
}

/// Why the host can't have the new handle.
async fn why_not_handle(
    tx: &mut Tx,
    host: &HostRow,
    old: &str,
    now: Timestamp,
) -> Result<Option<String>, Error> {
    let HostRow { id, handle, .. } = host;
    if handle == old {
        return Ok(None);
    }
    if !hosts::handle_is_free(tx, handle, *id, now).await? {
        return Ok(Some(format!("“{handle}” belongs to somebody else; please choose another")));
    }
    let is_full = hosts::kept_handles(tx, *id, [old, handle], now).await? >= MOST_KEPT;
    Ok(is_full.then(|| {
        format!("can't be “{handle}” yet: {MOST_KEPT} former ones lead to your page, each for a year, which is the most")
    }))
}

async fn keep(tx: &mut Tx, host: &HostRow, old_handle: &str, now: Timestamp) -> Result<(), Problem> {
    if host.handle != old_handle {
        let until = now.checked_add(RESERVED_FOR).unwrap_or(now);
        hosts::give_up_handle(tx, old_handle, host.id, until).await?;
    }
    hosts::update(tx, host).await?;
    hosts::raise_version(tx, host.id).await?;
    Ok(())
}

pub(crate) async fn load(tx: &mut Tx, caller: &Host) -> Result<(HostRow, bool), Problem> {
    let host = hosts::find(tx, caller.id).await?.ok_or_else(Problem::not_found)?;
    let public = hosts::public_by_handle(tx, &host.handle).await?.is_some();
    Ok((host, public))
}

pub(crate) fn profile(app: &App, host: HostRow, is_public: bool) -> Profile {
    Profile {
        id: host.id.0,
        public_url: app.settings().link(&format!("/{}", host.handle)),
        is_public,
        handle: host.handle,
        name: host.name,
        bio: host.bio,
        time_zone: host.time_zone,
        locale: host.locale,
        week_start: host.week_start,
        max_per_day: host.max_per_day,
        privacy_url: host.privacy_url,
        terms_url: host.terms_url,
        contact_url: host.contact_url,
    }
}

impl ProfileChange {
    fn apply(self, check: &mut Check, host: &mut HostRow) {
        self.handle
            .set(check, "handle", &mut host.handle, |text| Handle::parse(&text).map(|it| it.to_string()));
        self.name.set(check, "name", &mut host.name, |text| text::line(&text, 100));
        self.bio.set(check, "bio", &mut host.bio, |text| text::paragraphs(&text, 1000));
        self.time_zone.set(check, "time_zone", &mut host.time_zone, |name| zone(&name));
        self.locale.set(check, "locale", &mut host.locale, |tag| locale(&tag));
        self.week_start.set(check, "week_start", &mut host.week_start, |day| week_start(&day));
        self.max_per_day
            .set_or_clear(check, "max_per_day", &mut host.max_per_day, |most| range(most, 1, 200));
        self.privacy_url
            .set_or_clear(check, "privacy_url", &mut host.privacy_url, |url| web_address(&url, 500));
        self.terms_url.set_or_clear(check, "terms_url", &mut host.terms_url, |url| web_address(&url, 500));
        self.contact_url
            .set_or_clear(check, "contact_url", &mut host.contact_url, |url| web_address(&url, 500));
    }
}

/// The zone's name as the database spells it.
pub(crate) fn zone(name: &str) -> Result<String, String> {
    check::zone(name).map(|zone| zone.name().to_owned())
}

fn week_start(day: &str) -> Result<String, Refused> {
    weekday(day).map(|_| day.to_owned()).ok_or_else(|| Refused(format!("is none of {}", DAYS.join(", "))))
}

/// A language tag such as `en` or `en-IN`.
fn locale(tag: &str) -> Result<String, Refused> {
    let plain = tag.len() <= 35
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|language| (2..=3).contains(&language.len()));
    if plain {
        Ok(tag.to_owned())
    } else {
        Err(Refused("is no language tag; write one such as en or en-IN".into()))
    }
}
