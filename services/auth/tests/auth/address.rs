use crate::support::{ADA, GRACE, PASSWORD, host, kinds, letters, log_in, me, register, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_core::job::JobKind;

const CHANGE: &str = "/api/v1/auth/email/change";
const VERIFY: &str = "/api/v1/auth/email/verify";
const NEW: &str = "Ada.King@example.com";

both! {
    async fn a_new_address_is_proven_by_its_letter_and_told_to_the_old_one(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(CHANGE, json!({ "email": NEW, "password": PASSWORD })).await.expect(202);
        let user = me(&ada).await;
        assert_eq!((user.at("/user/email"), user.at("/user/pending_email")), (&json!(ADA), &json!(NEW)));
        let letters = letters(&world).await;
        let sent: Vec<JobKind> = letters.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(sent, [JobKind::ChangeAddress, JobKind::CredentialsChanged]);
        ada.post(VERIFY, json!({ "token": letters[0].1 })).await.expect(204);
        let user = me(&ada).await;
        assert_eq!((user.at("/user/email"), user.at("/user/pending_email")), (&json!(NEW), &json!(null)));
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
        log_in(&ada, "ada.king@EXAMPLE.com", PASSWORD).await.expect(200);
        ada.post(VERIFY, json!({ "token": letters[0].1 })).await.refused(404, "link-void");
    }

    async fn it_takes_the_password_and_another_address(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(CHANGE, json!({ "email": NEW, "password": "wrong" })).await.refused(403, "wrong-password");
        ada.post(CHANGE, json!({ "email": "ADA@example.com", "password": PASSWORD })).await.wrong_fields(&["email"]);
        ada.post(CHANGE, json!({ "email": "no address", "password": PASSWORD })).await.wrong_fields(&["email"]);
        let stranger = world.person("stranger");
        stranger.post(CHANGE, json!({ "email": NEW, "password": PASSWORD })).await.refused(401, "unauthorized");
    }

    async fn a_strangers_address_is_answered_alike_and_its_owner_is_told(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        host(&world, GRACE, "Grace").await;
        ada.post(CHANGE, json!({ "email": GRACE, "password": PASSWORD })).await.expect(202);
        assert_eq!(kinds(&world).await, [JobKind::AddressTaken, JobKind::CredentialsChanged]);
        assert_eq!(me(&ada).await.at("/user/pending_email"), GRACE);
    }

    async fn a_later_wish_voids_the_earlier_link(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.post(CHANGE, json!({ "email": NEW, "password": PASSWORD })).await.expect(202);
        let first = letters(&world).await.remove(0).1;
        ada.post(CHANGE, json!({ "email": "countess@example.com", "password": PASSWORD })).await.expect(202);
        let second = letters(&world).await.remove(0).1;
        ada.post(VERIFY, json!({ "token": first })).await.refused(404, "link-void");
        world.wait(SignedDuration::from_mins(1));
        ada.post("/api/v1/auth/email/resend", json!({})).await.expect(202);
        assert_eq!(kinds(&world).await, [JobKind::ChangeAddress]);
        ada.post(VERIFY, json!({ "token": second })).await.expect(204);
        assert_eq!(me(&ada).await.at("/user/email"), "countess@example.com");
    }

    async fn a_mistyped_address_can_be_mended_before_it_is_verified(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        register(&ada, "ada@exmaple.com", "Ada").await;
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        ada.post(CHANGE, json!({ "email": ADA, "password": PASSWORD })).await.expect(202);
        // The mistyped address may be a stranger's, who isn't written to again.
        let letters = letters(&world).await;
        assert_eq!(letters.len(), 1);
        ada.post(VERIFY, json!({ "token": letters[0].1 })).await.expect(204);
        let user = me(&ada).await;
        assert_eq!((user.at("/user/email"), user.at("/user/email_verified")), (&json!(ADA), &json!(true)));
    }

    async fn of_two_who_want_one_address_the_first_to_prove_it_has_it(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let grace = host(&world, GRACE, "Grace").await;
        let mut tokens = Vec::new();
        for person in [&ada, &grace] {
            person.post(CHANGE, json!({ "email": NEW, "password": PASSWORD })).await.expect(202);
            tokens.push(letters(&world).await.remove(0).1);
        }
        ada.post(VERIFY, json!({ "token": tokens[0] })).await.expect(204);
        grace.post(VERIFY, json!({ "token": tokens[1] })).await.refused(409, "address-taken");
        assert_eq!(me(&grace).await.at("/user/email"), GRACE);
    }
}
