//! Letters handed to a real SMTP server: what arrives, and what each refusal means.

use crate::support::{Certificate, Server, read_message};
use std::time::Duration;
use timeslot_email::provider::{Accepted, Mailer, SendError, Smtp, SmtpSettings};
use timeslot_email::{Cover, Message, Rendered};

fn message(sender: &str, to: &str) -> Message {
    let letter = Rendered {
        subject: "Größe".to_owned(),
        text: ".\r\n.hidden\nFrom here on\nGröße\n".to_owned(),
        html: "<p>Größe</p>\n".to_owned(),
    };
    let date = "2027-03-01T10:00:00Z".parse().unwrap();
    let cover = Cover { key: "delivery-1", date, sender, sender_name: "", host: None, reply_to: None, to };
    Message::new(&cover, letter, None).unwrap()
}

fn open(server: &Server) -> SmtpSettings {
    SmtpSettings::parse(&format!("smtp://127.0.0.1:{}?tls=none", server.port), "time.example").unwrap()
}

async fn outcome(settings: SmtpSettings, to: &str) -> Result<Accepted, SendError> {
    Smtp::new(settings).send(&message("post@time.example", to)).await
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let mut server = Server::start(&[]).await;
    let accepted = outcome(open(&server), "grace@example.com").await.unwrap();
    assert_eq!(accepted.answer, "250 2.0.0 Ok: queued as 4711 for <(address)>");
    let taken = server.taken().await;
    assert_eq!(taken["mail_from"], "post@time.example");
    assert_eq!(taken["rcpt_to"], serde_json::json!(["grace@example.com"]));
    assert_eq!(taken["hello"], "time.example");
    assert_eq!(taken["options"], serde_json::json!([]));
    let read = read_message(&decode(taken["message"].as_str().unwrap())).await;
    assert_eq!(read["parts"][0]["text"], ".\r\n.hidden\r\nFrom here on\r\nGröße\r\n");
    assert_eq!(read["defects"], serde_json::json!([]));
}

#[tokio::test]
async fn encryption_and_login_work_either_way() {
    let folder = tempfile::tempdir().unwrap();
    let certificate = Certificate::in_folder(folder.path());
    for (scheme, tls) in [("smtp", "starttls"), ("smtps", "implicit")] {
        let options = [certificate.options(tls), vec!["--password", "p@ss"]].concat();
        let mut server = Server::start(&options).await;
        let setting = format!("{scheme}://ada:p%40ss@localhost:{}", server.port);
        let settings = SmtpSettings::parse(&setting, "time.example").unwrap();
        let trusting = settings.clone().trusting(certificate.pem.as_bytes()).unwrap();
        Smtp::new(trusting.clone()).check().await.unwrap();
        outcome(trusting, "grace@example.com").await.unwrap();
        let taken = server.taken().await;
        assert_eq!((taken["encrypted"].as_bool(), taken["user"].as_str()), (Some(true), Some("ada")));

        let refusal = outcome(settings, "grace@example.com").await.unwrap_err();
        assert!(matches!(&refusal, SendError::Instance(text) if text.contains("certificate")), "{refusal}");
    }
}

#[tokio::test]
async fn a_refused_login_is_the_instances_affair() {
    let server = Server::start(&["--password", "right"]).await;
    let setting = format!("smtp://ada:wrong@127.0.0.1:{}?tls=none", server.port);
    let smtp = Smtp::new(SmtpSettings::parse(&setting, "time.example").unwrap());
    let refusal = smtp.check().await.unwrap_err();
    assert!(
        matches!(&refusal, SendError::Instance(text) if text.contains("login was refused: 535")),
        "{refusal}"
    );
    assert!(!refusal.to_string().contains("wrong"), "{refusal}");

    let without = outcome(open(&server), "grace@example.com").await.unwrap_err();
    assert!(matches!(&without, SendError::Instance(text) if text.contains("530")), "{without}");
}

#[tokio::test]
async fn nothing_is_said_without_the_encryption_that_was_asked_for() {
    let server = Server::start(&["--password", "right"]).await;
    for scheme in ["smtp", "smtps"] {
        let setting = format!("{scheme}://ada:right@127.0.0.1:{}", server.port);
        let settings = SmtpSettings::parse(&setting, "time.example").unwrap();
        let refusal = outcome(settings, "grace@example.com").await.unwrap_err();
        assert!(matches!(&refusal, SendError::Instance(_)), "{scheme}: {refusal}");
    }
}

#[tokio::test]
async fn a_readers_refusal_is_final_and_names_no_address() {
    let server = Server::start(&[]).await;
    for (to, code) in [
        ("rcpt-550@example.com", 550),
        ("rcpt-552@example.com", 552),
        ("data-554@example.com", 554),
        ("data-550@example.com", 550),
    ] {
        let refusal = outcome(open(&server), to).await.unwrap_err();
        assert!(
            matches!(&refusal, SendError::Recipient { code: got, .. } if *got == code),
            "{to}: {refusal}"
        );
        assert!(!refusal.to_string().contains("example.com"), "{refusal}");
    }
}

#[tokio::test]
async fn put_off_is_not_refused() {
    let server = Server::start(&[]).await;
    for to in ["rcpt-450@example.com", "rcpt-451@example.com", "data-451@example.com", "data-452@example.com"]
    {
        let refusal = outcome(open(&server), to).await.unwrap_err();
        assert!(
            matches!(&refusal, SendError::Temporary(text) if text.contains("put off: 45")),
            "{to}: {refusal}"
        );
    }
}

#[tokio::test]
async fn what_the_server_has_against_us_is_not_the_readers_fault() {
    let server = Server::start(&[]).await;
    for to in ["relay@example.com", "sender@example.com"] {
        let refusal = outcome(open(&server), to).await.unwrap_err();
        assert!(matches!(&refusal, SendError::Instance(_)), "{to}: {refusal}");
    }
    let letter = message("refused@time.example", "grace@example.com");
    let refusal = Smtp::new(open(&server)).send(&letter).await.unwrap_err();
    assert!(matches!(&refusal, SendError::Instance(text) if text.contains("sender")), "{refusal}");
}

#[tokio::test]
async fn a_dead_line_after_the_letter_may_be_tried_again() {
    let mut server = Server::start(&[]).await;
    let refusal = outcome(open(&server), "hang-up@example.com").await.unwrap_err();
    assert!(matches!(&refusal, SendError::Temporary(text) if text.contains("broke off")), "{refusal}");
    assert_eq!(server.taken().await["rcpt_to"], serde_json::json!(["hang-up@example.com"]));
}

#[tokio::test]
async fn a_silent_server_is_left_at_the_deadline() {
    let server = Server::start(&[]).await;
    let hasty = open(&server).within(Duration::from_millis(300));
    let refusal = outcome(hasty, "silent@example.com").await.unwrap_err();
    assert_eq!(refusal, SendError::Temporary("the mail server needed more than 0.3 s".to_owned()));
}

#[tokio::test]
async fn a_closed_port_may_open_again() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let settings = SmtpSettings::parse(&format!("smtp://127.0.0.1:{port}?tls=none"), "time.example").unwrap();
    let refusal = outcome(settings, "grace@example.com").await.unwrap_err();
    assert!(matches!(&refusal, SendError::Temporary(text) if text.contains("refused")), "{refusal}");
}

#[tokio::test]
async fn addresses_beyond_ascii_need_a_server_that_takes_them() {
    let mut server = Server::start(&[]).await;
    outcome(open(&server), "größe@bücher.example").await.unwrap();
    let taken = server.taken().await;
    assert_eq!(taken["rcpt_to"], serde_json::json!(["größe@xn--bcher-kva.example"]));
    assert!(taken["options"].as_array().unwrap().contains(&"SMTPUTF8".into()), "{taken}");

    let old = Server::start(&["--no-utf8"]).await;
    let refusal = outcome(open(&old), "größe@example.com").await.unwrap_err();
    assert!(matches!(&refusal, SendError::Recipient { code: 550, .. }), "{refusal}");
    outcome(open(&old), "grace@bücher.example").await.unwrap();
}

fn decode(base64: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(base64).unwrap()
}
