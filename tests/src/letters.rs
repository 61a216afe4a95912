//! Reading the mailbox.

use serde_json::Value;
use timeslot_chassis::world::World;
use timeslot_store::Error;
use timeslot_store::mailbox::{self, MailboxRow};

/// Carries out due jobs and reads every letter, the oldest first.
pub async fn letters(world: &World) -> Vec<MailboxRow> {
    world.run_due().await;
    let read: Result<Vec<MailboxRow>, Error> =
        world.app.db().read(|tx| Box::pin(async move { mailbox::list(tx, None, 1000).await })).await;
    let mut letters = read.unwrap();
    letters.reverse();
    letters
}

/// The letters to one address.
pub async fn letters_to(world: &World, address: &str) -> Vec<MailboxRow> {
    letters(world).await.into_iter().filter(|letter| letter.recipient.contains(address)).collect()
}

/// The token behind `/{word}/` in a letter's text.
#[must_use]
#[track_caller]
pub fn token(letter: &MailboxRow, word: &str) -> String {
    let marker = format!("/{word}/");
    let start =
        letter.text.find(&marker).unwrap_or_else(|| panic!("no {marker} in: {}", letter.text)) + marker.len();
    letter.text[start..].chars().take_while(|it| it.is_ascii_alphanumeric() || "-_".contains(*it)).collect()
}

/// A field of an answer as a list of texts.
#[must_use]
#[track_caller]
pub fn texts(items: &Value, field: &str) -> Vec<String> {
    let items = items.as_array().unwrap_or_else(|| panic!("{items} is no list"));
    items.iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
}
