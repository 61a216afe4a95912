//! The profile and the handle.

use serde_json::json;
use timeslot_chassis::both;
use timeslot_tests::ada::{ada, host};
use timeslot_tests::open;

both! {
    async fn a_profile_is_changed_field_by_field(world) {
        let world = open(world);
        let ada = host(&world, "ada").await;
        let change = json!({ "bio": "Product design", "week_start": "sun", "max_per_day": 6, "locale": "en-IN",
            "privacy_url": "https://example.com/privacy" });
        let changed = ada.patch("/api/v1/user/profile", change).await.expect(200);
        assert_eq!((changed.text_at("/bio"), changed.text_at("/name")), ("Product design".into(), "Ada".into()));
        let cleared = ada.patch("/api/v1/user/profile", json!({ "max_per_day": null, "privacy_url": null })).await.expect(200);
        assert!(cleared.at("/max_per_day").is_null() && cleared.at("/privacy_url").is_null());
        assert!(cleared.text_at("/public_url").ends_with("/ada"));
        for (field, change) in [
            ("handle", json!({ "handle": "login" })),
            ("handle", json!({ "handle": "a" })),
            ("name", json!({ "name": " \u{7} " })),
            ("name", json!({ "name": null })),
            ("time_zone", json!({ "time_zone": "Mars/Olympus" })),
            ("week_start", json!({ "week_start": "monday" })),
            ("max_per_day", json!({ "max_per_day": 0 })),
            ("locale", json!({ "locale": "<script>" })),
            ("terms_url", json!({ "terms_url": "javascript:alert(1)" })),
        ] {
            let _ = ada.patch("/api/v1/user/profile", change).await.wrong_fields(&[field]);
        }
        world.leave_jobs();
    }

    async fn so_many_handles_are_kept_for_one_host(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let rename = |handle: &str| ada.person.patch("/api/v1/user/profile", json!({ "handle": handle }));
        for handle in ["ada-1", "ada-2", "ada-3", "ada-4", "ada-5"] {
            rename(handle).await.gives(200);
        }
        let refused = rename("ada-6").await.wrong_fields(&["handle"]);
        assert!(refused.text.contains("5 former ones"), "{}", refused.text);
        // Each of them can be taken back, one after the other.
        rename("ada-2").await.gives(200);
        rename("ada").await.gives(200);
        let _ = rename("ada-6").await.wrong_fields(&["handle"]);
        world.leave_jobs();
    }

    async fn a_given_up_handle_redirects_and_is_nobody_elses(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.person.patch("/api/v1/user/profile", json!({ "handle": "countess" })).await.gives(200);
        let moved = world.person("grace").get("/ada").await.expect(307);
        assert_eq!(moved.header("location"), Some("/countess"));
        let moved = world.person("grace").get("/ada/intro").await.expect(307);
        assert_eq!(moved.header("location"), Some("/countess/intro"));
        let linus = host(&world, "linus").await;
        let _ = linus.patch("/api/v1/user/profile", json!({ "handle": "ada" })).await.wrong_fields(&["handle"]);
        let _ = linus.patch("/api/v1/user/profile", json!({ "handle": "countess" })).await.wrong_fields(&["handle"]);
        ada.person.patch("/api/v1/user/profile", json!({ "handle": "ada" })).await.gives(200);
        world.leave_jobs();
    }

    async fn a_page_is_public_once_the_address_is_verified(world) {
        let world = open(world);
        let linus = world.person("linus");
        let registration = json!({ "email": "linus@example.com", "password": "correct horse battery", "name": "Linus", "time_zone": "UTC" });
        linus.post("/api/v1/auth/register", registration).await.gives(201);
        linus.patch("/api/v1/user/profile", json!({ "handle": "linus" })).await.gives(200);
        let seen = linus.get("/api/v1/user/profile").await.expect(200);
        assert_eq!(seen.at("/is_public"), &json!(false));
        let _ = world.person("grace").get("/api/v1/client/pages/linus").await.refused(404, "not-found");
        world.person("grace").get("/linus").await.gives(404);
        world.leave_jobs();
    }
}
