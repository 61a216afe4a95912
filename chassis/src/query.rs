//! Queries and paths, refused as problems.

use crate::body::field_problem;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

/// The query, of type `T`; a parameter that can't be read is 422 under its name. Unknown ones are ignored.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parse(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

fn parse<T: DeserializeOwned>(query: &str) -> Result<T, Problem> {
    // No parameter has a use for NUL, which a database can't store.
    if let Some((name, _)) = form_urlencoded::parse(query.as_bytes()).find(|(_, value)| value.contains('\0'))
    {
        return Err(field_problem(&name, "has characters that can't be shown; please take them out"));
    }
    let deserializer = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| field_problem(&error.path().to_string(), &error.inner().to_string()))
}

/// The parameters of the path, of type `T`. One that can't be read, such as an id that is none, is 404: nothing can
/// be at that address.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Problem::not_found())
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::page::ListQuery;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Asked {
        view: u8,
        #[serde(flatten)]
        list: ListQuery,
    }

    #[test]
    fn parameters_are_named() {
        let asked: Asked = parse("view=1&limit=20&utm_source=x").unwrap();
        assert_eq!((asked.view, asked.list.limit.as_deref()), (1, Some("20")));
        assert_eq!(parse::<Asked>("limit=20").unwrap_err().detail(), "Please mend: view.");
        assert_eq!(parse::<ListQuery>("cursor=%00").unwrap_err().detail(), "Please mend: cursor.");
    }
}
