//! What protects people from letters that nobody wanted.

use crate::studio::{ADA, Beginning, START, Studio, last_to, letters, letters_to, run_again, serve, write};
use jiff::SignedDuration;
use serde_json::Value;
use timeslot_chassis::both;
use timeslot_chassis::worker::Worker;
use timeslot_chassis::world::World;
use timeslot_core::booking::Actor;
use timeslot_core::event::AccountEvent;
use timeslot_email::{MailRoute, service};
use timeslot_store::{args, jobs};

fn kept(world: World) -> World {
    serve(world, &MailRoute::Mailbox)
}

const LINUS: Beginning = Beginning { handle: "linus", name: "Linus", email: "linus@example.com", ..ADA };

both! {
    async fn whoever_did_not_book_gets_no_more_letters(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        world.run_due().await;
        ada.disown(booking.id).await;
        world.run_due().await;
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1);
        assert_eq!(letters_to(&world, "rosa@example.com").await.len(), 2, "the guest hears of the end");

        // Nor as somebody's guest; from another host they do come.
        ada.book_as("eve@example.com", START, &["Grace@Example.com"]).await;
        let linus = Studio::open(&world, LINUS).await;
        linus.book(START).await;
        world.run_due().await;
        assert!(letters_to(&world, "Grace@Example.com").await.is_empty());
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 2);

        let deliveries = ada.deliveries().await;
        let suppressed: Vec<_> = deliveries.iter().filter(|it| it.delivery.state == "suppressed").collect();
        assert_eq!(suppressed.len(), 2);
        assert!(suppressed[0].delivery.last_error.as_deref().unwrap().contains("no more letters"));
        assert_eq!(
            ada.states(booking.id, "cancelled").await,
            [("customer", "skipped"), ("guest:0", "done"), ("host", "done")].map(|(a, b)| (a.into(), b.into()))
        );
        run_again(&world).await;
    }

    async fn an_address_gets_so_many_letters_a_day(world) {
        let world = kept(world.with(|settings| settings.people.letters_per_address_per_day = 3));
        let (ada, linus) = (Studio::open(&world, ADA).await, Studio::open(&world, LINUS).await);
        for start in ["2027-03-08T08:00:00Z", "2027-03-08T09:00:00Z"] {
            ada.book(start).await;
            linus.book(start).await;
        }
        world.run_due().await;
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 3, "over all hosts");

        // What has no room waits for it: late, but not lost.
        let held = [ada.deliveries().await, linus.deliveries().await].concat();
        let held: Vec<_> = held.iter().filter(|it| it.delivery.state == "suppressed").collect();
        assert_eq!(held.len(), 1);
        assert!(held[0].delivery.last_error.as_deref().unwrap().contains("this one follows when there is room"));
        let job = held[0].delivery.job_id;
        assert_eq!(write!(world, |tx| jobs::find(tx, job).await).unwrap().state, "ready");
        world.wait(SignedDuration::from_hours(23));
        world.run_due().await;
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 3, "the day isn't over");
        world.wait(SignedDuration::from_hours(1));
        world.run_due().await;
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 4);
        run_again(&world).await;
    }

    async fn a_letter_that_waits_for_days_is_given_up_and_can_be_retried(world) {
        let world = kept(world.with(|settings| settings.people.letters_per_address_per_day = 1));
        let ada = Studio::open(&world, ADA).await;
        // A new letter to the same address takes each day's only place.
        for day in 8..=14 {
            ada.book(&format!("2027-03-{day:02}T08:00:00Z")).await;
        }
        world.run_due().await;
        for _ in 0..4 {
            world.wait(SignedDuration::from_hours(24));
            world.run_due().await;
        }
        let held: Vec<_> = ada.deliveries().await.into_iter().filter(|it| it.delivery.state == "suppressed").collect();
        let mut dead = 0;
        for delivery in held {
            let job = delivery.delivery.job_id;
            let row = write!(world, |tx| jobs::find(tx, job).await).unwrap();
            dead += u32::from(row.state == "dead" && row.last_error.unwrap().contains("retry later"));
        }
        assert!(dead > 0, "the host sees them");
    }

    async fn a_busy_day_does_not_silence_a_host(world) {
        let world = kept(world.with(|settings| settings.people.letters_of_new_host = 100));
        let ada = Studio::open(&world, ADA).await;
        for (nth, day) in (8..=19).enumerate() {
            ada.book_as(&format!("customer{nth}@example.com"), &format!("2027-03-{day:02}T08:00:00Z"), &[]).await;
        }
        world.run_due().await;
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 12);
        run_again(&world).await;
    }

    async fn a_host_hears_which_notice_is_the_last_of_the_day(world) {
        let world = kept(world.with(|settings| {
            settings.people.letters_per_address_per_day = 1;
            settings.people.notices_per_host_per_day = 2;
        }));
        let (ada, linus) = (Studio::open(&world, ADA).await, Studio::open(&world, LINUS).await);
        linus.book_as("ada@example.com", START, &[]).await;
        world.run_due().await;
        for day in 10..=12 {
            ada.book_as("joan@example.com", &format!("2027-03-{day}T08:00:00Z"), &[]).await;
        }
        world.run_due().await;
        let told = letters_to(&world, "ada@example.com").await;
        assert_eq!(told.len(), 3, "one as Linus' customer, two as host");
        assert!(!told[1].text.contains("the last letter"), "{}", told[1].text);
        assert!(told[2].text.contains("the last letter that your address gets today"), "{}", told[2].text);

        // What she isn't told by letter, the timeline tells, and a day later there is room again.
        let held = ada.deliveries().await;
        let held: Vec<_> = held.iter().filter(|it| it.delivery.state == "suppressed").collect();
        assert_eq!(held.iter().filter(|it| it.delivery.recipient == "host").count(), 1);
        world.wait(SignedDuration::from_hours(24));
        world.run_due().await;
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 4);
    }

    async fn changed_credentials_are_told_so_many_times_a_day(world) {
        let world = kept(world.with(|settings| settings.people.access_letters_per_address_per_day = 3));
        let ada = Studio::open(&world, ADA).await;
        for version in 1..=5 {
            ada.order(AccountEvent::CredentialsChanged, version, serde_json::json!({ "change": "password" })).await;
        }
        world.run_due().await;
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 3);
    }

    async fn workers_count_together(world) {
        let world = kept(world.with(|settings| settings.people.letters_per_address_per_day = 3));
        let ada = Studio::open(&world, ADA).await;
        write!(world, |tx| tx.execute("UPDATE hosts SET notify_booked = $1", args![false]).await);
        for day in 10..=17 {
            ada.book_as("joan@example.com", &format!("2027-03-{day}T08:00:00Z"), &[]).await;
        }
        let workers: Vec<_> = (0..8).map(|_| Worker::new(world.app.clone(), service(&MailRoute::Mailbox).jobs)).collect();
        let done = futures::future::join_all(workers.iter().map(Worker::run_due)).await;
        assert_eq!(done.into_iter().map(Result::unwrap).sum::<usize>(), 8);
        assert_eq!(letters_to(&world, "joan@example.com").await.len(), 3);
    }

    async fn letters_that_let_in_are_counted_apart(world) {
        let world = kept(world.with(|settings| {
            settings.people.letters_per_address_per_day = 1;
            settings.people.access_letters_per_address_per_day = 2;
        }));
        let ada = Studio::open(&world, ADA).await;
        let linus = Studio::open(&world, LINUS).await;
        linus.book_as("ada@example.com", START, &[]).await;
        for _ in 0..3 {
            ada.order(AccountEvent::ResetRequested, 1, Value::Null).await;
        }
        ada.order(AccountEvent::RegisteredAgain, 1, Value::Null).await;
        ada.order(AccountEvent::CredentialsChanged, 1, serde_json::json!({ "change": "password" })).await;
        world.run_due().await;
        let told = letters_to(&world, "ada@example.com").await;
        assert_eq!(told.len(), 4, "as customer one, to be let in two, and of the change one");
        let subjects: Vec<&str> = told.iter().map(|letter| letter.subject.as_str()).collect();
        assert!(subjects.iter().any(|subject| subject.contains("password was changed")), "{subjects:?}");
    }

    async fn a_new_host_sends_so_many_letters_on_the_first_day(world) {
        let world = kept(world.with(|settings| settings.people.letters_of_new_host = 2));
        let new = Studio::open(&world, Beginning { created_at: "2027-03-01T07:00:00Z", ..ADA }).await;
        for (start, email) in [
            ("2027-03-08T08:00:00Z", "one@example.com"),
            ("2027-03-08T09:00:00Z", "two@example.com"),
            ("2027-03-08T10:00:00Z", "three@example.com"),
        ] {
            new.book_as(email, start, &[]).await;
        }
        world.run_due().await;
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 3, "to herself as many as there are");
        assert_eq!(letters(&world).await.len(), 5);

        assert!(letters_to(&world, "three@example.com").await.is_empty());

        // A day later what had to wait goes out by itself.
        world.clock.set("2027-03-02T07:00:00Z");
        world.run_due().await;
        assert_eq!(letters_to(&world, "three@example.com").await.len(), 1);
        new.book_as("four@example.com", "2027-03-08T11:00:00Z", &[]).await;
        world.run_due().await;
        assert_eq!(letters_to(&world, "four@example.com").await.len(), 1);
    }

    async fn customers_hear_nothing_until_the_host_is_verified(world) {
        let world = kept(world);
        let ada = Studio::open(&world, Beginning { is_verified: false, ..ADA }).await;
        ada.book(START).await;
        world.run_due().await;
        assert!(letters_to(&world, "grace@example.com").await.is_empty());
        // The address may be a stranger's, so that one hears nothing of bookings either.
        assert!(letters_to(&world, "ada@example.com").await.is_empty());
        world.wait(SignedDuration::from_mins(1));
        world.run_due().await;
        assert!(letters_to(&world, "grace@example.com").await.is_empty());

        ada.set_account("verified_at = created_at").await;
        world.wait(SignedDuration::from_mins(1));
        world.run_due().await;
        assert!(last_to(&world, "grace@example.com").await.calendar.is_some());
        run_again(&world).await;
    }

    async fn a_suspended_host_writes_to_nobody(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        ada.book(START).await;
        ada.set_account("suspended_at = created_at").await;
        world.run_due().await;
        assert!(letters_to(&world, "grace@example.com").await.is_empty());
    }

    async fn a_suspended_host_who_never_verified_ends_nothing_aloud(world) {
        let world = kept(world);
        let ada = Studio::open(&world, Beginning { is_verified: false, ..ADA }).await;
        let booked = ada.book(START).await;
        ada.cancel(booked.id, Actor::Host, "buy at shop.example").await;
        ada.set_account("suspended_at = created_at").await;
        world.leave_jobs();
        world.run_due().await;
        assert!(letters_to(&world, "grace@example.com").await.is_empty());
    }

    async fn nobody_waits_for_a_suspended_host(world) {
        let world = kept(world);
        let ada = Studio::open(&world, Beginning { requires_approval: true, ..ADA }).await;
        let declined = ada.book(START).await;
        let expired = ada.book_as("joan@example.com", "2027-03-10T08:00:00Z", &[]).await;
        world.run_due().await;
        world.leave_jobs();
        ada.decline(declined.id, "I am away that week").await;
        world.wait(SignedDuration::from_hours(25));
        ada.expire(expired.id).await;
        ada.set_account("suspended_at = created_at").await;
        world.run_due().await;
        let told = letters_to(&world, "grace@example.com").await;
        assert!(told.len() == 2 && told[1].text.contains("I am away that week"), "{}", told.len());
        assert_eq!(letters_to(&world, "joan@example.com").await.len(), 2);
    }
}
