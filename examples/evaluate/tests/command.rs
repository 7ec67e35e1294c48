//! The program as a check of a project runs it.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as its assertions do")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn evaluate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_evaluate")).current_dir(root()).args(arguments).output().unwrap()
}

/// A file of this test's own.
fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn gated(name: &str, floors: &str) -> (Option<i32>, String) {
    let output = evaluate(&["--bundled", "tests/judgments", "--gate", &file(name, floors)]);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_mean_below_its_floor_ends_with_status_1_and_says_which_in_both_languages() {
    let (status, said) = gated("high.json", r#"{"bundled fr": {"floors": {"ndcg@10": 1, "mrr@10": 0.1}}}"#);
    assert_eq!((status, said.lines().count()), (Some(1), 1), "{said}");
    assert!(said.contains("bundled fr: nDCG@10 is 0.") && said.contains("le minimum permis est de 1,000"));
}

#[test]
fn a_floor_for_what_was_not_measured_does_not_pass() {
    let (status, said) = gated("strange.json", r#"{"bundled de": {"floors": {"ndcg@10": 0}}}"#);
    assert!(status == Some(1) && said.contains("bundled de: nDCG@10 was measured on no query."), "{said}");
}

#[test]
fn a_file_that_cannot_be_read_ends_with_status_2() {
    let (status, said) = gated("unreadable.json", r#"{"bundled en": {"floor": {}}}"#);
    assert!(status == Some(2) && said.contains("unreadable.json: unknown field `floor`"), "{said}");
}

#[test]
fn a_folder_that_does_not_exist_is_passed_over_in_a_line() {
    let output = evaluate(&["nowhere/at-all"]);
    assert!(output.status.success());
    assert!(
        String::from_utf8(output.stdout).unwrap().contains("nowhere/at-all: no such folder, passed over")
    );
}

#[test]
fn across_languages_only_answers_without_the_querys_language_are_asked_for() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("both");
    std::fs::create_dir_all(&folder).unwrap();
    // zlib.crc32 of `a` and `b` is odd, of `d` and `e` even.
    let document = |id: &str| {
        format!(
            r#"{{"id": "{id}", "lang": "en", "title": "mentoring {id}", "text": "", "title_fr": "mentorat {id}"}}"#
        )
    };
    std::fs::write(folder.join("docs.jsonl"), ["a", "b", "d", "e"].map(document).join("\n")).unwrap();
    let queries = r#"{"id": "q1", "lang": "fr", "text": "mentorat d"}
{"id": "q2", "lang": "fr", "text": "mentorat a"}"#;
    std::fs::write(folder.join("queries.jsonl"), queries).unwrap();
    std::fs::write(folder.join("qrels.tsv"), "q1 d 1\nq2 a 1\n").unwrap();
    let output = evaluate(&[folder.to_str().unwrap(), "--across"]);
    let printed = String::from_utf8(output.stdout).unwrap();
    let row = printed.lines().find(|line| line.starts_with("both FR->EN")).unwrap();
    assert_eq!(row.split_whitespace().nth(2), Some("1"), "{printed}");
}
