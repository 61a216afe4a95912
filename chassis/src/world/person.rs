//! A person with a browser: cookies, a network, and words for what is done with it.

use crate::outbound;
use reqwest::header::{COOKIE, HOST, HeaderMap, SET_COOKIE};
use reqwest::{Client, Method};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Somebody who speaks HTTP with the world's services.
#[derive(Debug)]
pub struct Person {
    name: String,
    client: Client,
    base: String,
    host: String,
    cookies: Mutex<BTreeMap<String, String>>,
    fields: Vec<(String, String)>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Who asked for what, for the sentence of a failed expectation.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The body as JSON, null where it is none.
    pub json: Value,
    /// The body as text.
    pub text: String,
    /// The header fields.
    pub headers: HeaderMap,
}

impl Person {
    pub(super) fn new(name: &str, base: &str, host: &str) -> Self {
        Self {
            name: name.to_owned(),
            client: outbound::builder().unwrap().build().unwrap(),
            base: base.to_owned(),
            host: host.to_owned(),
            cookies: Mutex::default(),
            fields: Vec::new(),
        }
    }

    /// Somebody who speaks with the server at `base`, such as `http://127.0.0.1:8080`.
    #[must_use]
    pub fn at(name: &str, base: &str) -> Self {
        let host = base.split_once("://").map_or(base, |(_, host)| host);
        Self::new(name, base, host)
    }

    /// The same person on the network of `address`, as a trusted proxy tells it.
    #[must_use]
    pub fn on(self, address: &str) -> Self {
        self.with("x-forwarded-for", address)
    }

    /// The same person, sending a header field with every request; `host` and `cookie` are replaced by it.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same person with a token in `Authorization`.
    #[must_use]
    pub fn bearing(self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    /// The value of a cookie that the browser holds.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into the browser.
    pub fn take_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path, &[], None).await
    }

    /// POST of JSON.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send_json(Method::POST, path, &body).await
    }

    /// PUT of JSON.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send_json(Method::PUT, path, &body).await
    }

    /// PATCH of JSON.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send_json(Method::PATCH, path, &body).await
    }

    /// DELETE without a body.
    pub async fn delete(&self, path: &str) -> Answer {
        self.request(Method::DELETE, path, &[], None).await
    }

    /// DELETE with a body.
    pub async fn delete_with(&self, path: &str, body: Value) -> Answer {
        self.send_json(Method::DELETE, path, &body).await
    }

    /// POST of JSON with an `Idempotency-Key`.
    pub async fn post_once(&self, key: &str, path: &str, body: Value) -> Answer {
        let fields = [("idempotency-key", key), ("content-type", "application/json")];
        self.request(Method::POST, path, &fields, Some(body.to_string().into_bytes())).await
    }

    async fn send_json(&self, method: Method, path: &str, body: &Value) -> Answer {
        let fields = [("content-type", "application/json")];
        self.request(method, path, &fields, Some(body.to_string().into_bytes())).await
    }

    /// A request with a body of any media type, or without one.
    pub async fn send(&self, method: Method, path: &str, body: Option<(&str, String)>) -> Answer {
        match body {
            Some((kind, text)) => {
                let fields = [("content-type", kind)];
                self.request(method, path, &fields, Some(text.into_bytes())).await
            }
            None => self.request(method, path, &[], None).await,
        }
    }

    /// Any request: `fields` are sent beside the person's own.
    pub async fn request(
        &self,
        method: Method,
        path: &str,
        fields: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Answer {
        self.attempt(method, path, fields, body).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// The same, for one whose server may have gone; the error says who asked for what.
    pub async fn attempt(
        &self,
        method: Method,
        path: &str,
        fields: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Result<Answer, String> {
        let asked = format!("{}: {method} {path}", self.name);
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        request = request.headers(self.headers(fields));
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.map_err(|error| format!("{asked}: {error}"))?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        self.keep_cookies(&headers);
        let text = response.text().await.map_err(|error| format!("{asked}: {error}"))?;
        Ok(Answer { json: serde_json::from_str(&text).unwrap_or(Value::Null), asked, status, text, headers })
    }

    fn headers(&self, fields: &[(&str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, self.host.parse().unwrap());
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            headers.insert(COOKIE, cookies.join("; ").parse().unwrap());
        }
        let own = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(fields.iter().copied()) {
            let name: reqwest::header::HeaderName = name.parse().unwrap();
            headers.insert(name, reqwest::header::HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        headers
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for line in headers.get_all(SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            if line.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    /// Fails unless the status is `status`: for an answer of which nothing else is looked at.
    #[track_caller]
    pub fn gives(self, status: u16) {
        drop(self.expect(status));
    }

    /// The same, for an answer that is looked at further.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert!(
            self.status == status,
            "{} gave {} instead of {status}: {}",
            self.asked,
            self.status,
            self.text
        );
        self
    }

    /// Fails unless it is a problem of this status and slug.
    #[track_caller]
    pub fn refused(self, status: u16, slug: &str) -> Self {
        let answer = self.expect(status);
        let kind = format!("/problems/{slug}");
        assert!(
            answer.json["type"] == kind.as_str(),
            "{} gave another problem: {}",
            answer.asked,
            answer.text
        );
        let media = answer.header("content-type");
        assert_eq!(media, Some("application/problem+json"), "{}", answer.asked);
        answer
    }

    /// Fails unless it is 422 and names exactly these fields.
    #[track_caller]
    pub fn wrong_fields(self, fields: &[&str]) -> Self {
        let answer = self.refused(422, "invalid");
        let named: Vec<&str> = answer.json["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["field"].as_str().unwrap())
            .collect();
        assert_eq!(named, fields, "{}: {}", answer.asked, answer.text);
        answer
    }

    /// A header field, if it is there.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// What a JSON pointer leads to.
    #[must_use]
    #[track_caller]
    pub fn at(&self, pointer: &str) -> &Value {
        self.json.pointer(pointer).unwrap_or_else(|| panic!("{}: no {pointer} in {}", self.asked, self.text))
    }

    /// The text that a JSON pointer leads to.
    #[must_use]
    #[track_caller]
    pub fn text_at(&self, pointer: &str) -> String {
        let value = self.at(pointer);
        value.as_str().unwrap_or_else(|| panic!("{}: {pointer} is {value}", self.asked)).to_owned()
    }
}
