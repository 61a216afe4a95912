//! A service's door: its routes and jobs as a table.

use crate::app::App;
use crate::problem::Problem;
use crate::worker::Handler;
use axum::Router;
use axum::response::Response;
use timeslot_core::job::JobKind;
use utoipa::openapi::OpenApi;
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;

/// Writes a problem as a page for people who opened the address at `path`; `None` where it can't.
pub type Face = fn(path: &str, problem: &Problem) -> Option<Response>;

/// One of the six services.
pub struct Service {
    /// As in `--services` and in `/api/v1/{name}`.
    pub name: &'static str,
    /// What it answers, under its full paths.
    pub routes: OpenApiRouter<App>,
    /// What it carries out.
    pub jobs: Vec<(JobKind, Handler)>,
    /// How people are told of a refusal, whoever refused: by the service that has pages.
    pub face: Option<Face>,
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let jobs: Vec<JobKind> = self.jobs.iter().map(|(kind, _)| *kind).collect();
        f.debug_struct("Service").field("name", &self.name).field("jobs", &jobs).finish_non_exhaustive()
    }
}

/// The services side by side: one router that tells every unknown address and method as a problem, the document of
/// its routes, and the jobs. [`crate::gateway::wrap`] goes around it.
pub fn mount(services: Vec<Service>) -> (Router<App>, OpenApi, Vec<(JobKind, Handler)>) {
    let mut routes = OpenApiRouter::new();
    let mut jobs = Vec::new();
    for service in services {
        routes = routes.merge(service.routes);
        jobs.extend(service.jobs);
    }
    let (all, mut document) = routes.split_for_parts();
    describe_problems(&mut document);
    let all = all
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async { Problem::wrong_method() });
    (all, document, jobs)
}

/// [`crate::Refusals`] refers to problems by name only.
fn describe_problems(document: &mut OpenApi) {
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let mut used = vec![("Problem".to_owned(), Problem::schema())];
    Problem::schemas(&mut used);
    schemas.extend(used);
}
