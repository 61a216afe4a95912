//! How much of something each has at once, such as open streams or connections: nobody takes what is there for all.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts what is taken under each key.
#[derive(Debug)]
pub struct Seats<K> {
    most: u32,
    taken: Arc<Mutex<HashMap<K, u32>>>,
}

impl<K: Eq + Hash + Copy> Seats<K> {
    /// At most `most` for each key.
    #[must_use]
    pub fn new(most: u32) -> Self {
        Self { most, taken: Arc::default() }
    }

    /// A seat under `key`, given back when it is dropped; `None` where all are taken.
    #[must_use]
    pub fn take(&self, key: K) -> Option<Seat<K>> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(key).or_insert(0);
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Seat { key, taken: Arc::clone(&self.taken) })
    }
}

/// What one has, counted until it is dropped.
#[derive(Debug)]
pub struct Seat<K: Eq + Hash> {
    key: K,
    taken: Arc<Mutex<HashMap<K, u32>>>,
}

impl<K: Eq + Hash> Drop for Seat<K> {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seats;

    #[test]
    fn seats_are_counted_and_given_back() {
        let seats = Seats::new(2);
        let first = seats.take("home");
        let second = seats.take("home");
        assert!(first.is_some() && second.is_some());
        assert!(seats.take("home").is_none());
        assert!(seats.take("elsewhere").is_some());
        drop(first);
        assert!(seats.take("home").is_some());
        drop(second);
        assert!(seats.taken.lock().unwrap().is_empty());
    }
}
