use ally_toolkit::analysis::{Token, analyze};

use crate::output::{Output, bold, dim};
use crate::{Failure, Found};

pub(crate) fn run(text: &str, output: &mut Output) -> Result<Found, Failure> {
    let analysis = analyze(text, output.language);
    if output.json {
        output.as_json(&analysis)?;
        return Ok(true);
    }
    for token in &analysis.tokens {
        print(token, output)?;
    }
    Ok(true)
}

fn print(token: &Token, output: &mut Output) -> Result<(), Failure> {
    let span = format!("{}..{}", token.span.start, token.span.end);
    output.paragraph("", &format!("{}  {}", bold(&token.text), dim(&span)))?;
    for form in &token.forms {
        let stem = if token.stop { String::new() } else { format!(" → {}", form.stem) };
        let folded = if form.folded == form.form { String::new() } else { format!(" → {}", form.folded) };
        output.paragraph("    ", &format!("{}{folded}{stem}", form.form))?;
    }
    let rules: Vec<String> = token
        .rules
        .iter()
        .map(|rule| format!("{}: {}", rule.as_str(), output.read(&rule.description())))
        .collect();
    rules.iter().try_for_each(|rule| output.paragraph("    ", &dim(rule)))?;
    Ok(())
}
