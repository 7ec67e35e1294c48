use ally_toolkit::search::RecordType;
use ally_toolkit::{Searcher, SimilarRequest};
use clap::Args;

use crate::output::Output;
use crate::search::{RecordArg, filter, filters, print_hit};
use crate::{Failure, Found};

#[derive(Args)]
pub(crate) struct SimilarArgs {
    /// The id of a resource or term, the address of a page (TOOLKIT/PAGE)
    id: String,
    /// What that is
    #[arg(long, value_enum, default_value = "resource")]
    record: RecordArg,
    /// What to find [default: resources]
    #[arg(long, value_enum)]
    records: Vec<RecordArg>,
    /// Only resources with this value, as for `ally search`
    #[arg(long = "filter", short = 'f', value_name = "FIELD=VALUE", value_parser = filter)]
    filters: Vec<(String, String)>,
    /// Leave out what its own toolkits show
    #[arg(long)]
    beyond_toolkit: bool,
    /// The page of results, from 1
    #[arg(long, default_value_t = 1, allow_negative_numbers = true)]
    page: i64,
    /// How many results a page holds, 1 to 100
    #[arg(long, default_value_t = 5, allow_negative_numbers = true)]
    per_page: i64,
}

pub(crate) fn run(
    arguments: SimilarArgs,
    searcher: &Searcher,
    output: &mut Output,
) -> Result<Found, Failure> {
    let mut request = SimilarRequest {
        record: arguments.record.into(),
        filters: filters(arguments.filters)?,
        beyond_toolkit: arguments.beyond_toolkit,
        page: arguments.page,
        per_page: arguments.per_page,
        ..SimilarRequest::new(arguments.id, output.language)
    };
    if !arguments.records.is_empty() {
        request.records = arguments.records.into_iter().map(RecordType::from).collect();
    }
    let results = searcher.similar(&request)?;
    if output.json {
        output.as_json(&results)?;
    } else if results.hits.is_empty() {
        output.line(output.say("Nothing like it found.", "Rien de semblable."))?;
    } else {
        let first = (request.page - 1) * request.per_page + 1;
        (first..).zip(&results.hits).try_for_each(|(rank, hit)| print_hit(rank, hit, output))?;
    }
    Ok(!results.hits.is_empty())
}
