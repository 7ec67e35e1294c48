//! `docs/comparison.md` names the tests that hold what it says of the library: they must be there.

use std::path::Path;

/// The tests that a cell names: after the path of a file, `file`, and a colon, what is found in it, `test`.
fn named(cell: &str) -> Vec<(&str, &str)> {
    let mut file = "";
    let mut tests = Vec::new();
    for part in cell.split('`').skip(1).step_by(2) {
        if part.contains('/') && !part.contains(' ') {
            file = part;
        } else {
            tests.push((file, part));
        }
    }
    tests
}

#[test]
fn every_claim_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = std::fs::read_to_string(root.join("docs/comparison.md")).unwrap();
    let mut faults = Vec::new();
    let mut claims = 0;
    for line in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let (claim, ours, held_by) = (cells[0], cells[1], cells[cells.len() - 1]);
        if !ours.starts_with("**Y**") && ours != "p" {
            continue;
        }
        claims += 1;
        let tests = named(held_by);
        if tests.is_empty() {
            faults.push(format!("{claim}: no test"));
        }
        for (file, test) in tests {
            let code = std::fs::read_to_string(root.join(file)).unwrap_or_default();
            if test.is_empty() || !code.contains(test) {
                faults.push(format!("{claim}: no `{test}` in `{file}`"));
            }
        }
    }
    assert!(claims > 40, "only {claims} claims were read");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
