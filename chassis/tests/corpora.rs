//! What holds of every input, held against all that the fuzzers found worth keeping, and against changes of it.
#![expect(clippy::unwrap_used, reason = "this is test code: it fails by panicking")]

#[path = "../../fuzz/src/lib.rs"]
mod properties;

use std::path::{Path, PathBuf};

/// Changes of each file, made with the ordinary compiler and without the fuzzer's eye for what is new; in `make prove` more.
fn changes() -> usize {
    if std::env::var("TIMESLOT_PROVE").is_ok_and(|form| form == "long") { 5000 } else { 40 }
}

fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/corpus")).join(name);
    let paths = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    files.sort();
    files
}

/// The same dice for each place.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    /// One to three bytes put in, taken out, changed, or a piece of another file put in the place of one.
    fn change(&mut self, input: &[u8], other: &[u8]) -> Vec<u8> {
        let mut changed = input.to_vec();
        for _ in 0..=self.roll(3) {
            let place = self.roll(changed.len());
            match self.roll(4) {
                0 => changed.insert(place, b"0 9-:/@.\"\\{}[],;\n\0\xff\xc3"[self.roll(20)]),
                1 if !changed.is_empty() => drop(changed.remove(place)),
                2 if !changed.is_empty() => changed[place] ^= 1 << self.roll(8),
                _ => {
                    let from = self.roll(other.len());
                    let piece = &other[from..(from + self.roll(12)).min(other.len())];
                    changed.splice(place..place, piece.iter().copied());
                }
            }
        }
        changed
    }
}

#[test]
fn whatever_was_found_holds() {
    for (name, holds) in properties::TARGETS {
        let files = corpus(name);
        assert!(files.len() >= 5, "{name} has {} files", files.len());
        for (path, input) in files {
            let told = std::panic::catch_unwind(|| holds(&input));
            assert!(told.is_ok(), "{} doesn't hold", path.display());
        }
    }
}

#[test]
fn changes_of_it_hold_too() {
    for (name, holds) in properties::TARGETS {
        // A world of slots takes a hundred times as long as a text.
        let number_of_changes = if name == "slots" { changes() / 20 } else { changes() };
        let files = corpus(name);
        for (number, (_, input)) in files.iter().enumerate() {
            let mut dice = Dice(u64::try_from(number).unwrap());
            for _ in 0..number_of_changes {
                let other = dice.roll(files.len());
                let changed = dice.change(input, &files[other].1);
                let told = std::panic::catch_unwind(|| holds(&changed));
                assert!(told.is_ok(), "{name}: {:?} doesn't hold", String::from_utf8_lossy(&changed));
            }
        }
    }
}
