//! Letters on their way to a real mail server: taken, refused, put off, and the operator who hears of it.

use crate::studio::{ADA, Beginning, START, Studio, letters, serve, write};
use crate::support::{Server, read_message};
use base64::Engine;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::Arc;
use timeslot_chassis::both;
use timeslot_chassis::worker::Worker;
use timeslot_chassis::world::World;
use timeslot_email::provider::{Smtp, SmtpSettings};
use timeslot_email::{MailRoute, service};
use timeslot_store::args;

const OPERATOR: Beginning = Beginning { is_operator: true, ..ADA };

fn smtp(world: World, setting: &str) -> World {
    let settings = SmtpSettings::parse(setting, "time.example").unwrap();
    serve(world, &MailRoute::Smtp(Arc::new(Smtp::new(settings))))
}

fn open(world: World, server: &Server) -> World {
    let world = world.with(|settings| settings.mail_from = "Ada’s time <post@time.example>".into());
    smtp(world, &format!("smtp://127.0.0.1:{}?tls=none", server.port))
}

async fn read(taken: &Value) -> Value {
    let bytes = taken["message"].as_str().unwrap();
    read_message(&base64::engine::general_purpose::STANDARD.decode(bytes).unwrap()).await
}

/// Makes every job of the world due again, whatever became of it.
async fn revive_all(world: &World) {
    write!(world, |tx| tx.execute("UPDATE jobs SET state = 'ready', attempts = 0", &[]).await);
}

both! {
    async fn a_letter_is_taken_once(world) {
        let mut server = Server::start(&[]).await;
        let world = open(world, &server);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book(START).await;
        world.run_due().await;
        let mut taken = [server.taken().await, server.taken().await];
        taken.sort_by_key(|it| it["rcpt_to"][0].as_str().unwrap().to_owned());
        assert_eq!(taken[1]["rcpt_to"], json!(["grace@example.com"]));
        assert_eq!(taken[1]["mail_from"], "post@time.example");
        let grace = read(&taken[1]).await;
        assert_eq!(grace["defects"], json!([]));
        let headers = grace.to_string();
        assert!(headers.contains("Ada Lovelace via Ada’s time"), "{headers}");

        revive_all(&world).await;
        world.run_due().await;
        for it in ada.deliveries().await {
            assert_eq!((it.delivery.state.as_str(), it.delivery.tries), ("accepted", 1));
            assert_eq!(it.delivery.accepted_at, Some(world.now()));
        }
        assert!(letters(&world).await.is_empty(), "bodies aren't kept");
        assert!(ada.jobs(booking.id).await.iter().all(|job| job.state == "done"));
    }

    async fn a_letter_whose_fate_was_lost_is_the_same_letter_again(world) {
        let mut server = Server::start(&[]).await;
        let world = open(world, &server);
        let ada = Studio::open(&world, ADA).await;
        write!(world, |tx| tx.execute("UPDATE hosts SET notify_booked = $1", args![false]).await);
        ada.book(START).await;
        world.run_due().await;
        // As if the machine had gone down between the server's answer and our note of it.
        write!(world, |tx| tx.execute("UPDATE deliveries SET state = 'queued', accepted_at = NULL", &[]).await);
        world.wait(SignedDuration::from_mins(5));
        revive_all(&world).await;
        world.run_due().await;
        let (first, second) = (server.taken().await, server.taken().await);
        assert_eq!(first["message"], second["message"], "mail programs show one");
        assert_eq!(ada.deliveries().await[0].delivery.tries, 2);
    }

    async fn a_readers_refusal_is_final_until_somebody_retries(world) {
        let server = Server::start(&[]).await;
        let world = open(world, &server);
        let ada = Studio::open(&world, OPERATOR).await;
        let booking = ada.book_as("rcpt-550@example.com", START, &[]).await;
        world.run_due().await;
        assert_eq!(
            ada.states(booking.id, "confirmed").await,
            [("customer", "dead"), ("host", "done")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
        let browser = ada.browser().await;
        let list = browser.get("/api/v1/email/deliveries?state=refused").await.expect(200);
        assert_eq!(list.text_at("/items/0/to"), "rcpt-550@example.com");
        assert_eq!(list.text_at("/items/0/letter"), "confirmed");
        assert_eq!(list.at("/items/0/tries"), 1);
        let why = list.text_at("/items/0/last_error");
        assert!(why.contains("550") && !why.contains('@'), "{why}");

        let jobs = browser.get("/api/v1/email/operator/jobs?state=dead").await.expect(200);
        let id = jobs.text_at("/items/0/id");
        assert_eq!(id, list.text_at("/items/0/job_id"));
        browser.post(&format!("/api/v1/email/operator/jobs/{id}/retry"), json!({})).await.gives(202);
        world.run_due().await;
        let list = browser.get("/api/v1/email/deliveries?state=refused").await.expect(200);
        assert_eq!(list.at("/items/0/tries"), 2);

        // The address is mended; the same job delivers.
        write!(world, |tx| tx.execute("UPDATE customers SET email = 'grace@example.com'", &[]).await);
        browser.post(&format!("/api/v1/email/operator/jobs/{id}/retry"), json!({})).await.gives(202);
        world.run_due().await;
        let list = browser.get("/api/v1/email/deliveries?state=accepted").await.expect(200);
        assert_eq!(list.at("/items").as_array().unwrap().len(), 2);
        browser.post(&format!("/api/v1/email/operator/jobs/{id}/retry"), json!({})).await.refused(409, "nothing-to-retry");
    }

    async fn what_is_put_off_is_tried_again(world) {
        let server = Server::start(&[]).await;
        let world = open(world, &server);
        let ada = Studio::open(&world, OPERATOR).await;
        let booking = ada.book_as("rcpt-450@example.com", START, &[]).await;
        world.run_due().await;
        assert_eq!(ada.states(booking.id, "confirmed").await[0].1, "ready");
        world.wait(SignedDuration::from_hours(3));
        world.run_due().await;
        let mail = ada.browser().await.get("/api/v1/email/operator/mail").await.expect(200);
        assert_eq!(mail.at("/ok"), true, "one reader's server is no trouble of ours: {}", mail.text);
        let failed: Vec<_> = ada.deliveries().await.into_iter().filter(|it| it.delivery.state == "failed").collect();
        assert_eq!((failed.len(), failed[0].delivery.tries), (1, 2));
        world.leave_jobs();
    }

    async fn the_operator_hears_that_no_letter_can_be_sent(world) {
        let server = Server::start(&["--password", "right"]).await;
        let world = smtp(world, &format!("smtp://ada:wrong@127.0.0.1:{}?tls=none", server.port));
        let ada = Studio::open(&world, OPERATOR).await;
        let booking = ada.book(START).await;
        world.run_due().await;
        assert!(ada.jobs(booking.id).await.iter().all(|job| job.state == "ready" && job.last_error.is_some()));

        let browser = ada.browser().await;
        let mail = browser.get("/api/v1/email/operator/mail").await.expect(200);
        assert_eq!((mail.text_at("/transport"), mail.at("/ok")), ("smtp".into(), &json!(false)));
        assert!(mail.text_at("/last_error").contains("535"), "{}", mail.text);
        assert!(!mail.text.contains("wrong"), "{}", mail.text);
        let undelivered = browser.get("/api/v1/email/operator/undelivered").await.expect(200);
        assert_eq!(undelivered.at("/items").as_array().unwrap().len(), 2);
        let test = browser.post("/api/v1/email/operator/mail/test", json!({})).await.expect(200);
        assert_eq!(test.at("/ok"), false);
        assert!(test.text_at("/error").contains("535"), "{}", test.text);

        // The password is mended: what waited goes out.
        let mended = SmtpSettings::parse(&format!("smtp://ada:right@127.0.0.1:{}?tls=none", server.port), "time.example");
        let mail = MailRoute::Smtp(Arc::new(Smtp::new(mended.unwrap())));
        world.wait(SignedDuration::from_hours(1));
        Worker::new(world.app.clone(), service(&mail).jobs).run_due().await.unwrap();
        assert!(ada.jobs(booking.id).await.iter().all(|job| job.state == "done"));
        let mail = browser.get("/api/v1/email/operator/mail").await.expect(200);
        assert_eq!((mail.at("/ok"), mail.at("/last_error")), (&json!(true), &Value::Null));
    }

    async fn a_test_letter_arrives(world) {
        let mut server = Server::start(&[]).await;
        let world = open(world, &server);
        let ada = Studio::open(&world, OPERATOR).await;
        let browser = ada.browser().await;
        let test = browser.post("/api/v1/email/operator/mail/test", json!({})).await.expect(200);
        assert_eq!((test.at("/ok"), test.at("/error")), (&json!(true), &Value::Null));
        assert_eq!(server.taken().await["rcpt_to"], json!(["ada@example.com"]));
        let other = browser.post("/api/v1/email/operator/mail/test", json!({ "to": "rcpt-550@example.com" })).await.expect(200);
        assert_eq!(other.at("/ok"), false);
        let _ = browser.post("/api/v1/email/operator/mail/test", json!({ "to": "nobody" })).await.wrong_fields(&["to"]);
    }
}
