//! The data folder: readable by its owner alone, used by one `serve` at a time, and the home of the secret key.

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use timeslot_chassis::secret::Secret;
use timeslot_core::clock::Entropy;

const SECRET_FILE: &str = "secret.key";
const LOCK_FILE: &str = "timeslot.lock";

/// A data folder that is there.
#[derive(Debug)]
pub struct DataDir(PathBuf);

/// Keeps other processes from serving on the same folder, as long as it lives.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "the lock lasts as long as the file is open")] File);

impl DataDir {
    /// Makes the folder if it isn't there.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(path)
            .with_context(|| format!("the data folder {} can't be made", path.display()))?;
        restrict(path, 0o700)?;
        Ok(Self(path.to_owned()))
    }

    /// Takes the folder for this process.
    pub fn lock(&self) -> anyhow::Result<Lock> {
        let path = self.0.join(LOCK_FILE);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.with_context(|| format!("{} can't be opened", path.display()))?;
        restrict(&path, 0o600)?;
        if file.try_lock().is_err() {
            bail!(
                "another Timeslot serves on the data folder {}; stop it first, or set TIMESLOT_DATA_DIR",
                self.0.display()
            );
        }
        Ok(Lock(file))
    }

    /// Whether the folder has secrets already.
    #[must_use]
    pub fn has_secrets(&self) -> bool {
        self.0.join(SECRET_FILE).exists()
    }

    /// The secrets of the folder, newest first: one a line. Made on first use.
    pub fn secrets(&self, entropy: &dyn Entropy) -> anyhow::Result<Vec<Secret<Vec<u8>>>> {
        let path = self.0.join(SECRET_FILE);
        if !path.exists() {
            write_secret(&path, entropy)?;
        }
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
        read_secrets(text.lines()).map_err(|why| anyhow::anyhow!("{}: {why}", path.display()))
    }
}

fn write_secret(path: &Path, entropy: &dyn Entropy) -> anyhow::Result<()> {
    let mut bytes = [0_u8; 32];
    entropy.fill(&mut bytes);
    let mut file = OpenOptions::new().create_new(true).write(true).open(path)?;
    restrict(path, 0o600)?;
    writeln!(file, "{}", STANDARD.encode(bytes))?;
    Ok(file.sync_all()?)
}

/// Secrets as base64, one an item; empty items are left out.
pub fn read_secrets<'a>(items: impl Iterator<Item = &'a str>) -> Result<Vec<Secret<Vec<u8>>>, String> {
    let items = items.map(str::trim).filter(|it| !it.is_empty());
    items
        .map(|it| match STANDARD.decode(it) {
            Ok(bytes) if bytes.len() >= 32 => Ok(Secret::new(bytes)),
            Ok(bytes) => {
                Err(format!("a key has {} bytes; make one with: openssl rand -base64 32", bytes.len()))
            }
            Err(_) => Err("a key is no base64; make one with: openssl rand -base64 32".to_owned()),
        })
        .collect()
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
        .with_context(|| format!("{} can't be made private", path.display()))
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> anyhow::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::DataDir;
    use timeslot_chassis::world::SeededEntropy;

    #[test]
    fn a_second_process_is_refused_and_the_secret_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data");
        let data = DataDir::open(&path).unwrap();
        let lock = data.lock().unwrap();
        assert!(DataDir::open(&path).unwrap().lock().is_err());
        drop(lock);
        assert!(DataDir::open(&path).unwrap().lock().is_ok());
        let first = data.secrets(&SeededEntropy::new(1)).unwrap();
        let again = data.secrets(&SeededEntropy::new(2)).unwrap();
        assert_eq!(first[0].reveal(), again[0].reveal());
    }
}
