use super::*;

#[test]
fn everything_reads_in_both_languages() {
    let catalogue = bundled();
    for reader in Language::ALL {
        for toolkit in catalogue.toolkits() {
            assert_eq!(
                fallbacks(&json_of(&catalogue.read_toolkit(&toolkit.key, reader).unwrap())),
                [] as [&Value; 0]
            );
            for key in &toolkit.pages {
                let page = catalogue.read_page(&format!("{}/{key}", toolkit.key), reader).unwrap();
                json_of(&page);
                assert!(page.translated, "{} {reader}", page.address);
                assert_eq!((page.other_language.available, &page.other_language.notice), (true, &None));
            }
        }
        for resource in catalogue.resources() {
            let resource = resource.unwrap();
            let view = catalogue.read_resource(&resource.id, reader).unwrap();
            json_of(&view);
            assert_eq!(view.description.map(|text| text.fallback), Some(false), "{}", resource.id);
        }
        for name in VocabularyName::ALL {
            for concept in &catalogue.vocabulary(name).concepts {
                let view = catalogue.read_concept(name, &concept.id, reader).unwrap();
                assert_eq!(fallbacks(&json_of(&view)), [] as [&Value; 0], "{name:?} {}", concept.id);
            }
        }
        for term in catalogue.terms() {
            let view = catalogue.read_term(&term.id, reader).unwrap();
            json_of(&view);
            assert!(!view.term.fallback && view.counterpart.is_some(), "{}", term.id);
        }
    }
}

#[test]
fn an_english_work_says_so_to_a_francophone() {
    let view = bundled().read_resource("toward-a-conceptualization-of-mentoring", Language::French).unwrap();
    let json = json_of(&view);
    assert_eq!(
        json["title"],
        json!({
            "value": "Toward a Conceptualization of Mentoring",
            "language": "en", "fallback": true, "state": "original"
        })
    );
    assert_eq!(json["description"]["language"], "fr");
    assert_eq!(view.language_notice.as_deref(), Some("En anglais seulement"));
    assert_eq!(json["languages"], json!([{ "tag": "en", "name": "anglais" }]));
    assert_eq!(view.doi.as_deref(), Some("https://doi.org/10.1177/002248718803900109"));
    assert_eq!((json["date"].as_str(), view.year), (Some("1988"), Some(1988)));
    assert_eq!(json["topics"][0]["label"]["value"], "mentorat");
}

#[test]
fn a_bilingual_work_leads_to_the_readers_side_first() {
    let view = bundled().read_resource("gender-and-sexual-diversity-glossary", Language::French).unwrap();
    assert_eq!(view.title.value, "Lexique sur la diversité sexuelle et de genre");
    assert_eq!(view.language_notice.as_deref(), Some("Également offert en anglais"));
    assert_eq!(view.publisher.as_deref(), Some("Gouvernement du Canada"));
    let urls: Vec<&str> = view.links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(
        urls,
        [
            "https://tplus-pp.btb.gc.ca/publications/diversite-diversity-fra.html",
            "https://tplus-pp.btb.gc.ca/publications/diversite-diversity-eng.html"
        ]
    );
}

#[test]
fn a_term_comes_with_its_counterpart() {
    let view = bundled().read_term("mentee", Language::French).unwrap();
    assert_eq!(view.counterpart.unwrap().value, "mentee");
    assert_eq!(view.variants.unwrap().value, ["mentoré", "mentorée"]);
    assert_eq!(view.pages[0].address, "men-as-allies/mentorship");
    // There are no English variants, and French ones would not be variants of the English term.
    assert_eq!(bundled().read_term("mentee", Language::English).unwrap().variants, None);
}

#[test]
fn a_concept_counts_the_resources_below_it() {
    let catalogue = bundled();
    let view =
        catalogue.read_concept(VocabularyName::Topics, "leadership-and-careers", Language::French).unwrap();
    let narrower: Vec<&str> = view.narrower.iter().map(|concept| concept.id.as_str()).collect();
    assert!(narrower.contains(&"mentorship"), "{narrower:?}");
    let below = catalogue.vocabulary(VocabularyName::Topics).with_narrower("leadership-and-careers");
    let count = catalogue
        .resources()
        .iter()
        .map(Result::unwrap)
        .filter(|resource| resource.topics.iter().any(|topic| below.contains(&topic.as_str())))
        .count();
    assert_eq!(view.resources, count);
}

#[test]
fn what_is_not_there_is_not_found() {
    let catalogue = bundled();
    for error in [
        catalogue.read_toolkit("none", Language::English).err(),
        catalogue.read_page("men-as-allies", Language::English).err(),
        catalogue.read_resource("none", Language::English).err(),
        catalogue.read_concept(VocabularyName::Topics, "none", Language::English).err(),
        catalogue.read_term("none", Language::English).err(),
    ] {
        assert_eq!(error.unwrap().kind(), crate::ErrorKind::NotFound);
    }
}

#[test]
fn what_became_of_a_work_is_said() {
    let read = |id: &str| fixture().read_resource(id, Language::French).unwrap();
    let gone = json_of(&read("gone"));
    assert_eq!(gone["status"], json!({ "id": "withdrawn", "label": french("retirée") }));
    assert_eq!(gone["reason"], french("Périmé."));
    assert_eq!(
        json_of(&read("eclat"))["links"],
        json!([
            { "url": "https://example.ca/new", "language": { "tag": "en", "name": "anglais" } },
            {
                "url": "https://example.ca/old",
                "language": { "tag": "en", "name": "anglais" },
                "archived": "https://example.ca/copy",
                "broken": true
            }
        ])
    );
    let zeal = read("zeal");
    assert_eq!(
        (zeal.status.id.as_str(), zeal.doi.as_deref()),
        ("archived", Some("https://doi.org/10.1000/182"))
    );
}
