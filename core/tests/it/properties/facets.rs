//! Facets of small catalogues: what each says is compared with the searches that it stands for.

use std::collections::BTreeSet;

use ally_toolkit::search::{
    Facet, FacetField, FacetOrder, FacetRequest, FacetValue, Filters, Match, SearchResults, YearRange,
};
use ally_toolkit::{Catalogue, Collation, Language, SearchRequest, Searcher};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases;

const KINDS: [&str; 3] = ["video", "article", "guide"];
const TOPICS: usize = 8;
const FORMATS: [&str; 2] = ["pdf", "12"];

/// The ids of the values that publishers and the field `format` have.
const PUBLISHERS: [&str; 3] = ["Santé Canada", "UN Women", "Éditions X"];
const OWN: [&str; 7] = ["pdf", "12", "html", "Report", "true", "2", "1.5"];

const DATES: [&str; 8] = ["1999", "2001-05", "2015", "2015~", "201X", "20XX", "2020-02-29", "1995?"];

fn labelled(id: &str) -> Value {
    json!({"id": id, "label": {"en": format!("The {id}"), "fr": format!("Élément {id}")}})
}

/// Topics, each under some of those before it.
fn topics() -> impl Strategy<Value = Vec<Value>> {
    let broader = prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..3), TOPICS);
    broader.prop_map(|broader| {
        let topic = |(at, broader): (usize, Vec<prop::sample::Index>)| {
            let ids: BTreeSet<String> = broader
                .iter()
                .filter(|_| at > 0)
                .map(|index| format!("t{}", index.index(at.max(1))))
                .collect();
            json!({"id": format!("t{at}"), "label": labelled(&format!("t{at}"))["label"], "broader": ids})
        };
        broader.into_iter().enumerate().map(topic).collect()
    })
}

fn resource() -> impl Strategy<Value = Value> {
    let date = prop::option::weighted(0.8, prop::sample::select(DATES.to_vec()));
    let topics = prop::collection::btree_set(0..TOPICS, 0..3);
    let languages = prop::sample::subsequence(vec!["en", "fr", "iu"], 1..=3);
    let level = prop::option::of(prop::sample::select(vec!["introductory", "advanced"]));
    let title = prop::sample::select(vec!["Alpha", "Beta", "Alpha beta"]);
    let publisher = prop::option::of(prop::sample::select(vec![
        json!("Santé Canada"),
        json!("SANTE CANADA"),
        json!({"en": "UN Women", "fr": "ONU Femmes"}),
        json!("UN women"),
        json!({"fr": "Éditions X"}),
    ]));
    let format = prop::option::of(prop::sample::select(vec![
        json!("pdf"),
        json!(["html", "pdf", "html"]),
        json!({"en": "Report", "fr": "Rapport"}),
        json!(["Report", 2, 1.5, 12]),
        json!(true),
        json!(null),
        json!([[], {"de": "x"}]),
    ]));
    let kind = prop::sample::select(KINDS.to_vec());
    (kind, topics, date, languages, level, title, publisher, format).prop_map(
        |(kind, topics, date, languages, level, title, publisher, format)| {
            let topics: Vec<String> = topics.iter().map(|topic| format!("t{topic}")).collect();
            let mut resource =
                json!({"kind": kind, "title": {"en": title}, "languages": languages, "topics": topics});
            let fields = resource.as_object_mut().unwrap();
            fields.extend(date.map(|date| ("date".into(), date.into())));
            fields.extend(level.map(|level| ("level".into(), level.into())));
            fields.extend(publisher.map(|publisher| ("publisher".into(), publisher)));
            fields.extend(format.map(|format| ("extra".into(), json!({"format": format, "other": 1}))));
            resource
        },
    )
}

fn searcher() -> impl Strategy<Value = Searcher> {
    (topics(), prop::collection::vec(resource(), 0..24)).prop_map(|(topics, mut resources)| {
        for (number, resource) in resources.iter_mut().enumerate() {
            resource["id"] = format!("r{number}").into();
        }
        let catalogue = json!({
            "title": {"en": "A catalogue", "fr": "Un catalogue"},
            "fields": [{"id": "format", "label": {"en": "Format", "fr": "Format"}, "values": FORMATS.map(labelled)}],
            "vocabularies": {"kinds": KINDS.map(labelled), "topics": topics},
            "resources": resources,
        });
        Searcher::new(Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap()).unwrap()
    })
}

fn ranges() -> impl Strategy<Value = YearRange> {
    (prop::option::of(1990..2012_i32), prop::option::of(2012..2026_i32))
        .prop_map(|(from, to)| YearRange { from, to })
}

fn fields() -> Vec<FacetField> {
    FacetField::ALL.into_iter().chain([FacetField::Own("format".to_owned())]).collect()
}

fn facets() -> impl Strategy<Value = FacetRequest> {
    let order =
        prop::option::of(prop::sample::select(vec![FacetOrder::Count, FacetOrder::Label, FacetOrder::Value]));
    let field = prop::sample::select(fields());
    let years = (prop::option::of(1..30_i64), prop::collection::vec(ranges(), 0..3));
    (field, order, prop::option::of(0..6_i64), any::<bool>(), years).prop_map(
        |(field, order, most, nested, (step, ranges))| {
            let is_year = field == FacetField::Year;
            FacetRequest {
                nested: nested && field == FacetField::Topic,
                step: step.filter(|_| is_year),
                ranges: if is_year { ranges } else { Vec::new() },
                field,
                order,
                most,
            }
        },
    )
}

fn requests() -> impl Strategy<Value = SearchRequest> {
    let query = prop::sample::select(vec!["", "alpha", "beta", "alpha beta"]);
    let kinds = prop::collection::vec(prop::sample::select(KINDS.to_vec()), 0..2);
    let topics = prop::collection::vec(0..TOPICS, 0..2);
    let formats = prop::collection::vec(prop::sample::select(FORMATS.to_vec()), 0..2);
    let filters = (kinds, topics, prop::option::weighted(0.3, ranges()), formats);
    (query, any::<bool>(), prop::collection::vec(facets(), 1..4), filters).prop_map(
        |(query, is_french, facets, (kinds, topics, year, formats))| SearchRequest {
            matching: Match::All,
            facets,
            filters: Filters {
                kind: kinds.into_iter().map(str::to_owned).collect(),
                topic: topics.into_iter().map(|topic| format!("t{topic}")).collect(),
                year,
                extra: [("format".to_owned(), formats.into_iter().map(str::to_owned).collect())].into(),
                ..Filters::default()
            },
            per_page: 0,
            ..SearchRequest::new(query, if is_french { Language::French } else { Language::English })
        },
    )
}

/// The filters with one value alone in its field.
fn choosing(filters: &Filters, field: &FacetField, id: &str) -> Filters {
    let mut filters = filters.clone();
    let values = vec![id.to_owned()];
    match field {
        FacetField::Kind => filters.kind = values,
        FacetField::Topic => filters.topic = values,
        FacetField::Cluster => filters.cluster = values,
        FacetField::Audience => filters.audience = values,
        FacetField::Language => filters.language = values,
        FacetField::Place => filters.place = values,
        FacetField::Level => filters.level = values,
        FacetField::Access => filters.access = values,
        FacetField::Year => {
            let year = id.parse().unwrap();
            filters.year = Some(YearRange { from: Some(year), to: Some(year) });
        }
        FacetField::Publisher => filters.publisher = values,
        FacetField::Own(name) => {
            filters.extra.insert(name.clone(), values);
        }
    }
    filters
}

fn total(searcher: &Searcher, request: &SearchRequest, filters: Filters) -> usize {
    let request = SearchRequest { filters, facets: Vec::new(), ..request.clone() };
    searcher.search(&request).unwrap().total
}

/// Every value of a tree, wherever it stands, with the one it stands under.
fn places<'a>(
    values: &'a [FacetValue],
    under: Option<&'a str>,
    found: &mut Vec<(&'a FacetValue, Option<&'a str>)>,
) {
    for value in values {
        found.push((value, under));
        places(&value.narrower, Some(&value.id), found);
    }
}

/// The facet asked for without anything that changes which values are listed, and how.
fn whole(searcher: &Searcher, request: &SearchRequest, facet: &FacetRequest) -> Facet {
    let plain = FacetRequest { order: facet.order, ..FacetRequest::from(facet.field.clone()) };
    let mut results = searcher.search(&SearchRequest { facets: vec![plain], ..request.clone() }).unwrap();
    results.facets.remove(0)
}

fn is_in_order(values: &[FacetValue], facet: &FacetRequest, reader: Language) -> bool {
    let collation = Collation::new(reader);
    let label = |value: &FacetValue| value.label.read(reader).unwrap().value.clone();
    values.windows(2).all(|pair| {
        let by_label = collation.compare(&label(&pair[0]), &label(&pair[1])).is_le();
        let by_count = pair[0].count > pair[1].count || pair[0].count == pair[1].count && by_label;
        let year = |value: &FacetValue| value.id.parse::<i32>().unwrap();
        let kind = |value: &FacetValue| KINDS.iter().position(|kind| *kind == value.id);
        let own = |value: &FacetValue| {
            ["pdf", "12", "1.5", "2", "Report", "html", "true"].iter().position(|id| *id == value.id)
        };
        match (facet.order, &facet.field) {
            (None, FacetField::Year) => year(&pair[0]) > year(&pair[1]),
            (Some(FacetOrder::Value), FacetField::Year) => year(&pair[0]) < year(&pair[1]),
            (Some(FacetOrder::Value), FacetField::Kind) => kind(&pair[0]) < kind(&pair[1]),
            (Some(FacetOrder::Value), FacetField::Own(_)) => own(&pair[0]) < own(&pair[1]),
            (Some(FacetOrder::Value), FacetField::Level) => pair[0].id == "introductory",
            (Some(FacetOrder::Value), _) => pair[0].id < pair[1].id,
            (None | Some(FacetOrder::Count), _) => by_count,
            (Some(FacetOrder::Label), _) => by_label,
        }
    })
}

fn check(searcher: &Searcher, request: &SearchRequest, asked: &FacetRequest, facet: &Facet) {
    let whole = whole(searcher, request, asked);
    assert!(is_in_order(&whole.values, asked, request.language), "{asked:?} {:?}", whole.values);
    assert_eq!((facet.distinct, whole.distinct), (whole.values.len(), whole.values.len()));
    let mut stand = Vec::new();
    places(&facet.values, None, &mut stand);
    for (value, _) in &stand {
        let chosen = choosing(&request.filters, &facet.field, &value.id);
        assert_eq!(value.count, total(searcher, request, chosen), "{asked:?} {value:?}");
    }
    let most = asked.most.map_or(usize::MAX, |most| usize::try_from(most).unwrap());
    if asked.nested {
        let ids: BTreeSet<&str> = whole.values.iter().map(|value| value.id.as_str()).collect();
        for (value, under) in &stand {
            assert_eq!(under.is_none(), !value.broader.iter().any(|id| ids.contains(id.as_str())));
            assert!(under.is_none_or(|id| value.broader.iter().any(|broader| broader == id)));
            let listed: Vec<&str> = value.narrower.iter().map(|value| value.id.as_str()).collect();
            let under = |other: &&FacetValue| other.broader.contains(&value.id);
            let all: Vec<&FacetValue> = whole.values.iter().filter(under).collect();
            let first = all.iter().take(most).map(|value| value.id.as_str());
            assert!(first.into_iter().all(|id| listed.contains(&id)), "{value:?}");
            assert!(asked.most.is_some() || listed.len() == all.len(), "{value:?}");
        }
        let standing: BTreeSet<&str> = stand.iter().map(|(value, _)| value.id.as_str()).collect();
        assert!(asked.most.is_some() || standing == ids);
        assert!(whole.values.iter().all(|value| !value.selected || standing.contains(value.id.as_str())));
    } else {
        let listed = whole.values.iter().enumerate().filter(|(place, value)| *place < most || value.selected);
        assert_eq!(facet.values, listed.map(|(_, value)| value.clone()).collect::<Vec<_>>());
    }
    for range in &facet.ranges {
        let year = Some(YearRange { from: range.from, to: range.to });
        let chosen = Filters { year, ..request.filters.clone() };
        assert_eq!(range.count, total(searcher, request, chosen), "{asked:?} {range:?}");
        assert_eq!(range.selected, request.filters.year == year);
    }
    let (bins, listed) = facet.ranges.split_at(facet.ranges.len() - asked.ranges.len());
    let listed: Vec<YearRange> =
        listed.iter().map(|range| YearRange { from: range.from, to: range.to }).collect();
    assert_eq!(listed, asked.ranges);
    if let Some(step) = asked.step.map(|step| i32::try_from(step).unwrap()) {
        let years: Vec<i32> = whole
            .values
            .iter()
            .filter(|value| value.count > 0)
            .map(|value| value.id.parse().unwrap())
            .collect();
        let ends = years.iter().min().zip(years.iter().max());
        let firsts = ends.map_or(Vec::new(), |(first, last)| {
            (first.div_euclid(step)..=last.div_euclid(step)).map(|number| number * step).collect()
        });
        let expected: Vec<_> = firsts.iter().map(|first| (Some(*first), Some(first + step - 1))).collect();
        assert_eq!(bins.iter().map(|range| (range.from, range.to)).collect::<Vec<_>>(), expected);
    } else {
        assert!(bins.is_empty());
    }
}

/// Every value that choosing would give something for, is there.
fn check_whole(searcher: &Searcher, request: &SearchRequest, field: &FacetField, ids: &[String]) {
    let whole = whole(searcher, request, &FacetRequest::from(field.clone()));
    let listed: BTreeSet<&String> =
        whole.values.iter().filter(|value| value.count > 0).map(|value| &value.id).collect();
    let chosen = |id: &&String| total(searcher, request, choosing(&request.filters, field, id)) > 0;
    assert_eq!(listed, ids.iter().filter(chosen).collect(), "{field:?}");
}

fn fold(name: &str) -> String {
    name.to_lowercase().replace('é', "e")
}

/// Those of the ids that filters may name.
fn known(searcher: &Searcher, request: &SearchRequest, ids: &[&str]) -> Vec<String> {
    let may_filter = |id: &&&str| {
        let filters = choosing(&Filters::default(), &FacetField::Own("format".to_owned()), id);
        searcher.search(&SearchRequest { filters, facets: Vec::new(), ..request.clone() }).is_ok()
    };
    ids.iter().filter(may_filter).map(|id| (*id).to_owned()).collect()
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn each_count_is_the_total_of_the_search_that_chooses_it(searcher in searcher(), request in requests()) {
        let results = searcher.search(&request).unwrap();
        let opened = Searcher::open_snapshot(searcher.snapshot().unwrap().into()).unwrap();
        prop_assert_eq!(&opened.search(&request).unwrap(), &results);
        prop_assert!(opened.catalogue() == searcher.catalogue());
        let json = searcher.catalogue().to_json().unwrap();
        prop_assert!(Catalogue::from_json(json.as_bytes()).unwrap() == *searcher.catalogue());
        let SearchResults { facets, .. } = results;
        prop_assert_eq!(facets.len(), request.facets.len());
        for (asked, facet) in request.facets.iter().zip(&facets) {
            check(&searcher, &request, asked, facet);
        }
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        check_whole(&searcher, &request, &FacetField::Kind, &owned(&KINDS));
        check_whole(&searcher, &request, &FacetField::Own("format".to_owned()), &known(&searcher, &request, &OWN));
        let whole = whole(&searcher, &request, &FacetField::Publisher.into());
        for (name, value) in PUBLISHERS.iter().flat_map(|name| whole.values.iter().map(move |value| (name, value))) {
            // A value is named by any spelling of its name.
            let is_it = choosing(&request.filters, &FacetField::Publisher, name);
            if fold(name) == fold(&value.id) {
                prop_assert_eq!(total(&searcher, &request, is_it), value.count);
            }
        }
        let folded: BTreeSet<String> = whole.values.iter().map(|value| fold(&value.id)).collect();
        prop_assert_eq!(folded.len(), whole.values.len());
        check_whole(&searcher, &request, &FacetField::Language, &owned(&["en", "fr", "iu"]));
        let topics: Vec<String> = (0..TOPICS).map(|topic| format!("t{topic}")).collect();
        check_whole(&searcher, &request, &FacetField::Topic, &topics);
        let years: Vec<String> = (1990..2110).map(|year: i32| year.to_string()).collect();
        check_whole(&searcher, &request, &FacetField::Year, &years);
    }

    #[test]
    fn a_request_is_read_as_it_was_written(request in requests()) {
        let written = serde_json::to_value(&request).unwrap();
        for facet in written["facets"].as_array().unwrap() {
            prop_assert_eq!(facet.is_string(), facet.as_object().is_none_or(|facet| facet.len() == 1));
        }
        prop_assert_eq!(SearchRequest::from_value(written).unwrap(), request);
    }
}
