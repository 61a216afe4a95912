//! What the stories share.

use serde_json::{Value, json};
use timeslot_chassis::token::Purpose;
use timeslot_chassis::world::{Answer, Person, World};
use timeslot_core::id::HostId;
use timeslot_core::job::JobKind;
use timeslot_store::jobs::JobRow;

pub const ADA: &str = "ada@example.com";
pub const GRACE: &str = "grace@example.com";
pub const PASSWORD: &str = "correct horse battery";

/// The service in a world where the operator is there already, so that whoever comes next is a host.
pub async fn town(world: World) -> World {
    let world = bare(world);
    let olga = world.person("olga");
    let user = register(&olga, "olga@example.com", "Olga").await;
    verify(&world, &olga).await;
    assert_eq!(user["is_operator"], true);
    world
}

/// The service in an empty world.
pub fn bare(world: World) -> World {
    world.serve(vec![timeslot_auth::service()])
}

/// The operator of [`town`], logged in.
pub async fn olga(world: &World) -> Person {
    let olga = world.person("olga");
    log_in(&olga, "olga@example.com", PASSWORD).await.expect(200);
    olga
}

pub fn form(email: &str, name: &str) -> Value {
    json!({ "email": email, "password": PASSWORD, "name": name, "time_zone": "Europe/London" })
}

pub async fn register(person: &Person, email: &str, name: &str) -> Value {
    let answer = person.post("/api/v1/auth/register", form(email, name)).await.expect(201);
    answer.at("/user").clone()
}

pub async fn log_in(person: &Person, email: &str, password: &str) -> Answer {
    person.post("/api/v1/auth/login", json!({ "email": email, "password": password })).await
}

/// Registered, verified and logged in.
pub async fn host(world: &World, email: &str, name: &str) -> Person {
    let person = world.person(name);
    register(&person, email, name).await;
    verify(world, &person).await;
    person
}

/// Follows the link of the one letter that waits.
pub async fn verify(world: &World, person: &Person) {
    let token = one_token(world).await;
    person.post("/api/v1/auth/email/verify", json!({ "token": token })).await.expect(204);
}

/// Whether the person is logged in, and as whom.
pub async fn me(person: &Person) -> Answer {
    person.get("/api/v1/auth/session").await
}

pub fn id_of(user: &Value) -> HostId {
    user["id"].as_str().unwrap().parse().unwrap()
}

/// The letters that wait, in the order of their kinds, and the token that each carries, as the mailer would write it.
pub async fn letters(world: &World) -> Vec<(JobKind, Option<String>)> {
    let jobs = world.read_jobs().await;
    let letter = |job: &JobRow| (JobKind::parse(&job.kind).unwrap(), token_of(world, job));
    let mut letters: Vec<_> = jobs.iter().map(letter).collect();
    letters.sort();
    letters
}

fn token_of(world: &World, job: &JobRow) -> Option<String> {
    let purpose = match JobKind::parse(&job.kind).unwrap() {
        JobKind::VerifyAddress => Purpose::VerifyAddress,
        JobKind::ResetPassword => Purpose::ResetPassword,
        JobKind::ChangeAddress => Purpose::ChangeAddress,
        _ => return None,
    };
    let account: HostId = job.payload.0["account_id"].as_str()?.parse().unwrap();
    assert_eq!(job.host_id, Some(account), "the job goes with its account");
    Some(world.app.keys().sign_for_life(purpose, account.0, job.version, world.now()))
}

/// The token of the one letter that waits.
pub async fn one_token(world: &World) -> String {
    let mut letters = letters(world).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    letters.remove(0).1.unwrap()
}

/// The kinds of the letters that wait.
pub async fn kinds(world: &World) -> Vec<JobKind> {
    letters(world).await.into_iter().map(|(kind, _)| kind).collect()
}

/// What the one waiting letter says has changed.
pub async fn changed(world: &World) -> String {
    let jobs = world.read_jobs().await;
    let told: Vec<&JobRow> = jobs.iter().filter(|job| job.kind == "credentials_changed").collect();
    assert_eq!(told.len(), 1, "{jobs:?}");
    told[0].payload.0["change"].as_str().unwrap().to_owned()
}
