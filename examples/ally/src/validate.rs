use std::path::Path;

use ally_toolkit::{Catalogue, Language, Severity};

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
    let summary = match output.language {
        Language::English => format!(
            "{} resources, {} pages, {} terms: {} errors, {} warnings",
            report.resources, report.pages, report.terms, report.errors, report.warnings
        ),
        Language::French => format!(
            "{} ressources, {} pages, {} termes\u{a0}: {} erreurs, {} avertissements",
            report.resources, report.pages, report.terms, report.errors, report.warnings
        ),
    };
    output.line(&summary)?;
    Ok(report.is_valid())
}
