//! What a public page loads, read from the manifest that the client's build writes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::asset::raw;

const MANIFEST: &str = ".vite/manifest.json";
const PUBLIC: &str = "src/public/main.tsx";

/// The paths that a public page refers to, each with a leading slash (`/assets/public-1a2b3c4d.js`).
///
/// All of it is empty if the client was never built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// For `<script type="module" src="…">`.
    pub script: String,
    /// For `<link rel="stylesheet" href="…">`, in this order.
    pub styles: Vec<String>,
    /// For `<link rel="modulepreload" href="…">`: modules that the script imports at once.
    pub modules: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Chunk {
    file: String,
    #[serde(default)]
    css: Vec<String>,
    #[serde(default)]
    imports: Vec<String>,
}

type Manifest = BTreeMap<String, Chunk>;

/// What a public page loads. Read anew with each call (some microseconds), so that a debug build sees a fresh client.
#[must_use]
pub fn public_entry() -> Entry {
    raw(MANIFEST)
        .and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes).ok())
        .map(|manifest| entry(&manifest, PUBLIC))
        .unwrap_or_default()
}

fn entry(manifest: &Manifest, name: &str) -> Entry {
    let Some(chunk) = manifest.get(name) else {
        return Entry::default();
    };
    let mut seen = BTreeSet::from([name.to_owned()]);
    let mut entry = Entry { script: path(&chunk.file), ..Entry::default() };
    follow(manifest, chunk, &mut seen, &mut entry);
    entry
}

/// Adds the chunk's imports before its own styles: the order in which the browser has to apply them.
fn follow(manifest: &Manifest, chunk: &Chunk, seen: &mut BTreeSet<String>, entry: &mut Entry) {
    for name in &chunk.imports {
        if let Some(import) = manifest.get(name).filter(|_| seen.insert(name.clone())) {
            entry.modules.push(path(&import.file));
            follow(manifest, import, seen, entry);
        }
    }
    for style in chunk.css.iter().map(|file| path(file)) {
        if !entry.styles.contains(&style) {
            entry.styles.push(style);
        }
    }
}

fn path(file: &str) -> String {
    format!("/{file}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_names_its_script_styles_and_imports_once() {
        let manifest: Manifest = serde_json::from_str(
            r#"{
                "src/public/main.tsx": {"file": "assets/public.js", "css": ["assets/public.css"], "imports": ["_a.js", "_b.js"]},
                "_a.js": {"file": "assets/a.js", "css": ["assets/look.css"], "imports": ["_b.js"]},
                "_b.js": {"file": "assets/b.js", "css": ["assets/look.css"]}
            }"#,
        )
        .unwrap();
        let entry = entry(&manifest, PUBLIC);
        assert_eq!(entry.script, "/assets/public.js");
        assert_eq!(entry.styles, ["/assets/look.css", "/assets/public.css"]);
        assert_eq!(entry.modules, ["/assets/a.js", "/assets/b.js"]);
    }

    #[test]
    fn an_unknown_entry_is_empty() {
        assert_eq!(entry(&Manifest::new(), PUBLIC), Entry::default());
    }
}
