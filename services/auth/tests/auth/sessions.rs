use crate::support::{ADA, GRACE, PASSWORD, host, log_in, me, town};
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::Person;

const PATH: &str = "/api/v1/auth/sessions";

async fn ids(person: &Person) -> Vec<String> {
    let list = person.get(PATH).await.expect(200);
    let items = list.at("/items").as_array().unwrap().clone();
    items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

both! {
    async fn a_host_sees_and_ends_own_sessions(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let phone = world.person("ada's phone").with("user-agent", "Phone/1.0");
        log_in(&phone, ADA, PASSWORD).await.expect(200);
        let list = ada.get(PATH).await.expect(200);
        assert_eq!(list.at("/next_cursor"), &json!(null));
        let items = list.at("/items").as_array().unwrap();
        let current: Vec<bool> = items.iter().map(|item| item["is_current"].as_bool().unwrap()).collect();
        assert_eq!(current.iter().filter(|it| **it).count(), 1);
        let other = items.iter().find(|item| item["is_current"] == false).unwrap();
        assert_eq!((&other["user_agent"], &other["created_at"]), (&json!("Phone/1.0"), &json!("2027-03-01T08:00:00Z")));
        let path = format!("{PATH}/{}", other["id"].as_str().unwrap());
        ada.delete(&path).await.expect(204);
        me(&phone).await.refused(401, "unauthorized");
        ada.delete(&path).await.refused(404, "not-found");
        me(&ada).await.expect(200);
    }

    async fn a_strangers_session_is_not_found(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let grace = host(&world, GRACE, "Grace").await;
        for id in ids(&ada).await {
            grace.delete(&format!("{PATH}/{id}")).await.refused(404, "not-found");
        }
        for id in ["not-an-id", "00000000-0000-7000-8000-000000000000", "%00", "..%2f"] {
            grace.delete(&format!("{PATH}/{id}")).await.refused(404, "not-found");
        }
        me(&ada).await.expect(200);
        world.person("stranger").get(PATH).await.refused(401, "unauthorized");
    }

    async fn ending_ones_own_session_logs_out(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let own = ids(&ada).await.remove(0);
        ada.delete(&format!("{PATH}/{own}")).await.expect(204);
        assert_eq!(ada.cookie("timeslot_session"), None);
        me(&ada).await.refused(401, "unauthorized");
    }

    async fn the_others_can_be_ended_at_once(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let others = [world.person("phone"), world.person("tablet")];
        for other in &others {
            log_in(other, ADA, PASSWORD).await.expect(200);
        }
        ada.post("/api/v1/auth/sessions/revoke-others", json!({})).await.expect(204);
        assert_eq!(ids(&ada).await.len(), 1);
        for other in &others {
            me(other).await.refused(401, "unauthorized");
        }
    }
}
