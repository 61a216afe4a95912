//! The house itself: arrows that only fall, one handler for each job, a description that is fresh.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use timeslot_core::job::JobKind;
use timeslot_email::MailRoute;
use timeslot_server::command::openapi;
use timeslot_server::services::services;

/// Who may know whom: a room and the rooms below it.
const ARROWS: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("web", &[]),
    ("store", &["core"]),
    ("booking", &["core", "store"]),
    ("chassis", &["core", "store"]),
    ("auth", &["core", "store", "chassis"]),
    ("user", &["core", "store", "chassis", "booking"]),
    ("client", &["core", "store", "chassis", "booking", "web"]),
    ("email", &["core", "store", "chassis"]),
    ("server", &["core", "store", "chassis", "booking", "auth", "user", "client", "email", "web"]),
    ("tests", &["core", "store", "chassis", "booking", "email", "server"]),
    ("bench", &["core", "store", "chassis", "server"]),
];

/// Outside libraries that have one owner.
const OWNERS: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("tokio-postgres", "store"),
    ("deadpool-postgres", "store"),
    ("lettre", "email"),
    ("argon2", "auth"),
    ("reqwest", "chassis"),
];

fn metadata() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--locked", "--offline"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let room = |name: &str| name.trim_start_matches("timeslot-").to_owned();
    packages
        .iter()
        .map(|package| {
            let wanted = package["dependencies"].as_array().unwrap().iter();
            // What tests need doesn't count, but for the room of the tests itself.
            let wanted = wanted.filter(|it| it["kind"].is_null() || package["name"] == "timeslot-tests");
            let names = wanted.map(|it| it["name"].as_str().unwrap().to_owned()).collect();
            (room(package["name"].as_str().unwrap()), names)
        })
        .collect()
}

#[test]
fn arrows_only_fall() {
    let rooms = metadata();
    let known: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    assert_eq!(
        rooms.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        known,
        "a room is not in the list of arrows"
    );
    for (room, below) in ARROWS {
        let ours = rooms[*room].iter().filter_map(|name| name.strip_prefix("timeslot-"));
        for other in ours {
            assert!(below.contains(&other), "{room} may not know {other}");
        }
    }
}

#[test]
fn outside_libraries_have_one_owner() {
    for (library, owner) in OWNERS {
        for (room, wanted) in metadata() {
            assert!(
                !wanted.contains(*library) || room == *owner,
                "{library} belongs to {owner}, not to {room}"
            );
        }
    }
}

#[test]
fn every_kind_of_job_has_exactly_one_handler() {
    let mut handlers: BTreeMap<JobKind, Vec<&str>> = BTreeMap::new();
    for service in services(&[], &MailRoute::Mailbox).unwrap() {
        for (kind, _) in &service.jobs {
            handlers.entry(*kind).or_default().push(service.name);
        }
    }
    for kind in JobKind::ALL {
        let owner = format!("{:?}", kind.service()).to_lowercase();
        assert_eq!(handlers.get(kind).map(Vec::as_slice), Some(&[owner.as_str()][..]), "{kind:?}");
    }
}

#[test]
fn the_committed_description_of_the_api_is_fresh() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi.json")).unwrap();
    assert!(committed == openapi::text().unwrap(), "openapi.json is stale; write it with: make generate");
}

#[test]
fn operations_have_names_of_their_own() {
    let document = serde_json::to_value(openapi::document().unwrap()).unwrap();
    let mut seen = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name =
                operation["operationId"].as_str().unwrap_or_else(|| panic!("{method} {path} has no name"));
            assert!(seen.insert(name.to_owned()), "{name} stands twice");
        }
    }
}
