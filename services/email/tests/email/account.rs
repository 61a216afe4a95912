//! Letters about accounts: the links they carry, and when they are dropped.

use crate::studio::{
    ADA, Beginning, Studio, at, last_to, letters, letters_to, run_again, serve, token, write,
};
use jiff::SignedDuration;
use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_chassis::token::{Claims, Purpose};
use timeslot_chassis::world::World;
use timeslot_core::event::AccountEvent;
use timeslot_core::id::InvitationId;
use timeslot_core::routing::account_jobs_for;
use timeslot_email::MailRoute;
use timeslot_store::args;
use timeslot_store::jobs::{self, Subject};

const NEW: Beginning = Beginning { is_verified: false, created_at: "2027-03-01T08:00:00Z", ..ADA };

fn kept(world: World) -> World {
    serve(world, &MailRoute::Mailbox)
}

fn proven(world: &World, purpose: Purpose, token: &str) -> Claims {
    let claims = world.app.keys().verify(purpose, token, world.now());
    claims.expect("the token is ours and works")
}

async fn closes(studio: &Studio<'_>) {
    studio.order(AccountEvent::CredentialsChanged, 0, json!({ "change": "account_closed" })).await;
}

both! {
    async fn a_new_address_is_verified(world) {
        let world = kept(world);
        let ada = Studio::open(&world, NEW).await;
        ada.order(AccountEvent::Registered, 1, Value::Null).await;
        world.run_due().await;
        let letter = last_to(&world, "ada@example.com").await;
        assert!(letter.sender.starts_with("Timeslot <"), "{}", letter.sender);
        let claims = proven(&world, Purpose::VerifyAddress, &token(&letter, "verify-email"));
        assert_eq!((claims.object, claims.generation), (ada.id.0, 1));
        assert_eq!(claims.expires_at, Some(at("2027-03-02T08:00:00Z")), "when the registration is gone");

        // Asked again, and verified before the letter went out; and a token that is void already.
        ada.set_account("token_generation = 2").await;
        ada.order(AccountEvent::Registered, 1, Value::Null).await;
        world.run_due().await;
        ada.set_account("verified_at = created_at").await;
        ada.order(AccountEvent::Registered, 2, Value::Null).await;
        world.run_due().await;
        assert_eq!(letters(&world).await.len(), 1);
        run_again(&world).await;
    }

    async fn a_password_is_forgotten(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        ada.order(AccountEvent::ResetRequested, 1, Value::Null).await;
        world.run_due().await;
        let letter = last_to(&world, "ada@example.com").await;
        let claims = proven(&world, Purpose::ResetPassword, &token(&letter, "reset-password"));
        assert_eq!((claims.object, claims.generation), (ada.id.0, 1));
        assert_eq!(claims.expires_at, Some(at("2027-03-01T09:00:00Z")));

        // A queue that stood still for longer than the link works sends none.
        ada.order(AccountEvent::ResetRequested, 1, Value::Null).await;
        world.wait(SignedDuration::from_hours(1));
        world.run_due().await;
        assert_eq!(letters(&world).await.len(), 1);
        run_again(&world).await;
    }

    async fn an_address_changes(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        ada.set_account("pending_email = 'ada@new.example', token_generation = 2").await;
        ada.order(AccountEvent::AddressChangeRequested, 2, Value::Null).await;
        ada.order(AccountEvent::CredentialsChanged, 2, json!({ "change": "address_asked" })).await;
        world.run_due().await;
        let letter = last_to(&world, "ada@new.example").await;
        let claims = proven(&world, Purpose::ChangeAddress, &token(&letter, "verify-email"));
        assert_eq!((claims.object, claims.generation), (ada.id.0, 2));
        assert_eq!(letters_to(&world, "ada@example.com").await.len(), 1, "the old address is told");
        let listed: Vec<_> = ada.deliveries().await.into_iter().filter_map(|it| it.to).collect();
        assert!(listed.contains(&"ada@new.example".to_owned()), "{listed:?}");
        run_again(&world).await;
    }

    async fn somebody_registers_with_a_known_address(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        ada.order(AccountEvent::RegisteredAgain, 1, Value::Null).await;
        world.run_due().await;
        let letter = last_to(&world, "ada@example.com").await;
        assert!(letter.text.contains("/login") && letter.text.contains("/forgot-password"), "{}", letter.text);
    }

    async fn nobody_is_sent_nothing(world) {
        let world = kept(world);
        let (app, spec) = (world.app.clone(), account_jobs_for(AccountEvent::ResetRequested, world.now()));
        write!(world, |tx| {
            let subject = Subject { key: "nobody".into(), payload: json!({}), ..Subject::default() };
            jobs::enqueue(tx, app.now(), app.entropy(), &subject, &spec).await
        });
        assert_eq!(world.run_due().await, 1);
        assert!(letters(&world).await.is_empty());
    }

    async fn an_owner_hears_of_every_change(world) {
        let world = kept(world.with(|it| it.people.access_letters_per_address_per_day = 4));
        let ada = Studio::open(&world, ADA).await;
        let changes = ["password", "address_asked", "api_key_added", "api_key_deleted"];
        for change in changes {
            ada.order(AccountEvent::CredentialsChanged, 0, json!({ "change": change })).await;
        }
        world.run_due().await;
        assert_eq!(letters(&world).await.len(), changes.len());
        run_again(&world).await;

        // Whoever registers with a stranger's address can't fill the stranger's mailbox.
        let eve = Studio::open(&world, Beginning { handle: "eve", email: "rosa@example.com", ..NEW }).await;
        for _ in 0..5 {
            closes(&eve).await;
        }
        world.run_due().await;
        let told = letters_to(&world, "rosa@example.com").await;
        assert_eq!(told.len(), 4);
        assert!(told[0].subject.contains("closed"), "{}", told[0].subject);
    }

    async fn somebody_is_invited(world) {
        let world = kept(world);
        let ada = Studio::open(&world, ADA).await;
        let (app, inviter) = (world.app.clone(), ada.id);
        let id = write!(world, |tx| {
            let id = InvitationId::new(app.now(), app.entropy());
            tx.execute(
                "INSERT INTO invitations (id, invited_by, email, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
                args![id, inviter, "joan@example.com", app.now(), at("2027-03-08T08:00:00Z")],
            )
            .await?;
            Ok(id)
        });
        ada.order(AccountEvent::Invited, 1, json!({ "invitation_id": id })).await;
        world.run_due().await;
        let letter = last_to(&world, "joan@example.com").await;
        assert!(letter.text.contains("Ada Lovelace"), "{}", letter.text);
        let token = letter.text.split_once("/register?invitation=").unwrap().1;
        let claims = proven(&world, Purpose::Invitation, token.split_whitespace().next().unwrap());
        assert_eq!(claims.object, id.0);
        assert_eq!(ada.deliveries().await[0].to.as_deref(), Some("joan@example.com"));

        write!(world, |tx| tx.execute("DELETE FROM invitations WHERE id = $1", args![id]).await);
        ada.order(AccountEvent::Invited, 1, json!({ "invitation_id": id })).await;
        world.run_due().await;
        assert_eq!(letters(&world).await.len(), 1, "it was taken back");
    }
}
