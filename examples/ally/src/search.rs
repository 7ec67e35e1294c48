use ally_toolkit::model::language_name;
use ally_toolkit::search::{
    Diversity, Facet, FacetField, FacetRequest, FacetValue, Filters, Hit, Match, RecordType, SearchRequest,
    SearchResults, Sort, YearRange,
};
use ally_toolkit::{Language, Proposal, Searcher};
use clap::{Args, ValueEnum};

use crate::output::{Output, bold, dim, marked};
use crate::{Failure, Found};

/// How many values of each facet are shown.
const FACET_VALUES: usize = 6;

#[derive(Args)]
pub(crate) struct SearchArgs {
    /// The words to search for; none browses everything
    query: Vec<String>,
    /// Only resources with this value, as FIELD=VALUE; the same field twice means either value. Fields: kind, topic,
    /// cluster, audience, language, place, level, access, publisher, year (2019, 2018..2022, 2018.., ..2022), and extra.ID for
    /// the catalogue’s own
    #[arg(long = "filter", short = 'f', value_name = "FIELD=VALUE", value_parser = filter)]
    filters: Vec<(String, String)>,
    /// The order of the results
    #[arg(long, value_enum, default_value = "relevance")]
    sort: SortArg,
    /// Which words must match
    #[arg(long = "match", value_enum, default_value = "any")]
    matching: MatchArg,
    /// What to search [default: resources]
    #[arg(long, value_enum)]
    records: Vec<RecordArg>,
    /// At most N results of a page that share a value of a field, as FIELD=N: kind=3
    #[arg(long, value_name = "FIELD=N", value_parser = diversity)]
    diverse: Option<Diversity>,
    /// Say what the score of each result is made of
    #[arg(long)]
    explain: bool,
    /// The page of results, from 1
    #[arg(long, default_value_t = 1, allow_negative_numbers = true)]
    page: i64,
    /// The page after an answer, by what that gives as `next` (with --json)
    #[arg(long, value_name = "CURSOR", allow_hyphen_values = true)]
    after: Option<String>,
    /// How many results a page holds, at most 100
    #[arg(long, default_value_t = 10, allow_negative_numbers = true)]
    per_page: i64,
}

#[derive(Clone, Copy, ValueEnum)]
enum SortArg {
    Relevance,
    Newest,
    Oldest,
    Added,
    Title,
}

#[derive(Clone, Copy, ValueEnum)]
enum MatchArg {
    Any,
    All,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum RecordArg {
    Resource,
    Page,
    Term,
}

impl From<RecordArg> for RecordType {
    fn from(record: RecordArg) -> Self {
        match record {
            RecordArg::Resource => RecordType::Resource,
            RecordArg::Page => RecordType::Page,
            RecordArg::Term => RecordType::Term,
        }
    }
}

pub(crate) fn filter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write FIELD=VALUE, for example kind=video")?;
    field(name).map(|field| (field.to_string(), value.to_owned()))
}

fn diversity(text: &str) -> Result<Diversity, String> {
    let example = "write FIELD=N, for example kind=3";
    let (name, most) = text.split_once('=').ok_or(example)?;
    Ok(Diversity { field: field(name)?, most: most.parse().map_err(|_| example)? })
}

fn field(name: &str) -> Result<FacetField, String> {
    FacetField::named(name).ok_or_else(|| {
        let known = FacetField::ALL.map(|field| field.to_string()).join(", ");
        format!("there is no field `{name}`; the fields are {known}, and extra.ID for the catalogue’s own")
    })
}

pub(crate) fn run(arguments: SearchArgs, searcher: &Searcher, output: &mut Output) -> Result<Found, Failure> {
    let request = request(arguments, output.language)?;
    let results = searcher.search(&request)?;
    if output.json {
        output.as_json(&results)?;
    } else {
        // One page or less: another spelling may find more.
        let proposal = if results.pages < 2 { searcher.did_you_mean(&request)? } else { None };
        print(&request, &results, proposal.as_ref(), output)?;
    }
    Ok(results.total > 0)
}

fn request(arguments: SearchArgs, language: Language) -> Result<SearchRequest, Failure> {
    let mut request = SearchRequest::new(arguments.query.join(" "), language);
    request.filters = filters(arguments.filters)?;
    let facets = [FacetField::Kind, FacetField::Topic, FacetField::Language, FacetField::Cluster];
    request.facets = facets.map(FacetRequest::from).to_vec();
    request.sort = match arguments.sort {
        SortArg::Relevance => Sort::Relevance,
        SortArg::Newest => Sort::Newest,
        SortArg::Oldest => Sort::Oldest,
        SortArg::Added => Sort::Added,
        SortArg::Title => Sort::Title,
    };
    request.matching = match arguments.matching {
        MatchArg::Any => Match::Any,
        MatchArg::All => Match::All,
    };
    if !arguments.records.is_empty() {
        request.records = arguments.records.into_iter().map(RecordType::from).collect();
    }
    (request.diversity, request.explain) = (arguments.diverse, arguments.explain);
    (request.page, request.after, request.per_page) = (arguments.page, arguments.after, arguments.per_page);
    Ok(request)
}

/// The filters given as fields with values.
pub(crate) fn filters(given: Vec<(String, String)>) -> Result<Filters, Failure> {
    let mut filters = Filters::default();
    for (field, value) in given {
        match field.as_str() {
            "kind" => filters.kind.push(value),
            "topic" => filters.topic.push(value),
            "cluster" => filters.cluster.push(value),
            "audience" => filters.audience.push(value),
            "language" => filters.language.push(value),
            "place" => filters.place.push(value),
            "level" => filters.level.push(value),
            "access" => filters.access.push(value),
            "publisher" => filters.publisher.push(value),
            "year" => filters.year = Some(years(&value)?),
            own => {
                let id = own.strip_prefix("extra.").unwrap_or(own);
                filters.extra.entry(id.to_owned()).or_default().push(value);
            }
        }
    }
    Ok(filters)
}

fn years(text: &str) -> Result<YearRange, Failure> {
    let year = |part: &str| if part.is_empty() { Ok(None) } else { part.parse().map(Some) };
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    match (year(from), year(to)) {
        (Ok(from), Ok(to)) => Ok(YearRange { from, to }),
        _ => {
            let message = format!("year={text}: write 2019, 2018..2022, 2018.. or ..2022");
            Err(Failure::Io(std::io::Error::new(std::io::ErrorKind::InvalidInput, message)))
        }
    }
}

fn print(
    request: &SearchRequest,
    results: &SearchResults,
    proposal: Option<&Proposal>,
    output: &mut Output,
) -> Result<(), Failure> {
    let summary = match (results.total, output.language) {
        (0, Language::English) => {
            "Nothing found. Try other words, fewer filters, or the other language.".to_owned()
        }
        (0, Language::French) => {
            "Aucun résultat. Essayez d’autres mots, moins de filtres ou l’autre langue.".to_owned()
        }
        (1, Language::English) => "1 result".to_owned(),
        (1, Language::French) => "1 résultat".to_owned(),
        (total, Language::English) => format!("{total} results"),
        (total, Language::French) => format!("{total} résultats"),
    };
    let page = if results.pages > 1 {
        format!(" · {} {}/{}", output.say("page", "page"), results.page, results.pages)
    } else {
        String::new()
    };
    output.line(&format!("{summary}{page}"))?;
    if let Some(Proposal { query, total, .. }) = proposal {
        let question = match output.language {
            Language::English => format!("Did you mean “{query}”? ({total})"),
            Language::French => format!("Vouliez-vous dire «\u{a0}{query}\u{a0}»? ({total})"),
        };
        output.paragraph("", &question)?;
    }
    output.blank()?;
    let first = (results.page - 1) * request.per_page + 1;
    for (rank, hit) in (first..).zip(&results.hits) {
        print_hit(rank, hit, output)?;
    }
    for facet in &results.facets {
        print_facet(facet, output)?;
    }
    Ok(())
}

pub(crate) fn print_hit(rank: i64, hit: &Hit, output: &mut Output) -> Result<(), Failure> {
    let first = format!("{rank:>3}. ");
    output.paragraph(&first, &bold_parts(hit))?;
    let mut facts: Vec<String> = Vec::new();
    if let Some(card) = &hit.card {
        facts.push(card.kind.label.value.clone());
        facts.extend(card.year.map(|year| year.to_string()));
        facts.extend((!card.creators.is_empty()).then(|| card.creators.join(", ")));
        let names = card.languages.iter().map(|tag| {
            language_name(tag.primary()).map_or(tag.to_string(), |name| output.read(&name).to_owned())
        });
        facts.push(card.language_notice.clone().unwrap_or_else(|| names.collect::<Vec<_>>().join(", ")));
    }
    facts.push(hit.id.clone());
    output.paragraph("     ", &dim(&facts.join(" · ")))?;
    if let Some(description) = &hit.description {
        output.paragraph("     ", &marked(description))?;
    }
    if let Some(why) = &hit.why {
        output.paragraph("     ", &dim(why))?;
    }
    if let Some(explanation) = &hit.explanation {
        output.paragraph("     ", &dim(&explanation.sentence))?;
    }
    output.blank()?;
    Ok(())
}

fn bold_parts(hit: &Hit) -> String {
    hit.title
        .segments
        .iter()
        .map(|part| if part.marked { crate::output::mark(&part.text) } else { bold(&part.text) })
        .collect()
}

fn print_facet(facet: &Facet, output: &mut Output) -> Result<(), Failure> {
    // A broad topic is named only where nothing narrower is: it would always come first.
    let broad = |id: &String| facet.values.iter().any(|value| value.broader.contains(id));
    let narrow: Vec<&FacetValue> = facet.values.iter().filter(|value| !broad(&value.id)).collect();
    let values: Vec<String> = narrow
        .iter()
        .take(FACET_VALUES)
        .filter_map(|value| {
            value.label.read(output.language).map(|label| format!("{} {}", label.value, value.count))
        })
        .collect();
    if !values.is_empty() {
        let more = narrow.len().saturating_sub(FACET_VALUES);
        let more = if more > 0 { format!(" · +{more}") } else { String::new() };
        let label = format!("{:<9}", output.read(&facet.label));
        output.paragraph(&label, &format!("{}{more}", values.join(" · ")))?;
    }
    Ok(())
}
