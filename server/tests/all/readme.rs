//! The README lists every setting as the code knows it.

use server::config::SETTINGS;

#[test]
fn every_setting_is_in_the_readme() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    // A checkout of the crates alone has none.
    let Ok(readme) = std::fs::read_to_string(path) else { return };
    for setting in SETTINGS {
        let default = match setting.default {
            "" => "–".to_owned(),
            default => format!("`{default}`"),
        };
        let row = format!("| `{}` | {default} | {} |", setting.name, setting.meaning);
        assert!(readme.contains(&row), "write into the README's table of settings:\n{row}");
    }
}
