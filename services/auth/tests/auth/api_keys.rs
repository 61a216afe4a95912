use crate::support::{ADA, GRACE, PASSWORD, changed, host, me, olga, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;

const PATH: &str = "/api/v1/auth/api-keys";

both! {
    async fn a_key_speaks_for_its_host_until_it_is_deleted(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let made = ada.post(PATH, json!({ "name": "my script", "password": PASSWORD })).await.expect(201);
        assert_eq!(changed(&world).await, "api_key_added");
        let token = made.text_at("/token");
        assert!(token.starts_with("ts_") && token.len() == 46, "{token}");
        assert_eq!(made.text_at("/api_key/prefix"), token[..8]);
        let script = world.person("script").bearing(&token);
        assert_eq!(me(&script).await.expect(200).at("/user/email"), ADA);
        world.wait(SignedDuration::from_hours(1));
        me(&script).await.expect(200);
        let list = ada.get(PATH).await.expect(200);
        assert_eq!(list.at("/items/0/last_used_at"), "2027-03-01T09:00:00Z");
        assert!(!list.text.contains(&token[8..]));
        let path = format!("{PATH}/{}", made.text_at("/api_key/id"));
        ada.delete(&path).await.expect(204);
        assert_eq!(changed(&world).await, "api_key_deleted");
        me(&script).await.refused(401, "unauthorized");
        ada.delete(&path).await.refused(404, "not-found");
    }

    async fn a_key_can_not_touch_credentials(world) {
        let world = town(world).await;
        let olga = olga(&world).await;
        let made = olga.post(PATH, json!({ "name": "script", "password": PASSWORD })).await.expect(201);
        world.leave_jobs();
        let script = world.person("script").bearing(&made.text_at("/token"));
        let path = |rest: &str| format!("/api/v1/auth/{rest}");
        for read in ["sessions", "api-keys", "operator/accounts", "operator/invitations"] {
            script.get(&path(read)).await.refused(403, "forbidden");
        }
        for (verb, body) in [
            ("api-keys", json!({ "name": "another", "password": PASSWORD })),
            ("password/change", json!({ "current_password": PASSWORD, "password": "staple battery" })),
            ("email/change", json!({ "email": GRACE, "password": PASSWORD })),
            ("email/resend", json!({})),
            ("sessions/revoke-others", json!({})),
            ("operator/invitations", json!({})),
        ] {
            script.post(&path(verb), body).await.refused(403, "forbidden");
        }
        script.delete(&format!("{PATH}/{}", made.text_at("/api_key/id"))).await.refused(403, "forbidden");
        script.delete_with(&path("account"), json!({ "password": PASSWORD })).await.refused(403, "forbidden");
    }

    async fn it_takes_a_name_the_password_and_a_host(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(PATH, json!({ "name": "script", "password": "wrong" })).await.refused(403, "wrong-password");
        for name in ["", "  ", "a\nb", "a\u{0}b", &"x".repeat(61)] {
            ada.post(PATH, json!({ "name": name, "password": PASSWORD })).await.wrong_fields(&["name"]);
        }
        let stranger = world.person("stranger");
        stranger.post(PATH, json!({ "name": "x", "password": PASSWORD })).await.refused(401, "unauthorized");
    }

    async fn a_strangers_key_is_not_found_and_twenty_are_enough(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let mut id = String::new();
        for nth in 0..20 {
            let body = json!({ "name": format!("script {nth}"), "password": PASSWORD });
            id = ada.post(PATH, body).await.expect(201).text_at("/api_key/id");
        }
        let one_more = json!({ "name": "one more", "password": PASSWORD });
        ada.post(PATH, one_more).await.refused(409, "too-many-keys");
        let grace = {
            world.read_jobs().await;
            host(&world, GRACE, "Grace").await
        };
        grace.delete(&format!("{PATH}/{id}")).await.refused(404, "not-found");
        assert_eq!(ada.get(PATH).await.at("/items").as_array().unwrap().len(), 20);
    }
}
