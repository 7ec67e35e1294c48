//! The program as people run it: what it prints, where, and with which exit code.
#![allow(clippy::unwrap_used, reason = "a test's helpers fail as its assertions do")]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// What words in a style are marked with before they are printed.
const STYLES: [char; 8] =
    ['\u{2061}', '\u{2062}', '\u{2063}', '\u{2064}', '\u{206a}', '\u{206b}', '\u{206c}', '\u{206d}'];

fn ally(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ally"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap()
}

/// Runs `ally`, which must end with `code`; what it printed.
fn prints(arguments: &[&str], code: i32) -> String {
    let output = ally(arguments);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
    if code == 2 { err } else { out + &err }
}

fn data_file(name: &str, json: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("ally-cli-{}-{name}.json", std::process::id()));
    std::fs::write(&path, json).unwrap();
    path
}

#[test]
fn search_prints_ranked_results_with_language_reason_and_facets() {
    let printed = prints(&["search", "mentorat des femmes", "--lang", "fr", "--per-page", "3"], 0);
    for part in [
        "résultats · page 1/",
        "  1. ",
        "  3. ",
        "En anglais seulement",
        "Trouvé grâce à «\u{a0}mentorat\u{a0}»",
        "\nSujet ",
        "\nLangue ",
    ] {
        assert!(printed.contains(part), "{part}\n{printed}");
    }
    assert!(!printed.contains("  4. "), "{printed}");
}

#[test]
fn search_asks_whether_another_word_was_meant() {
    let printed = prints(&["search", "Mascullinity", "--match", "all"], 0);
    assert!(printed.contains("Did you mean “Masculinity”? ("), "{printed}");
    assert!(!prints(&["search", "masculinity"], 0).contains("Did you mean"));
}

#[test]
fn search_goes_on_after_a_cursor_and_numbers_its_results_on() {
    let page = ["search", "mentorat", "--per-page", "2", "--diverse", "kind=1"];
    let json = prints(&[&page[..], &["--json"]].concat(), 0);
    let results: serde_json::Value = serde_json::from_str(&json).unwrap();
    let cursor = results["next"].as_str().unwrap();
    let after = prints(&[&page[..], &["--after", cursor]].concat(), 0);
    assert!(after.contains("  3. ") && !after.contains("  1. "), "{after}");
    assert_eq!(after, prints(&[&page[..], &["--page", "2"]].concat(), 0));
    assert!(prints(&["search", "women", "--after", cursor], 2).contains("The cursor is of another request."));
    assert!(prints(&["search", "women", "--diverse", "colour=1"], 2).contains("there is no field `colour`"));
}

#[test]
fn similar_prints_what_is_like_a_record_and_what_it_shares() {
    let printed = prints(&["similar", "athena-rising", "--lang", "fr", "--per-page", "2"], 0);
    assert!(printed.contains("  1. ") && printed.contains("En commun\u{a0}: "), "{printed}");
    let printed =
        prints(&["similar", "men-as-allies/what", "--record", "page", "--records", "page", "--json"], 0);
    assert!(printed.contains("\"record\": \"page\""), "{printed}");
    assert!(prints(&["similar", "nothing"], 1).contains("This catalogue has no resource `nothing`."));
    let nothing = ["similar", "athena-rising", "--filter", "language=iu", "--lang", "fr"];
    assert_eq!(prints(&nothing, 1), "Rien de semblable.\n");
}

#[test]
fn complete_prints_what_completes_a_text() {
    let printed = prints(&["complete", "l’al", "--lang", "fr", "--limit", "4"], 0);
    assert!(printed.starts_with("4\u{a0}suggestions\n"), "{printed}");
    assert!(printed.contains("  l’alliance  mot, "), "{printed}");
    assert_eq!(prints(&["complete", "zzzzzz"], 1), "No suggestions\n");
    assert!(prints(&["complete", "x", "--limit", "0"], 2).contains("Ask for 1 to 50."));
    let printed = prints(&["complete", "ment", "--json", "--filter", "kind=article"], 0);
    let completions: ally_toolkit::Completions = serde_json::from_str(&printed).unwrap();
    assert!(!completions.items.is_empty());
}

#[test]
fn nothing_is_coloured_in_a_pipe_and_no_line_is_too_long() {
    for arguments in [
        &["search", "allyship"][..],
        &["complete", "w"],
        &["page", "men-as-allies/home"],
        &["show", "mentorship"],
        &["validate"],
    ] {
        let printed = prints(arguments, 0);
        assert!(!printed.contains('\u{1b}'), "{arguments:?}");
        assert!(!printed.contains(STYLES), "{arguments:?}");
        let wide = printed.lines().filter(|line| line.chars().count() > 80 && line.contains(' '));
        let wide: Vec<&str> = wide.filter(|line| !line.trim().contains("http")).collect();
        assert_eq!(wide, Vec::<&str>::new(), "{arguments:?}");
    }
}

#[test]
fn every_page_reads_in_both_languages() {
    let listed = prints(&["page", "--json"], 0);
    let toolkits: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let pages: Vec<String> = toolkits
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|toolkit| toolkit["pages"].as_array().unwrap())
        .map(|page| page["address"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(pages.len(), 13);
    for page in pages {
        for language in ["en", "fr"] {
            assert!(prints(&["page", &page, "--lang", language], 0).lines().count() > 20, "{page}");
        }
    }
}

#[test]
fn json_is_the_librarys_own_answer() {
    let printed = prints(&["search", "mentorat", "--json", "--lang", "fr"], 0);
    let results: ally_toolkit::SearchResults = serde_json::from_str(&printed).unwrap();
    assert_eq!(results.hits.len(), 10);
    let printed = prints(&["analyze", "l’école", "--json", "--lang", "fr"], 0);
    let analysis: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(analysis["tokens"][1]["text"], "école");
}

#[test]
fn exit_codes_tell_found_from_not_found_from_wrong() {
    prints(&["search", "xyzzyq"], 1);
    assert!(prints(&["show", "no-such-thing"], 1).contains("no-such-thing"));
    assert!(
        prints(&["page", "men-as-allies/nowhere", "--lang", "fr"], 1)
            .contains("Ce catalogue ne contient pas de page")
    );
    assert!(prints(&["search", "x", "--filter", "kind=vidio"], 2).contains("The nearest is `video`"));
    assert!(prints(&["search", "x", "--filter", "color=red"], 2).contains("the fields are kind"));
    let by_publisher = ["search", "mentor", "--filter", "publisher=harvard business review"];
    assert!(prints(&by_publisher, 0).contains("Harvard Business Review"));
    assert!(prints(&["search", "x", "--filter", "extra.format=pdf"], 2).contains("no field `extra.format`"));
    assert!(prints(&["search", "x", "--page", "-1"], 2).contains("Pages count from 1."));
    assert!(prints(&["search", "x", "--lang", "de"], 2).contains("`en` or `fr`"));
    assert!(prints(&["search", "x", "--data", "/no/such/folder"], 2).contains("/no/such/folder"));
    assert!(prints(&["--help"], 0).contains("Exit codes:"));
}

#[test]
fn validate_reports_each_problem_with_place_and_remedy() {
    let path = data_file(
        "bad",
        r#"{"title": {"en": "T", "fr": "T"}, "resources": [{"id": "x", "kind": "nope", "title": {"en": "X"}, "languages": ["en"], "links": [{"url": "javascript:alert(1)", "language": "en"}]}]}"#,
    );
    let path = path.to_str().unwrap();
    let printed = prints(&["validate", path], 1);
    for part in [
        "error unknown-kind",
        "error unsafe-link",
        "links[0].url",
        "Only http\n  and https links are allowed.",
    ] {
        assert!(printed.contains(part), "{part}\n{printed}");
    }
    // A catalogue with errors does not open, and says all of them.
    let printed = prints(&["search", "x", "--data", path, "--lang", "fr"], 1);
    assert!(printed.contains("2 erreurs") && printed.contains("unsafe-link"), "{printed}");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_snapshot_is_written_shown_and_searched_like_the_catalogue() {
    let path = std::env::temp_dir().join(format!("ally-cli-{}.ally", std::process::id()));
    let file = path.to_str().unwrap();
    let written = prints(&["snapshot", "write", file], 0);
    assert!(written.starts_with("A whole snapshot, ") && written.contains("\n  reco  "), "{written}");
    assert!(!written.contains(STYLES), "{written}");
    let shown = prints(&["snapshot", "show", file, "--lang", "fr"], 0);
    assert!(
        shown.starts_with("Un instantané intact, ") && shown.contains(" octets  à partir de l’octet "),
        "{shown}"
    );
    for arguments in [&["search", "mentorat"][..], &["page", "men-as-allies/what"], &["show", "mentorship"]] {
        assert_eq!(
            prints(&[arguments, &["--data", file]].concat(), 0),
            prints(arguments, 0),
            "{arguments:?}"
        );
    }

    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 1;
    bytes[last - 64] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert!(prints(&["snapshot", "show", file], 2).contains("build it again"));
    bytes.truncate(last);
    std::fs::write(&path, &bytes).unwrap();
    prints(&["search", "mentorat", "--data", file], 2);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn the_bundled_catalogue_has_no_error_and_its_own_folder_reads_the_same() {
    let bundled = prints(&["validate"], 0);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    assert_eq!(prints(&["validate", folder], 0), bundled);
    assert!(bundled.ends_with("errors 0 · warnings 106\n"), "{bundled}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ally"))
        .args(["page", "men-as-allies/resources"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}
