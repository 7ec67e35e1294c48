use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use ally_toolkit::analysis::analyze;
use ally_toolkit::model::{Resource, VocabularyName};
use ally_toolkit::search::{
    FacetField, FacetRequest, Field, Filters, Highlight, Ranking, SearchResults, Sort, YearRange,
};
use ally_toolkit::{Catalogue, Language, Localized, SearchRequest};
use proptest::prelude::*;

use super::{UNITS, cases, slice, texts};
use crate::vectors::bundled;

fn catalogue() -> &'static Catalogue {
    bundled().catalogue()
}

/// Words of the bundled catalogue, as written.
pub(super) fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = BTreeSet::new();
        for resource in catalogue().resources() {
            let resource = resource.unwrap();
            for language in Language::ALL {
                for text in
                    [resource.title.get(language), resource.description.get(language)].into_iter().flatten()
                {
                    words.extend(analyze(text, language).tokens.into_iter().map(|token| token.text));
                }
            }
        }
        words.into_iter().collect()
    })
}

pub(super) fn queries() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        6 => prop::collection::vec(prop::sample::select(words()), 1..4).prop_map(|words| words.join(" ")),
        2 => texts(),
    ]
}

fn requests() -> impl Strategy<Value = SearchRequest> {
    let languages = prop::sample::select(Language::ALL.to_vec());
    let sorts =
        prop::sample::select(vec![Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Added, Sort::Title]);
    (queries(), languages, sorts, filters()).prop_map(|(query, language, sort, filters)| SearchRequest {
        sort,
        filters,
        ..SearchRequest::new(query, language)
    })
}

pub(super) fn filters() -> impl Strategy<Value = Filters> {
    let some = |values: Vec<String>| prop::collection::vec(prop::sample::select(values), 0..3);
    let concepts =
        |name| catalogue().vocabulary(name).concepts.iter().map(|concept| concept.id.clone()).collect();
    let given = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    let years = prop::option::weighted(
        0.3,
        (prop::option::of(2000..2012_i32), prop::option::of(2012..2026_i32))
            .prop_map(|(from, to)| YearRange { from, to }),
    );
    let seldom = |values: Vec<String>| prop::collection::vec(prop::sample::select(values), 0..2);
    (
        some(concepts(VocabularyName::Kinds)),
        some(concepts(VocabularyName::Topics)),
        seldom(concepts(VocabularyName::Clusters)),
        seldom(concepts(VocabularyName::Audiences)),
        some(given(&["en", "fr", "iu"])),
        seldom(concepts(VocabularyName::Places)),
        prop_oneof![4 => Just(Vec::new()), 1 => some(given(&["introductory", "advanced"]))],
        prop_oneof![4 => Just(Vec::new()), 1 => some(given(&["open", "restricted"]))],
        years,
        any::<u8>(),
    )
        .prop_map(|(kind, topic, cluster, audience, language, place, level, access, year, keep)| {
            // All at once would leave nothing to count.
            let kept = |bit: u8, values: Vec<String>| if keep >> bit & 1 == 1 { values } else { Vec::new() };
            Filters {
                kind: kept(0, kept(4, kind)),
                topic: kept(1, kept(5, topic)),
                cluster: kept(2, kept(6, cluster)),
                audience: kept(3, kept(7, audience)),
                language: kept(4, language),
                place: kept(5, kept(1, place)),
                level,
                access,
                year,
                ..Filters::default()
            }
        })
}

fn search(request: &SearchRequest) -> SearchResults {
    bundled().search(request).unwrap()
}

/// Every hit of a request, by pages of `per_page`.
fn pages(request: &SearchRequest, per_page: i64) -> Vec<String> {
    let first = search(&SearchRequest { page: 1, per_page, ..request.clone() });
    let last = i64::try_from(first.pages).unwrap();
    let rest = (2..=last).flat_map(|page| search(&SearchRequest { page, per_page, ..request.clone() }).hits);
    first.hits.into_iter().chain(rest).map(|hit| hit.id).collect()
}

/// What a resource has in a facet: worked out from the model, without the index.
fn values(resource: &Resource, field: &FacetField) -> BTreeSet<String> {
    match field {
        FacetField::Kind => [resource.kind.clone()].into(),
        FacetField::Topic => {
            let mut all: BTreeSet<String> = resource.topics.iter().cloned().collect();
            loop {
                let broader: Vec<String> =
                    all.iter().flat_map(|id| catalogue().topic(id).unwrap().broader.clone()).collect();
                let before = all.len();
                all.extend(broader);
                if all.len() == before {
                    return all;
                }
            }
        }
        FacetField::Cluster => resource.cluster.iter().cloned().collect(),
        FacetField::Audience => resource.audiences.iter().cloned().collect(),
        FacetField::Language => resource.languages.iter().map(|tag| tag.primary().to_owned()).collect(),
        FacetField::Place => resource.place.iter().cloned().collect(),
        FacetField::Level => resource.level.iter().map(|level| level.as_str().to_owned()).collect(),
        FacetField::Access => resource.access.iter().map(|access| access.as_str().to_owned()).collect(),
        FacetField::Year => {
            let years = resource.date.into_iter().map(|date| date.years());
            years.flat_map(|(first, last)| first..=last).map(|year| year.to_string()).collect()
        }
        FacetField::Publisher => {
            resource.publisher.iter().map(|name| name.read(Language::English).to_owned()).collect()
        }
        FacetField::Own(_) => BTreeSet::new(),
    }
}

fn passes(resource: &Resource, filters: &Filters, field: &FacetField) -> bool {
    let wanted = match field {
        FacetField::Kind => &filters.kind,
        FacetField::Topic => &filters.topic,
        FacetField::Cluster => &filters.cluster,
        FacetField::Audience => &filters.audience,
        FacetField::Language => &filters.language,
        FacetField::Place => &filters.place,
        FacetField::Level => &filters.level,
        FacetField::Access => &filters.access,
        FacetField::Publisher => &filters.publisher,
        FacetField::Own(_) => return true,
        FacetField::Year => {
            let Some(range) = filters.year else { return true };
            return resource.date.is_some_and(|date| {
                let (first, last) = date.years();
                range.from.is_none_or(|from| last >= from) && range.to.is_none_or(|to| first <= to)
            });
        }
    };
    wanted.is_empty() || values(resource, field).iter().any(|value| wanted.contains(value))
}

/// The texts of a resource in one language, by field, worked out from the model.
fn fields(resource: &Resource, language: Language) -> Vec<(Field, &str)> {
    let mut texts: Vec<(Field, &str)> = Vec::new();
    let own: [(Field, &Localized<String>); 3] = [
        (Field::Title, &resource.title),
        (Field::Subtitle, &resource.subtitle),
        (Field::Description, &resource.description),
    ];
    texts.extend(own.into_iter().filter_map(|(field, text)| Some((field, text.get(language)?.as_str()))));
    texts.extend(
        resource.creators.iter().filter_map(|creator| Some((Field::Creators, creator.name.get(language)?))),
    );
    texts.extend(resource.publisher.iter().filter_map(|name| Some((Field::Publisher, name.get(language)?))));
    let concepts = [
        (Field::Topics, VocabularyName::Topics, resource.topics.as_slice()),
        (Field::Labels, VocabularyName::Kinds, std::slice::from_ref(&resource.kind)),
        (Field::Labels, VocabularyName::Clusters, resource.cluster.as_slice()),
        (Field::Labels, VocabularyName::Audiences, resource.audiences.as_slice()),
        (Field::Labels, VocabularyName::Places, resource.place.as_slice()),
    ];
    for (field, vocabulary, ids) in concepts {
        for id in ids {
            let concept = catalogue().concept(vocabulary, id).unwrap();
            let label = concept.label.get(language).into_iter();
            let more =
                [&concept.alternative, &concept.hidden].into_iter().filter_map(|labels| labels.get(language));
            texts.extend(label.chain(more.flatten()).map(|text| (field, text.as_str())));
        }
    }
    texts
}

/// The stems of each resource in each language.
fn stems() -> &'static Vec<[BTreeSet<String>; 2]> {
    static STEMS: OnceLock<Vec<[BTreeSet<String>; 2]>> = OnceLock::new();
    STEMS.get_or_init(|| {
        let of = |resource: &Resource, language| {
            fields(resource, language)
                .into_iter()
                .flat_map(|(_, text)| analyze(text, language).tokens)
                .filter(|token| !token.stop)
                .flat_map(|token| token.forms)
                .map(|form| form.stem)
                .collect()
        };
        catalogue()
            .resources()
            .iter()
            .map(|resource| Language::ALL.map(|language| of(resource.as_ref().unwrap(), language)))
            .collect()
    })
}

#[test]
fn a_word_is_found_in_every_record_that_has_it_and_no_other() {
    let mut tried = 0;
    for word in words().iter().step_by(3) {
        let read = Language::ALL.map(|language| analyze(word, language).tokens);
        let [[en], [fr]] = [read[0].as_slice(), read[1].as_slice()] else { continue };
        if en.stop || fr.stop {
            continue;
        }
        let has = |stems: &&[BTreeSet<String>; 2]| {
            let in_view = |at: usize, token: &ally_toolkit::analysis::Token| {
                token.forms.iter().any(|form| stems[at].contains(&form.stem))
            };
            in_view(0, en) || in_view(1, fr)
        };
        let expected = stems().iter().filter(has).count();
        // Translations and synonyms find more.
        let request = SearchRequest {
            per_page: 0,
            ranking: Ranking::PLAIN,
            ..SearchRequest::new(word, Language::English)
        };
        assert_eq!(search(&request).total, expected, "{word}");
        tried += 1;
    }
    assert!(tried > 500, "{tried}");
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_text_is_a_query(query in texts()) {
        for language in Language::ALL {
            for matching in ["any", "all"] {
                let request = serde_json::json!({
                    "query": query, "language": language, "match": matching, "records": ["resource", "page", "term"],
                });
                search(&SearchRequest::from_value(request).unwrap());
            }
        }
    }

    #[test]
    fn pages_are_the_whole_result_once(request in requests(), per_page in 1..40_i64) {
        let whole = pages(&request, 100);
        prop_assert_eq!(&pages(&request, per_page), &whole);
        prop_assert_eq!(search(&request).total, whole.len());
        let distinct: BTreeSet<&String> = whole.iter().collect();
        prop_assert_eq!(distinct.len(), whole.len());
    }

    #[test]
    fn facets_count_what_choosing_a_value_gives(request in requests()) {
        let request = SearchRequest { facets: FacetField::ALL.map(FacetRequest::from).to_vec(), ..request };
        let results = search(&request);
        let unfiltered = SearchRequest { filters: Filters::default(), ..request.clone() };
        let matching: Vec<&Resource> =
            pages(&unfiltered, 100).iter().map(|id| catalogue().resource(id).unwrap()).collect();
        let passing = matching.iter().filter(|resource| {
            FacetField::ALL.iter().all(|field| passes(resource, &request.filters, field))
        });
        prop_assert_eq!(results.total, passing.count());
        for facet in &results.facets {
            let mut expected: BTreeMap<String, usize> = BTreeMap::new();
            let others = |resource: &&&Resource| {
                let mut fields = FacetField::ALL.iter().filter(|field| **field != facet.field);
                fields.all(|field| passes(resource, &request.filters, field))
            };
            for resource in matching.iter().filter(others) {
                for value in values(resource, &facet.field) {
                    *expected.entry(value).or_default() += 1;
                }
            }
            let counted: BTreeMap<String, usize> = facet
                .values
                .iter()
                .filter(|value| value.count > 0)
                .map(|value| (value.id.clone(), value.count))
                .collect();
            prop_assert_eq!(&counted, &expected, "{:?}", facet.field);
        }
    }

    #[test]
    fn highlights_are_the_texts_of_the_record(request in requests()) {
        for unit in UNITS {
            for hit in bundled().search_in_unit(&request, unit).unwrap().hits {
                let resource = catalogue().resource(&hit.id).unwrap();
                for highlight in [&hit.title].into_iter().chain(&hit.description).chain(&hit.highlights) {
                    let languages = highlight.language.map_or(Language::ALL.to_vec(), |language| vec![language]);
                    let is_cut_of = |text: &str| cuts(highlight, text, unit);
                    let found = languages.into_iter().flat_map(|language| fields(resource, language)).any(
                        |(field, text)| field == highlight.field && is_cut_of(text),
                    );
                    prop_assert!(found, "{:?} {:?} {:?}", unit, hit.id, highlight);
                }
                // A reason is a word of the query, and what it names is not a guess.
                for reason in &hit.reasons {
                    let mut words = reason.word.split(' ');
                    prop_assert!(words.all(|word| request.query.contains(word)), "{:?}", reason);
                }
            }
        }
    }
}

/// True when each segment is the part of `text` that its span says, one beginning where the other ends, and all are
/// the text, or a passage of it that says it is one.
fn cuts(highlight: &Highlight, text: &str, unit: ally_toolkit::OffsetUnit) -> bool {
    let spans_fit = highlight.segments.iter().all(|segment| {
        slice(text, unit, segment.span.start, segment.span.end).as_ref() == Some(&segment.text)
    });
    let joined = highlight.segments.windows(2).all(|pair| pair[0].span.end == pair[1].span.start);
    let alternate = highlight.segments.windows(2).all(|pair| !(pair[0].marked && pair[1].marked));
    let starts = |cut: bool| cut != text.starts_with(&highlight.text());
    let ends = |cut: bool| cut != text.ends_with(&highlight.text());
    spans_fit && joined && alternate && starts(highlight.cut_before) && ends(highlight.cut_after)
}

/// The longest query allowed, of words that cost the most: known ones, unknown ones that look like known ones, marks.
#[test]
fn the_longest_query_is_answered() {
    for pattern in
        ["women ", "leadreshp ", "mentorshpis ", "un-e-", "micro-agressions ", "the ", "l'", "zq ", "é"]
    {
        let request = SearchRequest::new(pattern.repeat(8192 / pattern.len()), Language::French);
        let results = search(&request);
        assert!(results.hits.len() <= results.total, "{pattern}");
    }
}
