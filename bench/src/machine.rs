//! What the machine tells of a process and of itself.

use anyhow::Context;
use std::fs::read_to_string;
use std::time::Duration;

/// Ticks of a processor's clock in a second, which Linux has fixed at this for programs.
const TICKS: u64 = 100;

/// The processor time that a process has used so far.
pub fn processor_time(pid: u32) -> anyhow::Result<Duration> {
    let text = read_to_string(format!("/proc/{pid}/stat")).context("the server is gone")?;
    let ticks = ticks(&text).context("the server's processor time can't be read")?;
    Ok(Duration::from_millis(ticks * 1000 / TICKS))
}

/// User and system time of `/proc/PID/stat`: the 14th and 15th field, the second of which is a name that may hold spaces.
fn ticks(stat: &str) -> Option<u64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

/// The resident memory of a process, in KiB.
pub fn resident_kib(pid: u32) -> anyhow::Result<u64> {
    let text = read_to_string(format!("/proc/{pid}/status")).context("the server is gone")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .context("no resident memory is told")
}

/// What the machine is, and how busy with other things.
pub fn described() -> anyhow::Result<String> {
    let processors = read_to_string("/proc/cpuinfo")?;
    let names: Vec<&str> = processors.lines().filter_map(|line| line.strip_prefix("model name")).collect();
    let name = names.first().map_or("unknown processor", |name| name.trim_start_matches([' ', '\t', ':']));
    let memory = read_to_string("/proc/meminfo")?;
    let memory = memory.lines().next().and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    let gib = memory.unwrap_or(0) / 1024 / 1024;
    let kernel = read_to_string("/proc/sys/kernel/osrelease")?;
    Ok(format!("{} × {name}, {gib} GiB, Linux {}", names.len(), kernel.trim()))
}

/// The load of the last minute.
pub fn load() -> anyhow::Result<String> {
    let text = read_to_string("/proc/loadavg")?;
    Ok(text.split_whitespace().next().unwrap_or("?").to_owned())
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn a_name_with_spaces_and_brackets_moves_no_field() {
        let stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 120 30 0 0 20 0";
        assert_eq!(ticks(stat), Some(150));
        assert_eq!(ticks("42 (a"), None);
    }
}
