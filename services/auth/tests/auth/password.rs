use crate::support::{ADA, PASSWORD, changed, host, kinds, log_in, me, one_token, register, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_core::job::JobKind;

const FORGOT: &str = "/api/v1/auth/password/forgot";
const RESET: &str = "/api/v1/auth/password/reset";
const CHANGE: &str = "/api/v1/auth/password/change";
const NEW: &str = "staple battery horse";

both! {
    async fn a_forgotten_password_is_set_anew_by_the_link(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let elsewhere = world.person("ada elsewhere");
        elsewhere.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let token = one_token(&world).await;
        elsewhere.post(RESET, json!({ "token": token, "password": NEW })).await.expect(204);
        assert_eq!(changed(&world).await, "password");
        me(&ada).await.refused(401, "unauthorized");
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
        log_in(&ada, ADA, NEW).await.expect(200);
        elsewhere.post(RESET, json!({ "token": token, "password": NEW })).await.refused(404, "link-void");
    }

    async fn nothing_tells_whether_an_address_is_known(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        let stranger = world.person("stranger");
        let known = stranger.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let token = one_token(&world).await;
        assert!(!token.is_empty());
        let unknown = stranger.post(FORGOT, json!({ "email": "nobody@example.com" })).await.expect(202);
        assert_eq!(known.text, unknown.text);
        // The same row is written; whoever carries it out finds no account to write to.
        let jobs = world.read_jobs().await;
        assert_eq!(jobs.len(), 1);
        assert_eq!((jobs[0].kind.as_str(), &jobs[0].payload.0), ("reset_password", &json!({})));
        assert!(!format!("{:?}", jobs[0]).contains("nobody@"));
    }

    async fn an_unverified_registration_gets_no_reset(world) {
        let world = town(world).await;
        register(&world.person("ada"), ADA, "Ada").await;
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        world.person("mallory").post(FORGOT, json!({ "email": ADA })).await.expect(202);
        assert_eq!(world.read_jobs().await[0].payload.0, json!({}));
    }

    async fn a_link_ends_after_an_hour_and_with_every_change(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let late = one_token(&world).await;
        world.wait(SignedDuration::from_hours(1));
        ada.post(RESET, json!({ "token": late, "password": NEW })).await.refused(404, "link-void");
        ada.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let overtaken = one_token(&world).await;
        ada.post(CHANGE, json!({ "current_password": PASSWORD, "password": NEW })).await.expect(204);
        assert_eq!(changed(&world).await, "password");
        ada.post(RESET, json!({ "token": overtaken, "password": NEW })).await.refused(404, "link-void");
    }

    async fn one_link_sets_one_password_however_often_it_is_sent_at_once(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        let ada = world.person("ada");
        ada.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let token = one_token(&world).await;
        let sent = (0..4).map(|nth| {
            let body = json!({ "token": token, "password": format!("staple battery {nth}") });
            ada.post(RESET, body)
        });
        let answers = futures::future::join_all(sent).await;
        let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 404, 404, 404]);
        assert_eq!(changed(&world).await, "password");
    }

    async fn a_change_takes_the_old_password_and_ends_the_other_sessions(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let phone = world.person("ada's phone");
        log_in(&phone, ADA, PASSWORD).await.expect(200);
        let wrong = ada.post(CHANGE, json!({ "current_password": "wrong", "password": NEW })).await;
        let wrong = wrong.refused(403, "wrong-password");
        assert_eq!(wrong.at("/errors/0/field"), "current_password");
        ada.post(CHANGE, json!({ "current_password": PASSWORD, "password": NEW })).await.expect(204);
        assert_eq!(changed(&world).await, "password");
        me(&ada).await.expect(200);
        me(&phone).await.refused(401, "unauthorized");
        log_in(&phone, ADA, NEW).await.expect(200);
        let stranger = world.person("stranger");
        let body = json!({ "current_password": PASSWORD, "password": NEW });
        stranger.post(CHANGE, body).await.refused(401, "unauthorized");
    }

    async fn a_password_that_may_not_be_is_refused_everywhere(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(FORGOT, json!({ "email": ADA })).await.expect(202);
        let token = one_token(&world).await;
        for bad in ["short", ADA, "         ", &"x".repeat(201), &"𝒳".repeat(300)] {
            ada.post(RESET, json!({ "token": token, "password": bad })).await.wrong_fields(&["password"]);
            let body = json!({ "current_password": PASSWORD, "password": bad });
            ada.post(CHANGE, body).await.wrong_fields(&["password"]);
        }
        log_in(&ada, ADA, PASSWORD).await.expect(200);
    }
}
