//! The table that is printed.

use crate::machine;
use timeslot_chassis::clock::SystemClock;
use timeslot_core::clock::Clock;

/// Lines of results as they come.
#[derive(Debug)]
pub struct Report {
    goals: u32,
    met: u32,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// No less than this.
    AtLeast(f64),
    /// No more than this.
    AtMost(f64),
    /// It is told for what it says about others.
    None,
}

impl Report {
    /// Prints what machine it is and the head of the table.
    pub fn begin() -> anyhow::Result<Self> {
        let now = SystemClock.now().strftime("%Y-%m-%d %H:%M UTC");
        println!("{now}, {}; load before: {}\n", machine::described()?, machine::load()?);
        println!("| what | measured | goal | |\n|---|---:|---:|---|");
        Ok(Self { goals: 0, met: 0 })
    }

    /// Prints one figure.
    pub fn line(&mut self, what: &str, value: f64, unit: &str, goal: Goal) {
        let (wanted, is_met) = match goal {
            Goal::AtLeast(least) => (format!("≥ {least} {unit}"), Some(value >= least)),
            Goal::AtMost(most) => (format!("≤ {most} {unit}"), Some(value <= most)),
            Goal::None => (String::new(), None),
        };
        self.goals += u32::from(is_met.is_some());
        self.met += u32::from(is_met == Some(true));
        let verdict = is_met.map_or("", |is_met| if is_met { "met" } else { "not met" });
        println!("| {what} | {} {unit} | {wanted} | {verdict} |", rounded(value));
    }

    /// Prints how many goals were met, and how busy the machine was.
    pub fn end(self) -> anyhow::Result<()> {
        println!("\n{} of {} goals met; load after: {}", self.met, self.goals, machine::load()?);
        Ok(())
    }
}

/// Three digits that count.
fn rounded(value: f64) -> String {
    match value.abs() {
        it if it >= 100.0 => format!("{value:.0}"),
        it if it >= 10.0 => format!("{value:.1}"),
        it if it >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn three_digits_count() {
        assert_eq!(
            [2345.6, 45.67, 4.567, 0.1234].map(rounded),
            ["2346".to_owned(), "45.7".to_owned(), "4.57".to_owned(), "0.123".to_owned()]
        );
    }
}
