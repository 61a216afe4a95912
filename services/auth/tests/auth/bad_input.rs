use crate::support::{ADA, form, host, town};
use reqwest::Method;
use serde_json::{Value, json};
use timeslot_chassis::both;

/// Every verb that takes a body.
const VERBS: &[(&str, &str)] = &[
    ("POST", "register"),
    ("POST", "login"),
    ("POST", "email/verify"),
    ("POST", "email/change"),
    ("POST", "password/forgot"),
    ("POST", "password/reset"),
    ("POST", "password/change"),
    ("POST", "api-keys"),
    ("DELETE", "account"),
];

both! {
    async fn a_newcomers_form_names_every_wrong_field(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        let path = "/api/v1/auth/register";
        let all = json!({ "email": "no address", "password": "short", "name": "", "time_zone": "Mars/Olympus" });
        ada.post(path, all).await.wrong_fields(&["email", "password", "name", "time_zone"]);
        for (field, value) in [
            ("email", json!("a\u{0}@example.com")),
            ("email", json!("a@example.com\r\nBcc: all@example.com")),
            ("email", json!(format!("{}@example.com", "a".repeat(300)))),
            ("email", json!(5)),
            ("email", json!(null)),
            ("password", json!(["x"])),
            ("password", json!(ADA)),
            ("name", json!("Ada\nLovelace")),
            ("name", json!("Ada\u{202E}ecalevoL")),
            ("name", json!("Ada\u{0}")),
            ("name", json!("x".repeat(101))),
            ("name", json!({})),
            ("time_zone", json!("+05:30")),
            ("time_zone", json!("../../etc/passwd")),
            ("time_zone", json!(true)),
            ("invitation", json!(5)),
        ] {
            let mut form = form(ADA, "Ada");
            form[field] = value;
            ada.post(path, form).await.wrong_fields(&[field]);
        }
        let mut unknown = form(ADA, "Ada");
        unknown["is_operator"] = json!(true);
        ada.post(path, unknown).await.wrong_fields(&["is_operator"]);
    }

    async fn no_body_makes_any_verb_fail_otherwise_than_by_a_problem(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let bodies: Vec<Vec<u8>> = vec![
            b"".to_vec(),
            b"{".to_vec(),
            b"null".to_vec(),
            b"[]".to_vec(),
            b"\"text\"".to_vec(),
            b"{\"email\": \"\xff\"}".to_vec(),
            b"{}".to_vec(),
            json!({ "email": {}, "password": [], "token": 1, "name": null }).to_string().into_bytes(),
            json!({ "email": "\u{0}", "password": "\u{0}", "token": "\u{0}", "name": "\u{0}" }).to_string().into_bytes(),
            vec![b'['; 60_000],
        ];
        let as_json = [("content-type", "application/json")];
        for (method, verb) in VERBS {
            let path = format!("/api/v1/auth/{verb}");
            let method: Method = method.parse().unwrap();
            for body in &bodies {
                let answer = ada.request(method.clone(), &path, &as_json, Some(body.clone())).await;
                assert!(matches!(answer.status, 400 | 422), "{}: {} {}", answer.asked, answer.status, answer.text);
                assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{}", answer.asked);
            }
            ada.request(method.clone(), &path, &as_json, Some(vec![b' '; 70_000])).await.refused(413, "too-large");
            ada.request(method, &path, &[], Some(b"{}".to_vec())).await.refused(415, "not-json");
        }
    }

    async fn a_password_may_hold_any_character(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        for (nth, password) in ["  spaces around  ", "null\u{0}byte", "пароль🦆עברית", "\r\n\t\u{7f}tabulator"].iter().enumerate() {
            let mut form: Value = form(&format!("a{nth}@example.com"), "Ada");
            form["password"] = json!(password);
            ada.post("/api/v1/auth/register", form).await.expect(201);
            let body = json!({ "email": format!("a{nth}@example.com"), "password": password });
            ada.post("/api/v1/auth/login", body).await.expect(200);
        }
        world.leave_jobs();
    }
}
