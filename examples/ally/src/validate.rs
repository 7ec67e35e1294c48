use std::path::Path;

use ally_toolkit::{Catalogue, Severity};

use crate::output::{Output, bold, dim};
use crate::{Failure, Found};

pub(crate) fn run(path: Option<&Path>, output: &mut Output) -> Result<Found, Failure> {
    let report = match path {
        Some(path) => Catalogue::validate(path)?,
        None => Catalogue::validate_bundled(),
    };
    if output.json {
        output.as_json(&report)?;
        return Ok(report.is_valid());
    }
    for problem in &report.problems {
        let severity = match problem.severity {
            Severity::Error => output.say("error", "erreur"),
            Severity::Warning => output.say("warning", "avertissement"),
        };
        output.paragraph("", &format!("{} {}", bold(severity), dim(problem.code.as_str())))?;
        output.paragraph("  ", &problem.place.to_string())?;
        output.paragraph(
            "  ",
            &format!("{} {}", output.read(&problem.message), output.read(&problem.remedy)),
        )?;
    }
    let counts = [
        (output.say("resources", "ressources"), report.resources),
        (output.say("pages", "pages"), report.pages),
        (output.say("terms", "termes"), report.terms),
        (output.say("errors", "erreurs"), report.errors),
        (output.say("warnings", "avertissements"), report.warnings),
    ];
    let summary = counts.map(|(name, count)| format!("{name} {count}")).join(" · ");
    output.line(&summary)?;
    Ok(report.is_valid())
}
