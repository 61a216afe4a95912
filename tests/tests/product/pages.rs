//! Public pages as HTML.

use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_store::{Error, args};
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::open;

/// The data in a page.
#[track_caller]
fn data(html: &str) -> Value {
    let start =
        html.find("id=\"timeslot-data\">").expect("the page has data") + "id=\"timeslot-data\">".len();
    let end = html[start..].find("</script>").unwrap() + start;
    serde_json::from_str(&html[start..end]).unwrap()
}

both! {
    async fn a_page_arrives_with_its_data(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        let page = grace.get("/ada").await.expect(200);
        assert!(page.text.contains("<h1>Ada</h1>") && page.text.contains("href=\"/ada/intro\""));
        assert_eq!(data(&page.text)["event_types"][0]["slug"], "intro");
        let page = grace.get("/ada/intro").await.expect(200);
        assert!(page.text.contains("Intro call with Ada"));
        let data = data(&page.text);
        assert_eq!((&data["page"], &data["slots"]["time_zone"], &data["now"]), (&json!("event_type"), &json!("Asia/Kolkata"), &json!("2027-03-01T08:00:00Z")));
        assert!(data["slots"]["slots"].as_array().map(Vec::len) > Some(300));
        for (path, title) in [("/ada/intro", "Intro call with Ada"), ("/ada", "Book Ada"), ("/", "Timeslot: appointments without the back-and-forth")] {
            let page = grace.get(path).await.expect(200);
            let address = world.app.settings().link(path);
            for (name, content) in [("og:title", title), ("og:url", &address), ("og:image", &world.app.settings().link("/preview.png"))] {
                assert!(page.text.contains(&format!("<meta property=\"{name}\" content=\"{content}\">")), "{path} lacks {name}");
            }
            assert!(page.text.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{path}");
        }
        world.leave_jobs();
    }

    async fn what_a_host_writes_stays_text(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let nasty = "</script><script>alert(1)</script>";
        let _ = ada.person.patch("/api/v1/user/profile", json!({ "name": nasty, "bio": nasty })).await.expect(200);
        ada.change(&ada.intro, json!({ "title": nasty, "description": nasty })).await;
        for path in ["/ada", "/ada/intro"] {
            let page = world.person("grace").get(path).await.expect(200);
            assert!(!page.text.contains("<script>alert"), "{path}");
            assert!(data(&page.text).to_string().contains("alert(1)"));
            let policy = page.header("content-security-policy").unwrap();
            assert!(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"));
        }
        world.leave_jobs();
    }

    async fn looking_at_a_manage_page_changes_nothing(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let held = Held::of(&book(&world.person("grace"), wish("intro", "2027-03-02T03:30:00Z")).await.expect(201));
        let path = format!("/manage/{}", held.token);
        let page = world.person("scanner").get(&path).await.expect(200);
        assert_eq!((page.header("cache-control"), page.header("referrer-policy")), (Some("no-store"), Some("same-origin")));
        assert_eq!(data(&page.text)["booking"]["state"], "confirmed");
        assert!(page.text.contains("noindex"));
        assert_eq!(held.look(&world).await.expect(200).text_at("/booking/state"), "confirmed");
        let _ = world.person("scanner").get("/manage/nonsense").await.expect(404);
        let _ = world.person("scanner").get("/not-me/nonsense").await.expect(404);
        let file = world.person("grace").get(&format!("/api/v1/client/manage/{}/calendar.ics", held.token)).await.expect(200);
        assert!(file.text.contains("DTSTART:20270302T033000Z") && file.text.contains("METHOD:PUBLISH"));
        world.leave_jobs();
    }

    async fn a_price_stands_there_as_the_client_writes_it(world) {
        let world = open(world);
        let ada = ada(&world).await;
        // Prices are refused until payments are taken; a row may have one from before.
        let priced: Result<_, Error> = world.app.db().write(|tx| Box::pin(async move {
            tx.execute("UPDATE event_types SET price_minor = $1, currency = 'INR'", args![11_250_000_i64]).await
        })).await;
        assert_eq!(priced.unwrap(), 1);
        let grace = world.person("grace");
        for (locale, sum) in [("en", "₹112,500"), ("en-IN", "₹1,12,500")] {
            let _ = ada.person.patch("/api/v1/user/profile", json!({ "locale": locale })).await.expect(200);
            for path in ["/ada", "/ada/intro"] {
                let page = grace.get(path).await.expect(200);
                assert!(page.text.contains(sum), "{path}: {}", page.text);
            }
            let form = grace.get("/ada/intro?slot=2027-03-02T03%3A30%3A00Z").await.expect(200);
            assert!(form.text.contains(&format!("Hold 09:00 and pay {sum}")), "{}", form.text);
        }
        world.leave_jobs();
    }
}
