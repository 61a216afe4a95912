//! The pictures of the public pages that the templates draw too. Each is the `d` of a path, as in the client's set.

/// Name and path.
pub const ICONS: &[(&str, &str)] = &[
    (
        "globe",
        "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7S7.8 5 10 3z",
    ),
    ("down", "M5.5 8l4.5 4.5L14.5 8"),
    ("next", "M8 5l5 5-5 5"),
    ("prev", "M12 5l-5 5 5 5"),
    ("arrow", "M4 10h12M11.5 5.5 16 10l-4.5 4.5"),
    ("check", "M4.5 10.5 8.5 14.5 15.5 6"),
    ("alert", "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3v.2"),
    ("mail", "M3 5h14v10.5H3zM3.3 5.5 10 11l6.7-5.5"),
    ("clock", "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.7"),
    ("video", "M3 6.5h9.5v7H3zM12.5 9.2 17 6.8v6.4l-4.5-2.4"),
    (
        "link",
        "M8.5 11.5l3-3M9 6.3l1.7-1.7a3.3 3.3 0 0 1 4.7 4.7L13.7 11M11 13.7l-1.7 1.7a3.3 3.3 0 0 1-4.7-4.7L6.3 9",
    ),
    (
        "phone",
        "M6.6 3.5 4.4 4.2c-.7.2-1 .8-.9 1.5.8 5.6 5.2 10 10.8 10.8.7.1 1.3-.2 1.5-.9l.7-2.2-3.6-2-1.5 1.6a10 10 0 0 1-4.4-4.4l1.6-1.5z",
    ),
    ("pin", "M10 17.5s-5.5-5-5.5-9a5.5 5.5 0 0 1 11 0c0 4-5.5 9-5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"),
    ("card", "M2.8 5h14.4v10.5H2.8zM2.8 8.5h14.4M5.5 12.5h3"),
    ("cal", "M3.5 5.5h13v11h-13zM3.5 9h13M7 3v3.5M13 3v3.5"),
    ("download", "M10 3.5v9M6 9l4 4 4-4M4 16.5h12"),
    ("hour", "M5.5 3h9M5.5 17h9M6.5 3c0 4 7 4.5 7 7s-7 3-7 7M13.5 3c0 4-7 4.5-7 7s7 3 7 7"),
    (
        "people",
        "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c0-2.8 2.2-4.6 5-4.6s5 1.8 5 4.6M13 4.2a2.8 2.8 0 0 1 0 5M14.6 12.4c1.8.6 2.9 2.1 2.9 4.1",
    ),
];

#[cfg(test)]
mod tests {
    use super::ICONS;

    #[test]
    fn they_are_those_of_the_client() {
        let theirs = include_str!("../../../../web/src/look/icons.ts");
        for (name, path) in ICONS {
            let place = theirs.find(&format!("\n  {name}:")).map(|at| &theirs[at..]);
            let line = place.and_then(|rest| rest.split('\'').nth(1));
            assert_eq!(line, Some(*path), "{name}");
        }
    }
}
