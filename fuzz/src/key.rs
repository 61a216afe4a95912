//! `Idempotency-Key`: one field of 1 to 255 visible characters, kept as it came.

use axum::extract::FromRequestParts;
use axum::http::{HeaderValue, Request};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use timeslot_chassis::idempotency::IdempotencyKey;

/// Fields are parted by line feeds, which none can hold.
pub fn holds(data: &[u8]) {
    let fields: Vec<HeaderValue> = data
        .split(|it| *it == b'\n')
        .take(3)
        .filter_map(|field| HeaderValue::from_bytes(field).ok())
        .collect();
    let mut request = Request::new(());
    for field in &fields {
        request.headers_mut().append("idempotency-key", field.clone());
    }
    match (read(request), &fields[..]) {
        (Ok(IdempotencyKey(None)), sent) => assert!(sent.is_empty(), "{sent:?} was overlooked"),
        (Ok(IdempotencyKey(Some(key))), [sent]) => {
            assert!((1..=255).contains(&key.len()) && key.bytes().all(|it| it.is_ascii_graphic()), "{key:?}");
            assert_eq!(key.as_bytes(), sent.as_bytes());
        }
        (Ok(key), sent) => panic!("{key:?} was made of {sent:?}"),
        (Err(problem), sent) => assert!(problem == 422 && !sent.is_empty(), "{problem} for {sent:?}"),
    }
}

/// Reading waits for nothing.
fn read(request: Request<()>) -> Result<IdempotencyKey, u16> {
    let mut parts = request.into_parts().0;
    let reading = pin!(IdempotencyKey::from_request_parts(&mut parts, &()));
    match reading.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(read) => read.map_err(|problem| problem.status().as_u16()),
        Poll::Pending => panic!("reading a header field waits"),
    }
}
