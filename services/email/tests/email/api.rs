//! What the host, the operator and strangers see of letters over HTTP, and the mailbox's page.

use crate::studio::{ADA, Beginning, START, Studio, serve};
use serde_json::{Value, json};
use std::sync::Arc;
use timeslot_chassis::both;
use timeslot_email::MailRoute;
use timeslot_email::provider::{Smtp, SmtpSettings};

const LINUS: Beginning =
    Beginning { handle: "linus", name: "Linus", email: "linus@example.com", is_operator: true, ..ADA };

both! {
    async fn a_host_sees_the_own_deliveries(world) {
        let world = serve(world, &MailRoute::Mailbox);
        let (ada, linus) = (Studio::open(&world, ADA).await, Studio::open(&world, LINUS).await);
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        linus.book(START).await;
        world.run_due().await;
        let browser = ada.browser().await;
        let first = browser.get("/api/v1/email/deliveries?limit=2").await.expect(200);
        let cursor = first.text_at("/next_cursor");
        let rest = browser.get(&format!("/api/v1/email/deliveries?limit=2&cursor={cursor}")).await.expect(200);
        assert_eq!(rest.at("/next_cursor"), &Value::Null);
        let items = [first.at("/items").as_array().unwrap().clone(), rest.at("/items").as_array().unwrap().clone()].concat();
        let mut readers: Vec<_> = items
            .iter()
            .map(|it| (it["recipient"].as_str().unwrap(), it["to"].as_str().unwrap()))
            .collect();
        readers.sort_unstable();
        assert_eq!(readers, [
            ("customer", "grace@example.com"),
            ("guest:0", "rosa@example.com"),
            ("host", "ada@example.com"),
        ]);
        for it in items {
            assert_eq!((it["letter"].as_str(), it["state"].as_str()), (Some("confirmed"), Some("accepted")));
            assert_eq!(it["booking_id"], booking.id.to_string());
            assert_eq!((&it["created_at"], &it["accepted_at"]), (&json!("2027-03-01T08:00:00Z"), &json!("2027-03-01T08:00:00Z")));
        }
        let none = browser.get("/api/v1/email/deliveries?state=failed").await.expect(200);
        assert_eq!(none.at("/items"), &json!([]));
        let _ = browser.get("/api/v1/email/deliveries?state=lost").await.wrong_fields(&["state"]);
        let _ = browser.get("/api/v1/email/deliveries?limit=0").await.wrong_fields(&["limit"]);
        world.person("stranger").get("/api/v1/email/deliveries").await.refused(401, "unauthorized");
    }

    async fn a_host_chooses_notices(world) {
        let world = serve(world, &MailRoute::Mailbox);
        let ada = Studio::open(&world, ADA).await;
        let browser = ada.browser().await;
        let all = json!({ "notify_booked": true, "notify_cancelled": true, "notify_rescheduled": true });
        assert_eq!(browser.get("/api/v1/email/preferences").await.expect(200).json, all);
        let fewer = json!({ "notify_booked": false, "notify_cancelled": true, "notify_rescheduled": true });
        assert_eq!(browser.put("/api/v1/email/preferences", fewer.clone()).await.expect(200).json, fewer);
        assert_eq!(browser.get("/api/v1/email/preferences").await.expect(200).json, fewer);
        browser.put("/api/v1/email/preferences", json!({ "notify_booked": true })).await.gives(422);
        let booking = ada.book(START).await;
        world.run_due().await;
        assert_eq!(ada.states(booking.id, "confirmed").await.len(), 1, "Grace alone hears of it");
    }

    async fn a_host_looks_at_letters(world) {
        let world = serve(world, &MailRoute::Mailbox);
        let browser = Studio::open(&world, ADA).await.browser().await;
        let letter = browser.get("/api/v1/email/letters/confirmed/preview").await.expect(200);
        assert!(letter.text_at("/subject").contains("Design review"), "{}", letter.text);
        assert!(letter.text_at("/html").starts_with("<!doctype html>"));
        let own = browser.get("/api/v1/email/letters/confirmed/preview?recipient=host").await.expect(200);
        assert_ne!(own.text_at("/subject"), letter.text_at("/subject"));
        browser.get("/api/v1/email/letters/sweep/preview").await.refused(404, "not-found");
        let stranger = world.person("stranger");
        stranger.get("/api/v1/email/letters/confirmed/preview").await.refused(401, "unauthorized");
    }

    async fn the_operators_pages_are_the_operators(world) {
        let world = serve(world, &MailRoute::Mailbox);
        let (ada, linus) = (Studio::open(&world, ADA).await, Studio::open(&world, LINUS).await);
        ada.book(START).await;
        world.run_due().await;
        let (host, operator) = (ada.browser().await, linus.browser().await);
        for page in ["undelivered", "letters", "jobs", "mail"] {
            let path = format!("/api/v1/email/operator/{page}");
            host.get(&path).await.refused(403, "forbidden");
            world.person("stranger").get(&path).await.refused(401, "unauthorized");
            operator.get(&path).await.gives(200);
        }
        host.post("/api/v1/email/operator/mail/test", json!({})).await.refused(403, "forbidden");
        let id = "01957c60-0000-7000-8000-000000000001";
        let retry = format!("/api/v1/email/operator/jobs/{id}/retry");
        host.post(&retry, json!({})).await.refused(403, "forbidden");
        operator.post(&retry, json!({})).await.refused(404, "not-found");
        let _ = operator.get("/api/v1/email/operator/jobs?state=done").await.wrong_fields(&["state"]);

        let first = operator.get("/api/v1/email/operator/letters?limit=1").await.expect(200);
        let cursor = first.text_at("/next_cursor");
        let second = operator.get(&format!("/api/v1/email/operator/letters?limit=1&cursor={cursor}")).await.expect(200);
        assert_ne!(first.at("/items/0/to"), second.at("/items/0/to"));
        let mail = operator.get("/api/v1/email/operator/mail").await.expect(200);
        assert_eq!((mail.text_at("/transport"), mail.at("/ok")), ("mailbox".into(), &Value::Null));
        let test = operator.post("/api/v1/email/operator/mail/test", json!({})).await.expect(200);
        assert_eq!(test.at("/ok"), true);
        let kept = operator.get("/api/v1/email/operator/letters?limit=1").await.expect(200);
        assert_eq!(kept.text_at("/items/0/to"), "linus@example.com", "the newest comes first");
    }

    async fn the_mailbox_is_read_at_this_machine(world) {
        let world = serve(world, &MailRoute::Mailbox);
        let ada = Studio::open(&world, ADA).await;
        ada.book(START).await;
        world.run_due().await;
        let near = world.person("ada");
        let list = world.person("script").with("accept", "application/json").get("/dev/mailbox").await.expect(200);
        let items = list.at("/items").as_array().unwrap();
        assert_eq!(items.len(), 2);
        for name in ["id", "to", "from", "subject", "text", "html", "calendar", "created_at"] {
            assert!(items[0][name].is_string(), "{name}: {}", items[0]);
        }
        assert_eq!(list.header("cache-control"), Some("no-store"));
        let page = near.get("/dev/mailbox").await.expect(200);
        assert!(page.header("content-type").unwrap().starts_with("text/html"));
        let id = items[0]["id"].as_str().unwrap();
        assert!(page.text.contains(&format!("/dev/mailbox/{id}")), "{}", page.text);
        let letter = near.get(&format!("/dev/mailbox/{id}")).await.expect(200);
        let policy = letter.header("content-security-policy").unwrap();
        assert!(policy.starts_with("sandbox") && policy.contains("default-src 'none'"), "{policy}");
        assert_eq!(letter.text, items[0]["html"].as_str().unwrap());
        near.get("/dev/mailbox/01957c60-0000-7000-8000-000000000001").await.refused(404, "not-found");

        for (name, value) in [("x-forwarded-for", "127.0.0.1"), ("forwarded", "for=127.0.0.1"), ("x-real-ip", "127.0.0.1")] {
            world.person("proxy").with(name, value).get("/dev/mailbox").await.refused(404, "not-found");
        }
        world.person("rebound").with("host", "rebound.example").get("/dev/mailbox").await.refused(421, "misdirected");
    }

    async fn nobody_reads_the_mailbox_of_a_public_instance(world) {
        let world = serve(world.with(|it| it.public_url = "http://time.example".parse().unwrap()), &MailRoute::Mailbox);
        let near = world.person("ada");
        near.get("/dev/mailbox").await.refused(404, "not-found");
    }

    async fn there_is_no_mailbox_beside_a_mail_server(world) {
        let settings = SmtpSettings::parse("smtp://127.0.0.1:9?tls=none", "time.example").unwrap();
        let world = serve(world, &MailRoute::Smtp(Arc::new(Smtp::new(settings))));
        world.person("ada").get("/dev/mailbox").await.refused(404, "not-found");
    }
}
