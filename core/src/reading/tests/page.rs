use super::*;

#[test]
fn the_home_page_is_french_but_for_the_titles_of_english_works() {
    let catalogue = bundled();
    let page = catalogue.read_page("men-as-allies/home#cite", Language::French).unwrap();
    let BlockContent::ResourceList { resources, .. } = block(&page, "where-to-start") else {
        panic!("no list")
    };
    let works = resources.iter().map(|view| catalogue.resource(&view.id).unwrap());
    let english: Vec<&str> = works
        .flat_map(|work| [&work.subtitle, &work.title])
        .filter_map(|text| text.read(Language::French).filter(|text| text.fallback))
        .map(|text| text.value.as_str())
        .collect();
    assert!(!english.is_empty());
    assert_eq!(fallbacks(&json_of(&page)), english);
    assert_eq!((page.address.as_str(), page.translated), ("men-as-allies/home", true));
    assert_eq!(page.previous, None);
    assert_eq!(page.next.as_ref().map(|next| next.address.as_str()), Some("men-as-allies/why"));
    let toggle = LanguageToggleView {
        language: Language::English,
        name: "English".into(),
        available: true,
        title: catalogue.page("men-as-allies/home").unwrap().title.text(Language::English),
        notice: None,
    };
    assert_eq!(page.other_language, toggle);
    assert_eq!(page.blocks[0].content, BlockContent::LanguageToggle { toggle });
}

#[test]
fn a_quotation_comes_with_speaker_roles_and_passage() {
    let page = bundled().read_page("men-as-allies/home", Language::French).unwrap();
    let BlockContent::Quotation { source: Some(source), .. } = block(&page, "quotation") else {
        panic!("no source")
    };
    assert_eq!(source.ranges, [RangeView { start: 1675, end: 1830, label: "27:55-30:30".into() }]);
    let page = fixture().read_page("t/whole", Language::French).unwrap();
    assert_eq!(
        json_of(&page)["blocks"][0],
        json!({
            "type": "quotation",
            "level": 2,
            "anchor": "said",
            "heading": french("Des mots"),
            "text": { "value": "Bonjour", "language": "fr", "fallback": false, "state": "machine" },
            "speaker": {
                "name": "Ada",
                "kind": "person",
                "roles": [{ "title": french("Directrice"), "organization": "ONU Femmes", "as_of": "2018-05" }]
            },
            "source": {
                "url": "https://example.ca/",
                "language": { "tag": "en", "name": "anglais" },
                "ranges": [{ "start": 74, "end": 93, "label": "1:14-1:33" }]
            }
        })
    );
}

#[test]
fn a_page_says_how_to_cite_it_and_where_to_write() {
    let page = fixture().read_page("t/whole", Language::French).unwrap();
    let target = json!({
        "type": "page", "key": "half", "address": "t/half#end", "title": french("À moitié")
    });
    assert_eq!(
        json_of(&page)["blocks"][1],
        json!({
            "type": "citation",
            "level": 2,
            "citation": "Maison (2026, 1er août). Entière? Trousse.",
            "last_reviewed": french("Dernière révision\u{a0}: 1er août 2026"),
            "feedback": french(vec![json!({ "content": [
                { "type": "text", "text": "Voir " },
                { "type": "link", "target": target, "content": [{ "type": "text", "text": "là" }] }
            ] })])
        })
    );
    let english = fixture().read_page("t/whole", Language::English).unwrap();
    let BlockContent::Citation { citation, last_reviewed, .. } = &english.blocks[1].content else {
        panic!("not a citation")
    };
    assert_eq!(citation, "Maison (2026, August 1). Whole. Toolkit.");
    assert_eq!(last_reviewed.as_ref().unwrap().value, "Last reviewed: August 1, 2026");
}

#[test]
fn references_take_their_fields_from_the_resource() {
    let page = bundled().read_page("men-as-allies/resources", Language::French).unwrap();
    let BlockContent::References { items } = block(&page, "references") else { panic!("not references") };
    let citation = |id: &str| items.iter().find(|item| item.id == id).unwrap().citation.as_str();
    assert_eq!(
        citation("anderson-shannon-1988"),
        "E. M. Anderson et A. L. Shannon (1988). Toward a Conceptualization of Mentoring. \
         Journal of Teacher Education."
    );
    assert_eq!(
        citation("bourgeault-gap-analysis"),
        "Ivy Lynn Bourgeault, Yvonne James, Karen Lawford et Jamie Lundine (s.\u{a0}d.). Empowering women leaders \
         in health: a gap analysis of the state of knowledge. Canadian Journal of Physician Leadership."
    );
    let anderson = items.iter().find(|item| item.id == "anderson-1987").unwrap();
    assert_eq!(anderson.cited_in.as_deref(), Some("anderson-shannon-1988"));
}

#[test]
fn a_query_finds_what_a_naive_filter_finds() {
    let catalogue = bundled();
    let topics = catalogue.vocabulary(VocabularyName::Topics);
    let mut queries = 0;
    for page in catalogue.pages() {
        let address = format!("{}/{}", page.toolkit, page.page.key);
        let view = catalogue.read_page(&address, Language::French).unwrap();
        for (block, view) in page.page.blocks.iter().zip(&view.blocks) {
            let (Block::ResourceList(list), BlockContent::ResourceList { resources, .. }) =
                (block, &view.content)
            else {
                continue;
            };
            let Some(query) = &list.query else {
                assert!(resources.iter().map(|resource| &resource.id).eq(&list.resources));
                continue;
            };
            queries += 1;
            let under = |topic: &String| {
                query.topic.iter().any(|id| topics.with_narrower(id).contains(&topic.as_str()))
            };
            let naive = |resource: &&Resource| {
                (query.cluster.is_empty() || query.cluster.contains(resource.cluster.as_ref().unwrap()))
                    && (query.topic.is_empty() || resource.topics.iter().any(under))
                    && (query.kind.is_empty() || query.kind.contains(&resource.kind))
                    && (query.language.is_empty()
                        || query
                            .language
                            .iter()
                            .any(|l| resource.languages.iter().any(|tag| tag.as_str() == l)))
            };
            let all = catalogue.resources().iter().map(Result::unwrap);
            let mut naive: Vec<&str> = all.filter(naive).map(|resource| resource.id.as_str()).collect();
            let mut found: Vec<&str> = resources.iter().map(|resource| resource.id.as_str()).collect();
            naive.sort_unstable();
            found.sort_unstable();
            assert!(!found.is_empty(), "{address}");
            assert_eq!(found, naive, "{address}");
        }
    }
    assert!(queries >= 5, "{queries}");
}

#[test]
fn the_glossary_follows_the_readers_alphabet() {
    for reader in Language::ALL {
        let page = bundled().read_page("men-as-allies/resources", reader).unwrap();
        let BlockContent::Glossary { terms } = block(&page, "glossary") else { panic!("not a glossary") };
        let initials: Vec<char> =
            terms.iter().filter_map(|term| term.term.value.to_lowercase().chars().next()).collect();
        let unaccented = |c: &char| if *c == 'é' { 'e' } else { *c };
        assert!(initials.iter().map(unaccented).is_sorted(), "{initials:?}");
    }
}

#[test]
fn a_half_translated_page_says_so() {
    let catalogue = fixture();
    let read = |address: &str, reader| {
        let page = catalogue.read_page(address, reader).unwrap();
        let notice = page.other_language.notice.unwrap_or_default();
        (page.translated, page.other_language.available, notice, page.blocks)
    };
    let (translated, available, notice, blocks) = read("t/half", Language::French);
    assert_eq!((translated, available), (false, true));
    assert_eq!(
        notice,
        "Certaines parties de cette page ne sont pas offertes en français. Elles sont affichées en anglais."
    );
    let BlockContent::LanguageToggle { toggle } = &blocks[0].content else { panic!("not a toggle") };
    assert_eq!(toggle.notice, Some(notice));
    let (translated, available, notice, _) = read("t/half", Language::English);
    assert_eq!((translated, available, notice.as_str()), (true, true, ""));
    let (translated, available, notice, _) = read("t/english", Language::French);
    assert_eq!((translated, available), (false, true));
    assert_eq!(notice, "Cette page n’est pas offerte en français. Elle est affichée en anglais.");
    let (translated, available, notice, _) = read("t/english", Language::English);
    assert_eq!((translated, available), (true, false));
    assert_eq!(notice, "This page is not available in French.");
}

#[test]
fn a_query_leaves_out_what_is_withdrawn_and_sorts_by_title() {
    let page = fixture().read_page("t/whole", Language::French).unwrap();
    let BlockContent::ResourceList { resources, .. } = &page.blocks[2].content else { panic!("not a list") };
    let ids: Vec<&str> = resources.iter().map(|resource| resource.id.as_str()).collect();
    assert_eq!(ids, ["eclat", "zeal"]);
    assert!(page.translated);
}

#[cfg(feature = "schema")]
#[test]
fn pages_are_what_their_schema_says() {
    let catalogue = bundled();
    let schema = serde_json::to_value(schemars::schema_for!(PageView)).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for page in catalogue.pages() {
        let address = format!("{}/{}", page.toolkit, page.page.key);
        let view = json_of(&catalogue.read_page(&address, Language::French).unwrap());
        assert_eq!(schema.validate(&view).map_err(|error| error.to_string()), Ok(()), "{address}");
    }
}
