//! What a visitor of a public page sees.

pub mod event_type;
pub mod host;
pub mod slots;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use timeslot_booking::{Circumstances, Desk};
use timeslot_chassis::Problem;
use timeslot_chassis::cache::Made;
use timeslot_core::event_type::Question as AskedQuestion;
use timeslot_core::id::HostId;
use timeslot_core::money::Money as CoreMoney;
use timeslot_core::text::{Handle, Slug};
use timeslot_store::event_types::{self, EventTypeRow};
use timeslot_store::hosts::{self, HostRow};
use timeslot_store::{Error, Tx};
use utoipa::ToSchema;

/// The host as visitors see them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicHost {
    pub(crate) handle: String,
    pub(crate) name: String,
    pub(crate) bio: String,
    /// IANA zone.
    pub(crate) time_zone: String,
    /// How dates and money are written, BCP 47.
    pub(crate) locale: String,
    /// `mon` to `sun`.
    pub(crate) week_start: String,
    pub(crate) privacy_url: Option<String>,
    pub(crate) terms_url: Option<String>,
    pub(crate) contact_url: Option<String>,
}

/// An event type in the list of its host's page.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicEventType {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) duration_minutes: u32,
    pub(crate) price: Option<Money>,
    pub(crate) seats: u32,
    pub(crate) requires_approval: bool,
    pub(crate) location: PublicLocation,
}

/// An event type on its booking page.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicEventTypeDetail {
    #[serde(flatten)]
    pub(crate) event_type: PublicEventType,
    pub(crate) questions: Vec<Question>,
    pub(crate) max_guests: u8,
    cancel_cutoff_minutes: u32,
    reschedule_cutoff_minutes: u32,
    minimum_notice_minutes: u32,
}

/// How a meeting takes place; where exactly is told to those who book.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicLocation {
    /// `google_meet`, `link`, `phone` or `in_person`.
    pub(crate) kind: String,
}

/// For how long what was read of a host is the answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Holds {
    host: HostId,
    /// The availability version, which was read first.
    pub(crate) version: i64,
    /// When it was read.
    pub(crate) at: Timestamp,
    /// The first instant at which time alone may have changed it, if there is one.
    until: Option<Timestamp>,
}

impl Holds {
    pub(crate) const fn of(host: &HostRow, at: Timestamp, until: Option<Timestamp>) -> Self {
        Self { host: host.id, version: host.availability_version, at, until }
    }

    /// The same, but no longer than until `other`.
    pub(crate) fn and_until(self, other: Timestamp) -> Self {
        Self { until: Some(self.until.map_or(other, |until| until.min(other))), ..self }
    }

    /// Not at all: whoever asks next has it made anew.
    pub(crate) fn not_kept(self) -> Self {
        self.and_until(self.at)
    }

    /// The answer as the cache keeps it.
    pub(crate) fn made(self, media_type: &'static str, body: Vec<u8>) -> Made {
        let Self { host, version, at, until } = self;
        Made { host, version, at, until, media_type, body }
    }
}

/// A sum of money.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// In the currency's smallest unit.
    pub amount_minor: i64,
    /// ISO 4217.
    #[schema(example = "INR")]
    pub currency: String,
}

/// A question to everyone who books.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Question {
    pub(crate) id: String,
    /// `text`, `long_text`, `phone`, `choice` or `checkbox`.
    pub(crate) kind: String,
    pub(crate) label: String,
    pub(crate) required: bool,
    pub(crate) choices: Vec<String>,
}

impl From<CoreMoney> for Money {
    fn from(it: CoreMoney) -> Self {
        Self { amount_minor: it.amount_minor, currency: it.currency.code().to_owned() }
    }
}

impl From<&AskedQuestion> for Question {
    fn from(it: &AskedQuestion) -> Self {
        Self {
            id: it.id.clone(),
            kind: it.kind.as_str().to_owned(),
            label: it.label.clone(),
            required: it.required,
            choices: it.choices.clone(),
        }
    }
}

impl From<&HostRow> for PublicHost {
    fn from(row: &HostRow) -> Self {
        Self {
            handle: row.handle.clone(),
            name: row.name.clone(),
            bio: row.bio.clone(),
            time_zone: row.time_zone.clone(),
            locale: row.locale.clone(),
            week_start: row.week_start.clone(),
            privacy_url: row.privacy_url.clone(),
            terms_url: row.terms_url.clone(),
            contact_url: row.contact_url.clone(),
        }
    }
}

fn public_event_type(row: &EventTypeRow) -> Result<PublicEventType, Error> {
    Ok(PublicEventType {
        slug: row.slug.clone(),
        title: row.title.clone(),
        description: row.description.clone(),
        duration_minutes: row.duration_minutes.0,
        price: row.price()?.map(Money::from),
        seats: row.seats,
        requires_approval: row.requires_approval,
        location: PublicLocation { kind: row.location_kind.clone() },
    })
}

pub(crate) fn public_event_type_detail(row: &EventTypeRow) -> Result<PublicEventTypeDetail, Error> {
    Ok(PublicEventTypeDetail {
        event_type: public_event_type(row)?,
        questions: row.questions.0.iter().map(Question::from).collect(),
        max_guests: row.max_guests,
        cancel_cutoff_minutes: row.cancel_cutoff_minutes.0,
        reschedule_cutoff_minutes: row.reschedule_cutoff_minutes.0,
        minimum_notice_minutes: row.minimum_notice_minutes.0,
    })
}

/// The host of a page, where its address is verified; 404 otherwise. A given-up handle leads to the present one's page.
pub(crate) async fn find_host(tx: &mut Tx, handle: &str, now: Timestamp) -> Result<HostRow, Problem> {
    let handle = Handle::parse(handle).map_err(|_| Problem::not_found())?;
    if let Some(host) = hosts::public_by_handle(tx, handle.as_str()).await? {
        return Ok(host);
    }
    let present = hosts::given_up_handle(tx, handle.as_str(), now).await?;
    let host = match present {
        Some(present) => hosts::public_by_handle(tx, &present).await?,
        None => None,
    };
    host.ok_or_else(Problem::not_found)
}

/// The desk of a page's host, found as [`find_host`] does, and an event type that can be booked there.
pub(crate) async fn open_desk<'a>(
    tx: &mut Tx,
    circumstances: Circumstances<'a>,
    handle: &str,
    slug: &str,
) -> Result<(Desk<'a>, EventTypeRow), Problem> {
    let slug = Slug::parse(slug).map_err(|_| Problem::not_found())?;
    let handle = Handle::parse(handle).map_err(|_| Problem::not_found())?;
    let desk = match Desk::open_by_handle(tx, circumstances, handle.as_str()).await? {
        Some(desk) => Some(desk),
        None => match hosts::given_up_handle(tx, handle.as_str(), circumstances.now).await? {
            Some(present) => Desk::open_by_handle(tx, circumstances, &present).await?,
            None => None,
        },
    };
    let desk = desk.ok_or_else(Problem::not_found)?;
    // Whether the page is public is asked behind the lock: it may be the account's closing that was waited for.
    let event_type = event_types::on_public_page(tx, desk.host().id, slug.as_str()).await?;
    let event_type = event_type.filter(EventTypeRow::is_bookable).ok_or_else(Problem::not_found)?;
    Ok((desk, event_type))
}

/// The host and an event type that can be booked.
pub(crate) async fn find_event_type(
    tx: &mut Tx,
    handle: &str,
    slug: &str,
    now: Timestamp,
) -> Result<(HostRow, EventTypeRow), Problem> {
    let slug = Slug::parse(slug).map_err(|_| Problem::not_found())?;
    let host = find_host(tx, handle, now).await?;
    let event_type = event_types::by_slug(tx, host.id, slug.as_str()).await?;
    let event_type = event_type.filter(EventTypeRow::is_bookable).ok_or_else(Problem::not_found)?;
    Ok((host, event_type))
}
