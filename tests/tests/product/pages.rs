//! Public pages as HTML.

use jiff::SignedDuration;
use serde_json::{Value, json};
use timeslot_chassis::both;
use timeslot_store::{Error, args};
use timeslot_tests::ada::{Held, ada, book, wish};
use timeslot_tests::open;
use timeslot_tests::plain::{send, value_of};

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
        assert_eq!((&data["page"], &data["slots"]["time_zone"], &data["month"], data.get("now")), (&json!("event_type"), &json!("Asia/Kolkata"), &json!("2027-03"), None));
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

    async fn whoever_has_a_page_isnt_sent_it_again(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        for path in ["/ada", "/ada/intro", "/ada/intro?month=2027-04&zone=Asia%2FTokyo&hours=12"] {
            let first = grace.get(path).await.expect(200);
            let tag = first.header("etag").expect("a kept page has a tag").to_owned();
            let fields = ["cache-control", "vary", "content-type", "referrer-policy"].map(|name| {
                first.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>().join(", ")
            });
            assert_eq!(fields, ["no-cache", "accept-encoding, accept-language", "text/html; charset=utf-8", "same-origin"], "{path}");
            let again = grace.request("GET".parse().unwrap(), path, &[("if-none-match", &tag)], None).await.expect(304);
            assert_eq!((again.text.as_str(), again.header("etag")), ("", Some(tag.as_str())), "{path}");
            // Whoever reads another clock is sent another page.
            let american = grace.request("GET".parse().unwrap(), path, &[("if-none-match", &tag), ("accept-language", "en-US")], None).await;
            assert_eq!(american.status, if path.contains("hours=12&") { 304 } else { 200 }, "{path}");
            ada.change(&ada.intro, json!({ "title": format!("A call about {}", path.len()) })).await;
            let changed = grace.request("GET".parse().unwrap(), path, &[("if-none-match", &tag)], None).await.expect(200);
            assert!(changed.text.contains(&format!("A call about {}", path.len())), "{path}");
        }
        world.leave_jobs();
    }

    async fn a_kept_page_asks_nothing_and_ends_with_the_minute_that_it_shows(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        let grace = world.person("grace");
        for path in ["/ada", "/ada/intro"] {
            let first = grace.get(path).await.expect(200);
            // Once the database is asked for the version, as it is every second.
            grace.get(path).await.gives(200);
            let _ = world.statements();
            assert_eq!(grace.get(path).await.expect(200).text, first.text);
            assert_eq!(world.statements().len(), 0, "{path}");
        }
        world.wait(SignedDuration::from_secs(59));
        assert!(grace.get("/ada/intro").await.expect(200).text.contains("13:30 now"));
        world.wait(SignedDuration::from_secs(1));
        assert!(grace.get("/ada/intro").await.expect(200).text.contains("13:31 now"));
        assert!(grace.get("/ada").await.expect(200).text.contains("13:31"));
        world.leave_jobs();
    }

    async fn a_page_is_kept_for_those_alone_who_ask_for_the_same(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let grace = world.person("grace");
        let plain = grace.get("/ada/intro").await.expect(200).text;
        let mut seen = vec![plain.clone()];
        for query in ["zone=Europe%2FBerlin", "month=2027-05", "date=2027-03-03", "hours=12", "zone=Atlantis", "zone=Lemuria"] {
            let page = grace.get(&format!("/ada/intro?{query}")).await.expect(200).text;
            assert!(!seen.contains(&page), "{query} is told the same as another");
            assert_eq!(grace.get(&format!("/ada/intro?{query}")).await.expect(200).text, page, "{query}");
            seen.push(page);
        }
        // A form is each visitor's own.
        let form = "/ada/intro?slot=2027-03-02T03%3A30%3A00Z";
        let attempts = [grace.get(form).await.expect(200).text, grace.get(form).await.expect(200).text];
        assert_ne!(value_of(&attempts[0], "attempt"), value_of(&attempts[1], "attempt"));
        // A city is no zone's name: the address is mended, although the page behind it is kept.
        let city = grace.get("/ada/intro?zone=berlin").await.expect(307);
        assert_eq!(city.header("location"), Some("/ada/intro?zone=Europe%2FBerlin"));
        // What was typed and refused is nobody else's.
        let fields = [("name", "Grace"), ("email", "grace at example"), ("time_zone", "Asia/Kolkata")];
        let refused = send(&grace, "/ada/intro?slot=2027-03-02T03%3A30%3A00Z", &fields).await.expect(422);
        assert!(refused.text.contains("grace at example") && refused.header("cache-control") == Some("no-store"));
        let lost = send(&grace, "/ada", &[("email", "grace@example.com")]).await.expect(200);
        assert!(lost.text.contains("grace@example.com"));
        for path in ["/ada", "/ada/intro", "/ada/intro?slot=2027-03-02T03%3A30%3A00Z"] {
            assert!(!ada.person.get(path).await.expect(200).text.contains("grace"), "{path}");
        }
        world.leave_jobs();
    }

    async fn what_a_host_writes_stays_text(world) {
        let world = open(world);
        let ada = ada(&world).await;
        let nasty = "</script><script>alert(1)</script>";
        ada.person.patch("/api/v1/user/profile", json!({ "name": nasty, "bio": nasty })).await.gives(200);
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
        world.person("scanner").get("/manage/nonsense").await.gives(404);
        world.person("scanner").get("/not-me/nonsense").await.gives(404);
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
            ada.person.patch("/api/v1/user/profile", json!({ "locale": locale })).await.gives(200);
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
