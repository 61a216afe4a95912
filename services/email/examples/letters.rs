//! Writes one of each letter to a folder, to be looked at in a browser: `cargo run --example letters -- FOLDER`.

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name the folder that the letters go to")?);
    std::fs::create_dir_all(&folder)?;
    let public_url = "https://time.example".parse()?;
    for letter in timeslot_email::samples::all(&public_url) {
        let rendered = letter.render(&public_url)?;
        std::fs::write(folder.join(letter.name()).with_extension("html"), rendered.html)?;
        let text = format!("Subject: {}\n\n{}", rendered.subject, rendered.text);
        std::fs::write(folder.join(letter.name()).with_extension("txt"), text)?;
    }
    Ok(())
}
