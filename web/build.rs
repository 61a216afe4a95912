//! Sees to it that `dist` exists, so that the crate compiles where the client was never built.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=TIMESLOT_REQUIRE_WEB");
    println!("cargo::rerun-if-changed=dist");
    fs::create_dir_all("dist")?;
    let required = env::var("TIMESLOT_REQUIRE_WEB").is_ok_and(|value| value == "1");
    if required && !Path::new("dist/.vite/manifest.json").exists() {
        println!(
            "cargo::error=TIMESLOT_REQUIRE_WEB=1 but web/dist holds no built client; run `make build` first"
        );
    }
    Ok(())
}
