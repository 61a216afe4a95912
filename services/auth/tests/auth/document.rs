use serde_json::Value;
use std::collections::HashSet;
use timeslot_chassis::service::mount;

fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn the_document_is_whole_and_its_operations_have_names_of_their_own() {
    let (_, document, _) = mount(vec![timeslot_auth::service()]);
    let document = serde_json::to_value(document).unwrap();
    let mut found = Vec::new();
    references(&document, &mut found);
    for reference in &found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    assert!(found.contains(&"#/components/schemas/Problem".to_owned()));
    let mut names = HashSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        assert!(path.starts_with("/api/v1/auth/"), "{path}");
        for operation in operations.as_object().unwrap().values() {
            assert!(names.insert(operation["operationId"].clone()), "{path}: {operation}");
            assert_eq!(operation["tags"][0], "auth");
        }
    }
    assert!(names.contains(&Value::from("register")));
}
