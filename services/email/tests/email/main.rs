//! Letters as they are read, as messages, and as a mail server gets them.

mod calendar;
mod letters;
mod messages;
mod smtp;
mod support;
