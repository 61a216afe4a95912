use crate::support::{ADA, GRACE, bare, form, host, kinds, letters, log_in, me, register, town};
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::settings::Registration;
use timeslot_core::job::JobKind;
use uuid::Uuid;

both! {
    async fn a_newcomer_is_logged_in_and_gets_one_letter(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        let answer = ada.post("/api/v1/auth/register", form(ADA, "Ada Lovelace")).await.expect(201);
        let user = answer.at("/user");
        assert_eq!(user["email"], ADA);
        assert_eq!(user["email_verified"], false);
        assert_eq!(user["handle"], "ada-lovelace");
        assert_eq!(user["time_zone"], "Europe/London");
        assert_eq!(user["is_operator"], false);
        assert_eq!(user["created_at"], "2027-03-01T08:00:00Z");
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert_eq!(me(&ada).await.expect(200).at("/user"), user);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
    }

    async fn a_known_address_is_answered_like_an_unknown_one(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let stranger = world.person("stranger");
        let known = stranger.post("/api/v1/auth/register", form("ADA@example.com", "Ada")).await.expect(201);
        assert_eq!(kinds(&world).await, [JobKind::AddressTaken]);
        let unknown = world.person("other").post("/api/v1/auth/register", form(GRACE, "Grace")).await.expect(201);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        let shape = |answer: &timeslot_chassis::world::Answer| {
            let mut fields: Vec<String> = answer.at("/user").as_object().unwrap().keys().cloned().collect();
            fields.extend(answer.headers.keys().map(ToString::to_string));
            fields
        };
        assert_eq!(shape(&known), shape(&unknown));
        assert_ne!(me(&stranger).await.at("/user/id"), me(&ada).await.at("/user/id"));
        // Its owner is told once a day, not as often as a stranger likes.
        register(&world.person("again"), ADA, "Ada").await;
        assert_eq!(kinds(&world).await, []);
    }

    async fn several_unverified_may_share_an_address(world) {
        let world = town(world).await;
        let (first, second) = (world.person("first"), world.person("second"));
        register(&first, ADA, "Ada").await;
        register(&second, ADA, "Ada").await;
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress, JobKind::VerifyAddress]);
        assert_ne!(me(&first).await.at("/user/handle"), me(&second).await.at("/user/handle"));
    }

    async fn handles_that_are_short_reserved_or_taken_get_digits(world) {
        let world = town(world).await;
        for (name, head) in [("Al", "al-"), ("Admin", "admin-"), ("…", "host-"), ("Olga", "olga-")] {
            let user = register(&world.person(name), &format!("{head}x@example.com"), name).await;
            let handle = user["handle"].as_str().unwrap();
            assert!(handle.starts_with(head) && handle.len() == head.len() + 5, "{name}: {handle}");
        }
        world.leave_jobs();
    }

    async fn two_at_once_get_handles_of_their_own(world) {
        let world = town(world).await;
        let people: Vec<_> = (0..6).map(|nth| world.person(&nth.to_string())).collect();
        let registered = people
            .iter()
            .enumerate()
            .map(async |(nth, person)| register(person, &format!("a{nth}@example.com"), "Ada King").await);
        let users = futures::future::join_all(registered).await;
        let mut handles: Vec<&str> = users.iter().map(|user| user["handle"].as_str().unwrap()).collect();
        handles.sort_unstable();
        handles.dedup();
        assert_eq!(handles.len(), 6);
        world.leave_jobs();
    }

    async fn the_first_account_on_this_machine_is_the_operators(world) {
        let world = bare(world.with(|settings| settings.registration = Registration::Closed));
        let stranger = world.person("stranger");
        let before = stranger.get("/api/v1/auth/registration").await.expect(200);
        assert_eq!(before.json, json!({ "mode": "closed", "operator_needed": true, "dev_mailbox": "/dev/mailbox" }));
        let people = [world.person("olga"), world.person("ada")];
        let forms = [form("olga@example.com", "Olga"), form(ADA, "Ada")];
        let path = "/api/v1/auth/register";
        let (one, other) = tokio::join!(people[0].post(path, forms[0].clone()), people[1].post(path, forms[1].clone()));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 403]);
        let after = stranger.get("/api/v1/auth/registration").await.expect(200);
        assert_eq!(after.at("/operator_needed"), false);
        world.leave_jobs();
    }

    async fn on_a_public_address_the_first_account_needs_the_printed_link(world) {
        let public = |settings: &mut timeslot_chassis::Settings| {
            settings.public_url = "https://book.example.com".parse().unwrap();
            settings.registration = Registration::Open;
        };
        let world = bare(world.with(public));
        let path = "/api/v1/auth/register";
        world.person("stranger").post(path, form(ADA, "Ada")).await.refused(403, "operator-first");
        let printed = world.app.keys().sign_for_life(
            timeslot_chassis::token::Purpose::Operator,
            Uuid::nil(),
            0,
            world.now(),
        );
        let with = |email: &str, token: &str| {
            let mut form = form(email, "Olga");
            form["operator_token"] = json!(token);
            form
        };
        let olga = world.person("olga");
        let tampered = format!("{}A", &printed[..printed.len() - 1]);
        olga.post(path, with("olga@example.com", &tampered)).await.refused(403, "operator-link-void");
        let answer = olga.post(path, with("olga@example.com", &printed)).await.expect(201);
        assert_eq!(answer.at("/user/is_operator"), true);
        assert_eq!(answer.at("/user/email_verified"), true);
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.starts_with("__Host-timeslot_session=") && cookie.contains("; Secure"), "{cookie}");
        assert!(answer.header("strict-transport-security").is_some());
        world.person("late").post(path, with(GRACE, &printed)).await.refused(403, "operator-link-void");
        register(&world.person("ada"), ADA, "Ada").await;
        assert_eq!(letters(&world).await.len(), 1);
    }

    async fn a_closed_instance_takes_nobody(world) {
        let world = town(world.with(|settings| settings.registration = Registration::Closed)).await;
        let ada = world.person("ada");
        ada.post("/api/v1/auth/register", form(ADA, "Ada")).await.refused(403, "registration-closed");
        me(&ada).await.refused(401, "unauthorized");
    }

    async fn five_registrations_of_a_network_in_a_quarter_of_an_hour_are_enough(world) {
        let world = town(world).await;
        // The limits count from here on: the operator has registered without them.
        let world = bare(world.with(|settings| settings.rate_limits.on = true));
        for nth in 0..5 {
            let person = world.person("bot").on("203.0.113.5");
            register(&person, &format!("bot{nth}@example.com"), "Bot").await;
        }
        let bot = world.person("bot").on("203.0.113.5");
        let refused = bot.post("/api/v1/auth/register", form(ADA, "Bot")).await.refused(429, "too-many-requests");
        assert_eq!(refused.header("retry-after"), Some("180"));
        assert_eq!(refused.header("ratelimit-limit"), Some("5"));
        register(&world.person("ada").on("203.0.113.6"), ADA, "Ada").await;
        assert_eq!(log_in(&bot, ADA, "not the password").await.status, 401);
        world.leave_jobs();
    }
}
