//! The public pages without script: every step by links and forms, and a GET changes nothing.

use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::{Answer, Person};
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::letters::{letters_to, token};
use timeslot_tests::open;
use timeslot_tests::plain::{send, tags, value_of};

// The world begins on Monday 2027-03-01 at 13:30 in Kolkata.
const FORM: &str = "/ada/intro?slot=2027-03-02T03%3A30%3A00Z";
const GRACE: [(&str, &str); 3] =
    [("name", "Grace"), ("email", "grace@example.com"), ("time_zone", "Asia/Kolkata")];

/// Fills the form of a booking page as it stands, and sends it.
async fn fill(person: &Person, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form = person.get(path).await.expect(200);
    let attempt = value_of(&form.text, "attempt");
    let all: Vec<(&str, &str)> = fields.iter().copied().chain([("attempt", attempt.as_str())]).collect();
    send(person, path, &all).await
}

both! {
    async fn grace_books_by_links_and_a_form(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let page = grace.get("/ada/intro").await.expect(200);
        assert!(page.text.contains("March 2027") && page.text.contains("13:30 now") && page.text.contains("Ada’s clock"));
        let day = tags(&page.text, "a").into_iter().find(|tag| tag.contains("Tuesday 2 March, 16 times open"));
        assert!(day.is_some_and(|tag| tag.contains("href=\"/ada/intro?date=2027-03-02\"")));
        let page = grace.get("/ada/intro?date=2027-03-02").await.expect(200);
        assert!(page.text.contains("<h2 id=\"day-name\">Tuesday 2 March</h2>"));
        assert!(page.text.contains(&format!("href=\"/ada/intro?date=2027-03-02&amp;{}", &FORM[11..])));
        let done = fill(&grace, FORM, &GRACE).await.expect(303);
        let manage = done.header("location").unwrap().to_owned();
        let page = grace.get(&manage).await.expect(200);
        assert!(page.text.contains("It’s yours, Grace.") && page.text.contains("09:00 – 09:30"));
        assert!(page.text.contains("calendar.google.com") && page.text.contains("/calendar.ics\""));
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), 1);
        world.leave_jobs();
    }

    async fn the_same_form_sent_twice_books_once(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "seats": 3 })).await;
        let grace = world.person("grace");
        let attempt = value_of(&grace.get(FORM).await.expect(200).text, "attempt");
        let fields: Vec<(&str, &str)> = GRACE.into_iter().chain([("attempt", attempt.as_str())]).collect();
        let first = send(&grace, FORM, &fields).await.expect(303);
        let second = send(&grace, FORM, &fields).await.expect(303);
        assert_eq!(first.header("location"), second.header("location"));
        // Gone back and changed: the first one stands, and the page says so.
        let changed: Vec<(&str, &str)> = fields.iter().copied().chain([("notes", "One thing more")]).collect();
        let page = send(&grace, FORM, &changed).await.expect(422);
        assert!(page.text.contains("You have booked this time already") && page.text.contains("One thing more"));
        let bookings = ada.person.get("/api/v1/user/bookings?view=upcoming").await.expect(200);
        assert_eq!(bookings.at("/items").as_array().map(Vec::len), Some(1));
        world.leave_jobs();
    }

    async fn a_form_books_no_other_length_than_it_showed(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let form = grace.get(FORM).await.expect(200);
        let hidden = ["attempt", "minutes"].map(|name| (name, value_of(&form.text, name)));
        let fields: Vec<(&str, &str)> =
            GRACE.into_iter().chain(hidden.iter().map(|(name, value)| (*name, value.as_str()))).collect();
        ada.change(&ada.intro, json!({ "duration_minutes": 60 })).await;
        let page = send(&grace, FORM, &fields).await.expect(409);
        assert!(page.text.contains("It takes 60 minutes now") && page.text.contains("09:00 – 10:00"), "{}", page.text);
        assert_eq!(value_of(&page.text, "minutes"), "60");
        world.leave_jobs();
    }

    async fn nobody_else_is_answered_with_a_booking_of_the_form(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        // Somebody in the same network who knows what Grace typed, down to the letter, but not her form.
        let (grace, mallory) = (world.person("grace"), world.person("mallory"));
        fill(&grace, FORM, &GRACE).await.gives(303);
        for guess in ["0", "1", "2", "3"] {
            let fields: Vec<(&str, &str)> = GRACE.into_iter().chain([("attempt", guess), ("seen", guess)]).collect();
            let page = send(&mallory, FORM, &fields).await.expect(409);
            assert!(page.header("location").is_none() && !page.text.contains("/manage/"), "{}", page.text);
        }
        world.leave_jobs();
    }

    async fn no_address_leads_to_another_site_or_breaks_an_answer(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let somebody = world.person("somebody");
        let strange = ["%2fevil.example%2flogin", "%5cevil.example", "%0a", "a%0d%0ab", "%01", "x%1f", "%7f", "%00", "%e2%80%ae"];
        let shapes = [
            "/{}/x?zone=berlin", "/{}?zone=berlin", "/ada/{}?zone=berlin", "/{}/", "/ada/{}/", "/manage/{}?zone=berlin",
            "/manage/{}/cancel", "/manage/{}/reschedule", "/not-me/{}?zone=berlin", "/login?next=/app/{}", "/login?next={}",
        ];
        for (shape, odd) in shapes.iter().flat_map(|shape| strange.map(|odd| (shape, odd))) {
            let address = shape.replace("{}", odd);
            let form = [("slot", ""), ("name", "Grace")];
            let login = ada.person.get(&address).await;
            for answer in [somebody.get(&address).await, send(&somebody, &address, &form).await, login] {
                assert!(answer.status < 500, "{address}: {}", answer.text);
                let location = answer.header("location").unwrap_or("/");
                let is_ours = location.starts_with('/') && !location.starts_with("//") && !location.contains('\\');
                assert!(is_ours, "{address} leads to {location}");
            }
        }
        world.leave_jobs();
    }

    async fn a_slash_at_the_end_leads_to_the_page(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let to = |answer: Answer| answer.header("location").unwrap().to_owned();
        assert_eq!(to(grace.get("/ada/").await.expect(308)), "/ada");
        assert_eq!(to(grace.get("/ada/intro/?zone=Asia%2FTokyo").await.expect(308)), "/ada/intro?zone=Asia%2FTokyo");
        world.leave_jobs();
    }

    async fn what_was_cancelled_can_be_booked_again(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let first = fill(&grace, FORM, &GRACE).await.expect(303).header("location").unwrap().to_owned();
        let path = first.split('?').next().unwrap();
        let gone = send(&grace, &format!("{path}/cancel"), &[("reason", "")]).await.expect(303);
        grace.get(gone.header("location").unwrap()).await.gives(200);
        let second = fill(&grace, FORM, &GRACE).await.expect(303).header("location").unwrap().to_owned();
        assert_ne!(first, second);
        assert!(grace.get(&second).await.expect(200).text.contains("It’s yours, Grace."));
        world.leave_jobs();
    }

    async fn what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let questions = json!([
            { "id": "topic", "kind": "long_text", "label": "What about?", "required": true, "choices": [] },
            { "id": "size", "kind": "choice", "label": "How large?", "required": false, "choices": ["S", "L"] }
        ]);
        ada.change(&ada.intro, json!({ "questions": questions, "max_guests": 2 })).await;
        let long = "é".repeat(200);
        let fields = [
            ("name", long.as_str()), ("email", "grace@example"), ("time_zone", "Europe/Berlin"),
            ("notes", "</textarea><script>alert(1)</script>"), ("answers.size", "L"), ("guests", "rosa@example.com"), ("guests", ""),
        ];
        let page = fill(&world.person("grace"), FORM, &fields).await.expect(422);
        for field in ["name", "email"] {
            assert!(page.text.contains(&format!("id=\"{field}-p\"")), "{field} is not told: {}", page.text);
        }
        assert!(page.text.contains(&format!("value=\"{long}\"")) && page.text.contains("value=\"grace@example\""));
        assert!(page.text.contains("<option selected>L</option>") && page.text.contains("value=\"rosa@example.com\""));
        assert!(!page.text.contains("<script>alert") && page.text.contains("&lt;/textarea&gt;"));
        let mended = [("name", "Grace"), ("email", "grace@example.com"), ("time_zone", "Europe/Berlin")];
        let page = fill(&world.person("grace"), FORM, &mended).await.expect(422);
        assert!(page.text.contains("id=\"answers.topic-p\""));
        let answered: Vec<_> = mended.into_iter().chain([("answers.topic", "Forms.\r\nAll of them.")]).collect();
        fill(&world.person("grace"), FORM, &answered).await.gives(303);
        let bookings = ada.person.get("/api/v1/user/bookings?view=upcoming").await.expect(200);
        assert_eq!(bookings.text_at("/items/0/answers/0/value"), "Forms.\nAll of them.");
        world.leave_jobs();
    }

    async fn a_taken_slot_leads_to_others_with_the_form_filled(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let alan = world.person("alan");
        let attempt = value_of(&alan.get(FORM).await.expect(200).text, "attempt");
        fill(&world.person("grace"), FORM, &GRACE).await.gives(303);
        let fields = [("name", "Alan"), ("email", "alan@example.com"), ("time_zone", "Asia/Kolkata"), ("attempt", attempt.as_str())];
        let page = send(&alan, FORM, &fields).await.expect(409);
        assert!(page.text.contains("09:00 was taken a moment ago.") && page.text.contains("value=\"Alan\""));
        let other = "/ada/intro?slot=2027-03-02T04%3A00%3A00Z";
        assert!(page.text.contains(&format!("formaction=\"{other}\"")), "{}", page.text);
        // The way to another time takes along what was typed, and books nothing.
        let moving: Vec<_> = fields.into_iter().chain([("move_to", "1")]).collect();
        let page = send(&alan, other, &moving).await.expect(200);
        assert!(page.text.contains("Book 09:30") && page.text.contains("value=\"alan@example.com\""));
        fill(&alan, other, &fields[..3]).await.gives(303);
        // Whoever only opens the link of a taken time is told at once.
        let page = world.person("rosa").get(FORM).await.expect(200);
        assert!(page.text.contains("09:00 is not free any more.") && !page.text.contains("name=\"email\""));
        for (slot, said, near) in [
            ("03-02T03%3A40", "09:10 is not offered.", "Tue 2 March, 10:00"),
            ("02-02T03%3A30", "09:00 is past.", "Mon 1 March, 14:00"),
        ] {
            let page = world.person("rosa").get(&format!("/ada/intro?slot=2027-{slot}%3A00Z")).await.expect(200);
            assert!(page.text.contains(said) && page.text.contains(near), "{}", page.text);
            assert!(!page.text.contains("name=\"email\""));
        }
        world.leave_jobs();
    }

    async fn the_manage_page_moves_and_cancels(world) {
        let world = open(world);
        let ada = ada(&world).await;
        ada.change(&ada.intro, json!({ "location": { "kind": "link", "value": "https://meet.example.com/ada" } })).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let (grace, path) = (world.person("grace"), format!("/manage/{}", held.token));
        let page = grace.get(&path).await.expect(200);
        assert!(page.text.contains("<a href=\"https://meet.example.com/ada\" rel=\"noopener noreferrer\">meet.example.com/ada</a>"));
        // The nearest ones, on the clock of Berlin, where she was when she booked.
        assert!(page.text.contains(&format!("href=\"{path}?slot=2027-03-02T04%3A00%3A00Z\">Tue 2 Mar, 05:00</a>")), "{}", page.text);
        let page = grace.get(&format!("{path}?month=2027-03")).await.expect(200);
        assert!(page.text.contains("class=\"inside\""));
        let page = grace.get(&format!("{path}?slot=2027-03-02T04:00:00Z")).await.expect(200);
        assert!(page.text.contains("Move to Tue 2 Mar, 05:00"));
        let moved = send(&grace, &format!("{path}/reschedule"), &[("start", "2027-03-02T04:00:00Z")]).await.expect(303);
        let page = grace.get(moved.header("location").unwrap()).await.expect(200);
        assert!(page.text.contains("Moved to Tue 2 March, 05:00."));
        let page = send(&grace, &format!("{path}/reschedule?slot=2027-03-02T04:10:00Z"), &[("start", "2027-03-02T04:10:00Z")]).await.expect(422);
        assert!(page.text.contains("No slot starts at"));
        let gone = send(&grace, &format!("{path}/cancel"), &[("reason", "Our launch moved")]).await.expect(303);
        let page = grace.get(gone.header("location").unwrap()).await.expect(200);
        assert!(page.text.contains("Cancelled. A letter is on its way.") && page.text.contains("“Our launch moved”"));
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/cancel_reason"), "Our launch moved");
        let page = send(&grace, &format!("{path}/cancel"), &[]).await.expect(409);
        assert!(page.text.contains("This booking is cancelled"));
        // A page can't be made to say what isn't so.
        assert!(!grace.get(&format!("{path}?done=moved")).await.expect(200).text.contains("Moved to"));
        world.leave_jobs();
    }

    async fn a_move_to_a_taken_time_offers_others(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let taken = wish("intro", "2027-03-02T04:00:00Z");
        book(&world.person("alan"), taken).await.gives(201);
        let path = format!("/manage/{}/reschedule?slot=2027-03-02T04:00:00Z", held.token);
        let page = send(&world.person("grace"), &path, &[("start", "2027-03-02T04:00:00Z")]).await.expect(409);
        assert!(page.text.contains("Tue 2 March, 05:00 was taken a moment ago.") && page.text.contains("class=\"near\""));
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/start"), "2027-03-02T03:30:00Z");
        world.leave_jobs();
    }

    async fn not_me_asks_and_a_post_acts(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let letter = letters_to(&world, "grace@example.com").await.pop().unwrap();
        let path = format!("/not-me/{}", token(&letter, "not-me"));
        let page = world.person("scanner").get(&path).await.expect(200);
        assert!(page.text.contains("I didn’t book this"));
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "confirmed");
        let page = send(&world.person("owner"), &path, &[]).await.expect(200);
        assert!(page.text.contains("Cancelled. Ada can no longer write to grace@example.com"));
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "cancelled");
        world.leave_jobs();
    }

    async fn a_lost_link_is_sent_again_and_the_page_never_tells(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.gives(201);
        let before = letters_to(&world, "grace@example.com").await.len();
        for address in ["grace@example.com", "stranger@example.com"] {
            let page = send(&world.person("grace"), "/ada", &[("email", address)]).await.expect(200);
            assert!(page.text.contains(&format!("If {address} has a booking here")));
        }
        assert_eq!(letters_to(&world, "grace@example.com").await.len(), before + 1);
        assert!(letters_to(&world, "stranger@example.com").await.is_empty());
        let page = send(&world.person("grace"), "/ada", &[("email", "grace")]).await.expect(422);
        assert!(page.text.contains("value=\"grace\"") && page.text.contains("id=\"email-p\""));
        world.leave_jobs();
    }

    async fn the_same_limits_hold_as_for_scripts(world) {
        let world = open(world.with(|settings| settings.rate_limits.on = true));
        let _ada = ada(&world).await;
        let grace = world.person("grace").with("x-forwarded-for", "192.0.2.7");
        for _ in 0..20 {
            send(&grace, FORM, &[("name", "")]).await.gives(422);
        }
        let page = send(&grace, FORM, &GRACE).await.expect(429);
        assert!(page.header("retry-after").is_some_and(|seconds| seconds.parse::<u32>().is_ok()));
        assert!(page.text.contains("Too many requests of this kind. Please try again in"));
        assert!(page.text.contains("value=\"grace@example.com\""));
        let _ = book(&grace, wish("intro", "2027-03-02T03:30:00Z")).await.refused(429, "too-many-requests");
        world.leave_jobs();
    }

    async fn what_is_gone_and_what_is_rubbish_get_a_page(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        ada.change(&ada.intro, json!({ "active": false })).await;
        let page = send(&grace, FORM, &GRACE).await.expect(404);
        assert!(page.text.contains("There is nothing here"));
        for path in ["/ada/intro?date=%00", "/ada?done=1&done=2", "/nobody", "/manage/x?slot=y"] {
            let page = grace.get(path).await;
            assert!([404, 422].contains(&page.status) && page.text.contains("<h1>"), "{path}: {}", page.text);
        }
        let json = grace.send("POST".parse().unwrap(), FORM, Some(("application/json", "{}".into()))).await;
        assert!(json.status == 415 && json.text.contains("<h1>"), "{}", json.text);
        world.leave_jobs();
    }

    async fn any_state_can_be_linked(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace").with("accept-language", "en-US,en");
        let page = grace.get("/ada/intro?month=2027-04&zone=America/St_Johns").await.expect(200);
        assert!(page.text.contains("April 2027") && page.text.contains("St Johns"));
        // Nine in Kolkata is half past one at night in St. John's, on the day before for the later ones of its morning.
        assert!(page.text.contains("9:00 AM for Ada"), "{}", page.text);
        let found = grace.get("/ada/intro?zone=st+johns&date=2027-03-02").await.expect(307);
        assert_eq!(found.header("location"), Some("/ada/intro?date=2027-03-02&zone=America%2FSt_Johns"));
        let page = grace.get("/ada/intro?zone=Atlantis").await.expect(200);
        assert!(page.text.contains("No city of that name is known") && page.text.contains("value=\"Atlantis\""));
        let page = grace.get("/ada/intro?month=2027-03&hours=24&date=2020-01-01").await.expect(200);
        assert!(page.text.contains("Tuesday, March 2"), "{}", page.text);
        world.leave_jobs();
    }
}
