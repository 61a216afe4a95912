use crate::support::{ADA, GRACE, PASSWORD, form, host, kinds, log_in, me, olga, register, town};
use jiff::SignedDuration;
use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_chassis::settings::Registration;
use timeslot_core::job::JobKind;

const ACCOUNTS: &str = "/api/v1/auth/operator/accounts";
const INVITATIONS: &str = "/api/v1/auth/operator/invitations";
const REGISTER: &str = "/api/v1/auth/register";

fn invited(email: &str, url: &str) -> Value {
    let mut form = form(email, "Grace");
    let (_, token) = url.split_once("/register?invitation=").unwrap();
    form["invitation"] = json!(token);
    form
}

both! {
    async fn only_the_operator_may(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let id = me(&ada).await.text_at("/user/id");
        let stranger = world.person("stranger");
        for (person, status, slug) in [(&ada, 403, "forbidden"), (&stranger, 401, "unauthorized")] {
            person.get(ACCOUNTS).await.refused(status, slug);
            person.get(INVITATIONS).await.refused(status, slug);
            person.post(INVITATIONS, json!({})).await.refused(status, slug);
            person.post(&format!("{ACCOUNTS}/{id}/suspend"), json!({})).await.refused(status, slug);
            person.post(&format!("{ACCOUNTS}/{id}/restore"), json!({})).await.refused(status, slug);
            person.delete(&format!("{INVITATIONS}/{id}")).await.refused(status, slug);
        }
    }

    async fn accounts_are_listed_a_page_at_a_time(world) {
        let world = town(world).await;
        for nth in 0..5 {
            world.wait(SignedDuration::from_secs(1));
            register(&world.person("host"), &format!("h{nth}@example.com"), "Host").await;
        }
        world.leave_jobs();
        let olga = olga(&world).await;
        let mut seen = Vec::new();
        let mut path = format!("{ACCOUNTS}?limit=2");
        loop {
            let page = olga.get(&path).await.expect(200);
            for item in page.at("/items").as_array().unwrap() {
                seen.push(item["email"].as_str().unwrap().to_owned());
            }
            let Some(cursor) = page.at("/next_cursor").as_str() else { break };
            path = format!("{ACCOUNTS}?limit=2&cursor={cursor}");
        }
        let newest_first: Vec<String> =
            (0..5).rev().map(|nth| format!("h{nth}@example.com")).chain(["olga@example.com".to_owned()]).collect();
        assert_eq!(seen, newest_first);
        for bad in ["limit=0", "limit=201", "limit=x"] {
            olga.get(&format!("{ACCOUNTS}?{bad}")).await.wrong_fields(&["limit"]);
        }
        olga.get(&format!("{ACCOUNTS}?cursor=nonsense")).await.wrong_fields(&["cursor"]);
        olga.get(&format!("{INVITATIONS}?cursor=%00")).await.wrong_fields(&["cursor"]);
    }

    async fn a_suspended_account_is_locked_out_until_it_is_restored(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let key = ada.post("/api/v1/auth/api-keys", json!({ "name": "script", "password": PASSWORD })).await;
        world.read_jobs().await;
        let script = world.person("script").bearing(&key.text_at("/token"));
        let olga = olga(&world).await;
        let id = me(&ada).await.text_at("/user/id");
        olga.post(&format!("{ACCOUNTS}/{id}/suspend"), json!({})).await.expect(204);
        me(&ada).await.refused(401, "unauthorized");
        me(&script).await.refused(401, "unauthorized");
        log_in(&ada, ADA, PASSWORD).await.refused(403, "suspended");
        log_in(&ada, ADA, "wrong password").await.refused(401, "wrong-credentials");
        ada.post("/api/v1/auth/password/forgot", json!({ "email": ADA })).await.expect(202);
        assert_eq!(world.read_jobs().await[0].payload.0, json!({}));
        let page = olga.get(ACCOUNTS).await;
        let item = page.at("/items").as_array().unwrap().iter().find(|item| item["email"] == ADA).unwrap();
        assert_eq!(item["suspended_at"], "2027-03-01T08:00:00Z");
        olga.post(&format!("{ACCOUNTS}/{id}/restore"), json!({})).await.expect(204);
        log_in(&ada, ADA, PASSWORD).await.expect(200);
        me(&script).await.expect(200);
    }

    async fn neither_oneself_nor_nobody_can_be_suspended(world) {
        let world = town(world).await;
        let olga = olga(&world).await;
        let own = me(&olga).await.text_at("/user/id");
        olga.post(&format!("{ACCOUNTS}/{own}/suspend"), json!({})).await.refused(409, "own-account");
        for id in ["00000000-0000-7000-8000-000000000000", "x"] {
            olga.post(&format!("{ACCOUNTS}/{id}/suspend"), json!({})).await.refused(404, "not-found");
        }
    }

    async fn by_invitation_one_comes_in_once(world) {
        let world = town(world.with(|settings| settings.registration = Registration::Invitation)).await;
        world.person("stranger").post(REGISTER, form(ADA, "Ada")).await.refused(403, "invitation-needed");
        let olga = olga(&world).await;
        let made = olga.post(INVITATIONS, json!({})).await.expect(201);
        assert_eq!(made.at("/invitation/email"), &json!(null));
        assert_eq!(made.at("/invitation/expires_at"), "2027-03-08T08:00:00Z");
        assert_eq!(kinds(&world).await, []);
        let url = made.text_at("/url");
        world.person("grace").post(REGISTER, invited(GRACE, &url)).await.expect(201);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        world.person("ada").post(REGISTER, invited(ADA, &url)).await.refused(403, "invitation-void");
        let list = olga.get(INVITATIONS).await.expect(200);
        assert_eq!(list.at("/items/0/used_at"), "2027-03-01T08:00:00Z");
        assert!(!list.text.contains("invitation="));
    }

    async fn one_invitation_lets_one_in_however_many_use_it_at_once(world) {
        let world = town(world.with(|settings| settings.registration = Registration::Invitation)).await;
        let url = olga(&world).await.post(INVITATIONS, json!({})).await.expect(201).text_at("/url");
        let people: Vec<_> = (0..4).map(|nth| world.person(&nth.to_string())).collect();
        let asked = people
            .iter()
            .enumerate()
            .map(async |(nth, person)| person.post(REGISTER, invited(&format!("p{nth}@example.com"), &url)).await);
        let answers = futures::future::join_all(asked).await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 403, 403, 403]);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
    }

    async fn an_invitation_by_letter_is_for_its_address(world) {
        let world = town(world.with(|settings| settings.registration = Registration::Invitation)).await;
        let olga = olga(&world).await;
        let made = olga.post(INVITATIONS, json!({ "email": GRACE })).await.expect(201);
        let jobs = world.read_jobs().await;
        assert_eq!((jobs.len(), jobs[0].kind.as_str()), (1, "invitation"));
        assert_eq!(jobs[0].payload.0, json!({ "invitation_id": made.at("/invitation/id") }));
        let url = made.text_at("/url");
        world.person("ada").post(REGISTER, invited(ADA, &url)).await.wrong_fields(&["email"]);
        let grace = world.person("grace");
        let answer = grace.post(REGISTER, invited("Grace@Example.com", &url)).await.expect(201);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        // The operator saw the link too, so it proves nothing about the address.
        assert_eq!(answer.at("/user/email_verified"), false);
    }

    async fn taken_back_old_and_foreign_invitations_are_void(world) {
        let world = town(world.with(|settings| settings.registration = Registration::Invitation)).await;
        let olga = olga(&world).await;
        let taken_back = olga.post(INVITATIONS, json!({})).await.expect(201);
        let path = format!("{INVITATIONS}/{}", taken_back.text_at("/invitation/id"));
        olga.delete(&path).await.expect(204);
        olga.delete(&path).await.refused(404, "not-found");
        let grace = world.person("grace");
        grace.post(REGISTER, invited(GRACE, &taken_back.text_at("/url"))).await.refused(403, "invitation-void");
        let old = olga.post(INVITATIONS, json!({})).await.expect(201);
        world.wait(SignedDuration::from_hours(7 * 24));
        grace.post(REGISTER, invited(GRACE, &old.text_at("/url"))).await.refused(403, "invitation-void");
        grace.post(REGISTER, invited(GRACE, "/register?invitation=x")).await.refused(403, "invitation-void");
        olga.post(INVITATIONS, json!({ "email": "no address" })).await.wrong_fields(&["email"]);
    }
}
