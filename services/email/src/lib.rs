//! Letters: what is told to whom, in which words and look, with which calendar part, and how it reaches a mail server.

pub mod letter;
mod line;
mod price;
pub mod said;
pub mod samples;
mod sheet;
pub mod when;
mod words;

pub use words::{RenderError, Rendered, SUBJECT_CHARS};
