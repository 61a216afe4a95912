//! An address that was written with a slash at its end: the page is the one without.

use super::asked::path;
use axum::extract::RawQuery;
use axum::response::Redirect;
use timeslot_chassis::{Path, Problem};
use timeslot_core::text::Handle;

pub async fn host(Path(handle): Path<String>, RawQuery(query): RawQuery) -> Result<Redirect, Problem> {
    without(&[&handle], query)
}

pub async fn event_type(
    Path((handle, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Redirect, Problem> {
    without(&[&handle, &slug], query)
}

fn without(segments: &[&str], query: Option<String>) -> Result<Redirect, Problem> {
    // Words that are no handle, such as `manage`, have no page of their own.
    let is_page = segments.first().is_some_and(|handle| Handle::parse(handle).is_ok());
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    let page = || Redirect::permanent(&format!("{}{query}", path(segments)));
    is_page.then(page).ok_or_else(Problem::not_found)
}
