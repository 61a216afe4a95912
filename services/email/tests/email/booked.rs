//! Letters about bookings, as Ada, Grace and Rosa get them.

use crate::studio::{
    ADA, Beginning, START, Studio, at, last_to, letters, letters_to, property, run_again, serve, token,
};
use jiff::SignedDuration;
use timeslot_chassis::both;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::world::World;
use timeslot_core::booking::Actor;
use timeslot_core::event::AccountEvent;
use timeslot_email::MailRoute;
use timeslot_store::Json;

fn kept(world: World) -> World {
    serve(world, &MailRoute::Mailbox)
}

const ASKED: Beginning = Beginning { requires_approval: true, ..ADA };

both! {
    async fn everybody_hears_of_a_booking_once(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com", "joan@example.com"]).await;
        assert_eq!(world.run_due().await, 4);

        let grace = last_to(&world, "grace@example.com").await;
        assert!(grace.sender.contains("Ada Lovelace via Timeslot"), "{}", grace.sender);
        assert!(grace.text.contains("Monday 8 March 2027, 09:30"), "{}", grace.text);
        assert!(grace.text.contains("https://meet.example.com/ada"), "{}", grace.text);
        assert_eq!(property(&grace, "METHOD"), "REQUEST");
        assert_eq!(property(&grace, "SEQUENCE"), "1");
        assert_eq!(property(&grace, "UID"), format!("{}@127.0.0.1", booking.id));
        for (page, purpose) in [("manage", Purpose::ManageBooking), ("not-me", Purpose::NotMe)] {
            let claims = world.app.keys().verify(purpose, &token(&grace, page), world.now()).unwrap();
            assert_eq!((claims.object, claims.generation, claims.expires_at), (booking.id.0, 1, None));
        }
        for guest in ["rosa@example.com", "joan@example.com"] {
            let letter = last_to(&world, guest).await;
            assert!(!letter.text.contains("/manage/") && !letter.text.contains("our wall"), "{}", letter.text);
            assert!(letter.calendar.unwrap().contains("METHOD:REQUEST"));
        }
        let own = last_to(&world, "ada@example.com").await;
        assert!(own.text.contains(&format!("/app/bookings/{}", booking.id)), "{}", own.text);
        assert!(own.text.contains("our wall") && own.text.contains("rosa@example.com"), "{}", own.text);
        assert!(own.text.contains("14:00"), "Ada reads her own clock: {}", own.text);

        run_again(&world).await;
        let deliveries = ada.deliveries().await;
        assert_eq!(deliveries.len(), 4);
        for it in deliveries {
            assert_eq!((it.delivery.state.as_str(), it.delivery.tries), ("accepted", 1));
            assert!(it.to.is_some());
        }
    }

    async fn a_move_says_from_when(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        world.run_due().await;
        ada.reschedule(booking.id, "2027-03-09T10:00:00Z", Actor::Customer).await;
        world.run_due().await;

        let grace = last_to(&world, "grace@example.com").await;
        assert!(grace.text.contains("Tuesday 9 March 2027, 11:00"), "{}", grace.text);
        assert!(grace.text.contains("Instead of Monday 8 March 2027, 09:30 – 10:00"), "{}", grace.text);
        assert_eq!(property(&grace, "METHOD"), "REQUEST");
        assert_eq!(property(&grace, "SEQUENCE"), "2");
        let own = last_to(&world, "ada@example.com").await;
        assert!(own.subject.contains("Grace Hopper"), "{}", own.subject);
        assert!(own.text.contains("Instead of"), "{}", own.text);
        assert!(last_to(&world, "rosa@example.com").await.text.contains("Instead of"));
        run_again(&world).await;
        assert_eq!(letters(&world).await.len(), 6);
    }

    async fn a_job_of_an_older_version_is_skipped(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book(START).await;
        ada.reschedule(booking.id, "2027-03-09T10:00:00Z", Actor::Host).await;
        ada.cancel(booking.id, Actor::Host, "I am ill.").await;
        world.run_due().await;

        let told = letters_to(&world, "grace@example.com").await;
        assert_eq!(told.len(), 1, "only how it ended");
        assert!(told[0].text.contains("I am ill."), "{}", told[0].text);
        assert_eq!(property(&told[0], "METHOD"), "CANCEL");
        assert_eq!(property(&told[0], "SEQUENCE"), "3");
        assert!(told[0].text.contains("/ada/design-review"), "{}", told[0].text);
        for kind in ["confirmed", "changed"] {
            assert!(ada.states(booking.id, kind).await.iter().all(|(_, state)| state == "skipped"), "{kind}");
        }
    }

    async fn a_customer_who_cancels_says_why(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        world.run_due().await;
        ada.cancel(booking.id, Actor::Customer, "See https://evil.example/x instead").await;
        world.run_due().await;

        let own = last_to(&world, "ada@example.com").await;
        assert!(own.text.contains("instead") && !own.text.contains("evil.example"), "{}", own.text);
        let rosa = last_to(&world, "rosa@example.com").await;
        assert_eq!(property(&rosa, "METHOD"), "CANCEL");
        assert!(!rosa.text.contains("instead"), "guests don't read reasons: {}", rosa.text);
        run_again(&world).await;
    }

    async fn a_request_is_answered(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ASKED).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        world.run_due().await;
        let asked = last_to(&world, "ada@example.com").await;
        assert!(asked.text.contains("Approve or decline"), "{}", asked.text);
        let waits = last_to(&world, "grace@example.com").await;
        assert!(waits.calendar.is_none());
        assert!(!waits.text.contains("meet.example.com"), "the place comes once it is agreed: {}", waits.text);
        assert!(letters_to(&world, "rosa@example.com").await.is_empty());

        ada.approve(booking.id).await;
        world.run_due().await;
        let agreed = last_to(&world, "grace@example.com").await;
        assert!(agreed.text.contains("meet.example.com"), "{}", agreed.text);
        assert_eq!(property(&agreed, "SEQUENCE"), "2");
        assert_eq!(letters_to(&world, "rosa@example.com").await.len(), 1);

        let other = ada.book_as("linus@example.com", "2027-03-08T10:00:00Z", &[]).await;
        ada.decline(other.id, "That week is full.").await;
        world.run_due().await;
        let told = letters_to(&world, "linus@example.com").await;
        assert_eq!(told.len(), 1, "the request was answered before its letter went out");
        assert!(told[0].text.contains("That week is full."), "{}", told[0].text);
        run_again(&world).await;
    }

    async fn nobody_answers(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ASKED).await;
        let booking = ada.book(START).await;
        world.run_due().await;
        world.leave_jobs();
        world.wait(SignedDuration::from_hours(25));
        ada.expire(booking.id).await;
        world.run_due().await;
        for address in ["grace@example.com", "ada@example.com"] {
            let told = letters_to(&world, address).await;
            assert_eq!(told.len(), 2, "{address}");
            assert!(told[1].calendar.is_none());
        }
        assert_eq!(ada.states(booking.id, "expired").await.len(), 2);
    }

    async fn another_time_is_asked_for(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ASKED).await;
        let booking = ada.book(START).await;
        ada.approve(booking.id).await;
        world.run_due().await;

        ada.reschedule(booking.id, "2027-03-10T09:00:00Z", Actor::Customer).await;
        world.wait(SignedDuration::from_secs(5));
        ada.reschedule(booking.id, "2027-03-11T09:00:00Z", Actor::Customer).await;
        world.run_due().await;
        let asked = letters_to(&world, "ada@example.com").await;
        assert_eq!(asked.len(), 2, "the first wish was replaced before its letter went out");
        assert!(asked[1].text.contains("Thursday 11 March 2027, 14:30"), "{}", asked[1].text);
        let states = ada.states(booking.id, "move_requested").await;
        assert_eq!(states.iter().filter(|(_, state)| state == "skipped").count(), 1);

        ada.decline(booking.id, "").await;
        world.run_due().await;
        let kept = last_to(&world, "grace@example.com").await;
        assert!(kept.text.contains("Thursday 11 March 2027, 10:00 – 10:30"), "{}", kept.text);
        assert!(kept.text.contains("Monday 8 March 2027, 09:30"), "{}", kept.text);
        assert!(kept.calendar.is_none());

        world.wait(SignedDuration::from_secs(5));
        ada.reschedule(booking.id, "2027-03-11T09:00:00Z", Actor::Customer).await;
        ada.approve(booking.id).await;
        world.run_due().await;
        let moved = last_to(&world, "grace@example.com").await;
        assert!(moved.text.contains("Instead of Monday 8 March 2027"), "{}", moved.text);
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 3, "answered before the letter that asks");
        run_again(&world).await;
    }

    async fn reminders_come_at_their_hour(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        ada.offer(|it| it.reminders_minutes = Json(vec![1440, 60])).await;
        let booking = ada.book_as("grace@example.com", START, &["rosa@example.com"]).await;
        let other = ada.book_as("linus@example.com", "2027-03-08T12:00:00Z", &[]).await;
        world.run_due().await;
        let before = letters(&world).await.len();

        world.clock.set("2027-03-07T08:29:59Z");
        assert_eq!(world.run_due().await, 0);
        world.clock.set("2027-03-07T08:30:00Z");
        assert_eq!(world.run_due().await, 3, "Grace, Rosa and Ada");
        assert_eq!(letters(&world).await.len(), before + 3);
        let reminder = last_to(&world, "grace@example.com").await;
        assert!(reminder.calendar.is_none());
        assert!(!token(&reminder, "manage").is_empty());

        // The machine slept through the second reminder until the meeting had begun.
        ada.cancel(other.id, Actor::Host, "").await;
        world.clock.set("2027-03-08T08:30:00Z");
        world.run_due().await;
        assert_eq!(letters_to(&world, "rosa@example.com").await.len(), 2);
        let linus = letters_to(&world, "linus@example.com").await;
        assert_eq!(linus.len(), 2, "the booking, its end, and no reminder of it");
        let skipped = ada.states(booking.id, "reminder").await;
        assert_eq!(skipped.iter().filter(|(_, state)| state == "skipped").count(), 3);
        run_again(&world).await;
    }

    async fn the_links_are_sent_again(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let first = ada.book(START).await;
        let second = ada.book("2027-03-09T08:30:00Z").await;
        let gone = ada.book("2027-03-10T08:30:00Z").await;
        ada.cancel(gone.id, Actor::Customer, "").await;
        world.run_due().await;
        let payload = serde_json::json!({ "host_id": ada.id, "customer_id": first.customer_id });
        ada.order(AccountEvent::ManageLinksRequested, 1, payload).await;
        world.run_due().await;

        let letter = last_to(&world, "grace@example.com").await;
        assert_eq!(letter.text.matches("/manage/").count(), 2, "{}", letter.text);
        let claims = world.app.keys().verify(Purpose::ManageBooking, &token(&letter, "manage"), at(START));
        assert_eq!(claims.unwrap().object, first.id.0, "the next one comes first");
        assert_ne!(second.id, first.id);
        let listed = &ada.deliveries().await[0];
        assert_eq!(listed.to.as_deref(), Some("grace@example.com"));
        run_again(&world).await;
    }

    async fn typed_markup_stays_text(world) {
        let world = kept(world);
        let ada = Studio::open(&world, Beginning { name: "<script>alert(1)</script>", ..ADA }).await;
        let form = timeslot_booking::Form {
            start: at(START),
            name: "<img src=x onerror=alert(2)>".into(),
            email: "grace@example.com".into(),
            time_zone: "Europe/Berlin".into(),
            notes: Some("</pre><script>alert(3)</script>".into()),
            answers: Vec::new(),
            guests: Vec::new(),
            price: None,
            length: None,
        };
        ada.book_with(form).await;
        world.run_due().await;
        for letter in letters(&world).await {
            assert!(!letter.html.contains("<script") && !letter.html.contains("<img"), "{}", letter.html);
        }
        let page = world.person("ada").get("/dev/mailbox").await.expect(200);
        assert!(!page.text.contains("<script") && !page.text.contains("<img"), "{}", page.text);
        assert!(page.text.contains("&lt;img"), "{}", page.text);
    }
}
