//! The bundled catalogue is what the project promises of it.

use ally_toolkit::Catalogue;

#[test]
fn it_validates_without_error() {
    let report = Catalogue::validate_bundled();
    let errors: Vec<String> = report
        .problems
        .iter()
        .map(|problem| format!("{} {problem}", problem.code))
        .filter(|l| l.contains(""))
        .collect();
    let mut counts = std::collections::BTreeMap::new();
    for p in &report.problems {
        *counts.entry(p.code.as_str()).or_insert(0) += 1;
    }
    println!("{counts:?} {} {} {}", report.resources, report.pages, report.terms);
    for p in report
        .problems
        .iter()
        .filter(|p| p.severity == ally_toolkit::Severity::Error || p.code.as_str() != "missing-link")
    {
        println!("{} {p}", p.code);
    }
    let _ = errors;
    assert!(report.is_valid());
}
