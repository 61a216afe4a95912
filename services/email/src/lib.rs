//! Letters: what is told to whom, in which words and look, with which calendar part, and how it reaches a mail server.

mod calendar_part;
pub mod letter;
mod line;
mod message;
mod price;
pub mod provider;
pub mod said;
pub mod samples;
mod sheet;
pub mod when;
mod words;

pub use calendar_part::{CalendarPart, Edition, Method, calendar_part};
pub use message::{Cover, Message, MessageError};
pub use words::{RenderError, Rendered, SUBJECT_CHARS};
