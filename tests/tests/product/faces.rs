//! Refusals as people meet them in a browser: a page in the product's look, whichever layer refused. Scripts get JSON.

use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person, World};
use timeslot_tests::ada::ada;
use timeslot_tests::open;

/// What Chromium sends when somebody opens an address.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

fn visitor(world: &World) -> Person {
    world.person("grace").with("accept", BROWSER)
}

#[track_caller]
fn is_page(answer: &Answer, heading: &str) {
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{}", answer.text);
    assert!(answer.text.contains(&format!("<h1>{heading}</h1>")), "{}", answer.text);
    assert!(answer.text.contains("rel=\"stylesheet\""), "{}", answer.text);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
}

both! {
    async fn an_address_that_no_route_knows_is_a_page(world) {
        let world = open(world);
        for path in ["/a/b/c/d/e", "/problems/slot-taken", "/manage", "/ada/intro/more"] {
            is_page(&visitor(&world).get(path).await.expect(404), "There is nothing here");
        }
        let script = world.person("script").with("accept", "application/json");
        assert_eq!(script.get("/a/b/c/d/e").await.expect(404).text_at("/type"), "/problems/not-found");
        // The API speaks JSON with everybody.
        let api = visitor(&world).get("/api/v1/nothing").await.expect(404);
        assert_eq!((api.text_at("/type"), api.header("content-type")), ("/problems/not-found".into(), Some("application/problem+json")));
        world.leave_jobs();
    }

    async fn a_wrong_method_is_a_page(world) {
        let world = open(world);
        let form = ("application/x-www-form-urlencoded", "name=Grace".to_owned());
        let page = visitor(&world).send("POST".parse().unwrap(), "/login", Some(form)).await.expect(405);
        is_page(&page, "There is nothing here");
        assert_eq!(page.header("allow"), Some("GET,HEAD"));
        // A form that was sent, opened again from the history.
        let back = visitor(&world).get("/manage/x/cancel").await.expect(307);
        assert_eq!(back.header("location"), Some("/manage/x"));
        world.leave_jobs();
    }

    async fn too_many_requests_are_told_with_their_end(world) {
        let world = open(world.with(|settings| settings.rate_limits.on = true));
        let grace = visitor(&world);
        for _ in 0..600 {
            grace.get("/healthz/x").await.gives(404);
        }
        let page = grace.get("/ada").await.expect(429);
        is_page(&page, "Too many requests");
        let seconds = page.header("retry-after").unwrap();
        assert!(page.text.contains(&format!("Please try again in {seconds} second")), "{}", page.text);
        assert_eq!(page.header("ratelimit-remaining"), Some("0"));
        let api = grace.get("/api/v1/client/pages/ada").await.refused(429, "too-many-requests");
        assert!(api.header("retry-after").is_some());
        world.leave_jobs();
    }

    async fn who_is_logged_in_goes_on_from_the_login_page(world) {
        let world = open(world);
        let stranger = visitor(&world).get("/login?next=/app/bookings").await.expect(200);
        assert_eq!(stranger.header("cache-control"), Some("no-store"));
        let ada = ada(&world).await;
        for (asked, led) in [("/login", "/app"), ("/login?next=/app/bookings?view=past", "/app/bookings?view=past"), ("/login?next=//evil.example", "/app")] {
            let answer = ada.person.get(asked).await.expect(307);
            assert_eq!(answer.header("location"), Some(led), "{asked}");
        }
        ada.person.post("/api/v1/auth/logout", json!({})).await.gives(204);
        ada.person.get("/login").await.gives(200);
        world.leave_jobs();
    }

    async fn what_a_host_does_not_offer_leads_to_what_they_do(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "active": false })).await;
        for path in ["/ada/intro", "/ada/mistyped", "/ada/intro?slot=2027-03-02T03%3A30%3A00Z"] {
            let page = visitor(&world).get(path).await.expect(404);
            is_page(&page, "There is nothing here");
            assert!(page.text.contains("Ada offers nothing at this address."), "{}", page.text);
            assert!(page.text.contains("href=\"/ada\">What Ada offers</a>"), "{}", page.text);
        }
        let page = visitor(&world).get("/nobody/intro").await.expect(404);
        assert!(page.text.contains("href=\"/\">To the start page</a>"), "{}", page.text);
        world.leave_jobs();
    }
}
