//! Points at which the tests let a process die. A build without debug assertions has none of them.

/// Ends the process at once, as `kill -9` would, where the variable `CRASH_AT` says `name:count` and this is the
/// `count`-th passage.
#[cfg(debug_assertions)]
pub fn crash_point(name: &'static str) {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static PLAN: LazyLock<Option<(String, u32)>> = LazyLock::new(|| {
        let plan = std::env::var("CRASH_AT").ok()?;
        let (name, count) = plan.split_once(':')?;
        Some((name.to_owned(), count.parse().ok()?))
    });
    static PASSED: AtomicU32 = AtomicU32::new(0);

    if let Some((planned, count)) = &*PLAN
        && planned == name
        && PASSED.fetch_add(1, Ordering::Relaxed) + 1 == *count
    {
        std::process::abort();
    }
}

/// Nothing.
#[cfg(not(debug_assertions))]
pub const fn crash_point(_: &'static str) {}
