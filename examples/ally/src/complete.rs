use ally_toolkit::search::Segment;
use ally_toolkit::suggestion::Completion;
use ally_toolkit::{CompletionRequest, Searcher};
use clap::Args;

use crate::output::{Output, bold, dim, mark};
use crate::search::{filter, filters};
use crate::{Failure, Found};

#[derive(Args)]
pub(crate) struct CompleteArgs {
    /// What stands in the search box
    query: String,
    /// Only what a search with this filter finds, as for `ally search`
    #[arg(long = "filter", short = 'f', value_name = "FIELD=VALUE", value_parser = filter)]
    filters: Vec<(String, String)>,
    /// How many completions at most, 1 to 50
    #[arg(long, default_value_t = 8, allow_negative_numbers = true)]
    limit: i64,
}

pub(crate) fn run(
    arguments: CompleteArgs,
    searcher: &Searcher,
    output: &mut Output,
) -> Result<Found, Failure> {
    let request = CompletionRequest {
        filters: filters(arguments.filters)?,
        limit: arguments.limit,
        ..CompletionRequest::new(arguments.query, output.language)
    };
    let completions = searcher.complete(&request)?;
    if output.json {
        output.as_json(&completions)?;
    } else {
        output.line(&completions.announcement)?;
        completions.items.iter().try_for_each(|item| print(item, output))?;
    }
    Ok(!completions.items.is_empty())
}

fn print(item: &Completion, output: &mut Output) -> Result<(), Failure> {
    let text = parts(&item.segments);
    let label =
        item.matched.as_ref().map(|label| format!(" ({})", parts(&label.segments))).unwrap_or_default();
    output.paragraph("  ", &format!("{text}{label}  {}", dim(&item.description)))?;
    Ok(())
}

fn parts(segments: &[Segment]) -> String {
    segments.iter().map(|part| if part.marked { mark(&part.text) } else { bold(&part.text) }).collect()
}
