use ally_toolkit::Catalogue;
use ally_toolkit::model::VocabularyName;
use ally_toolkit::reading::{ConceptView, LabelView, ResourceView};

use crate::output::{Output, dim};
use crate::page::print_term;
use crate::{Failure, Found};

/// Shows whatever has this id: a resource, else a concept, else a glossary term.
pub(crate) fn run(id: &str, catalogue: &Catalogue, output: &mut Output) -> Result<Found, Failure> {
    let reader = output.language;
    let concept = VocabularyName::ALL
        .into_iter()
        .find_map(|vocabulary| Some((vocabulary, catalogue.read_concept(vocabulary, id, reader).ok()?)));
    // The error of the first kind tried serves for all: nothing has this id.
    match (catalogue.read_resource(id, reader), concept, catalogue.read_term(id, reader)) {
        (Ok(resource), ..) if output.json => output.as_json(&resource)?,
        (Ok(resource), ..) => print_resource(&resource, output)?,
        (_, Some((_, concept)), _) if output.json => output.as_json(&concept)?,
        (_, Some((vocabulary, concept)), _) => print_concept(vocabulary, &concept, output)?,
        (_, _, Ok(term)) if output.json => output.as_json(&term)?,
        (_, _, Ok(term)) => print_term(&term, output)?,
        (Err(error), None, Err(_)) => return Err(error.into()),
    }
    Ok(true)
}

fn print_resource(resource: &ResourceView, output: &mut Output) -> Result<(), Failure> {
    output.heading(&resource.title.value)?;
    if let Some(subtitle) = &resource.subtitle {
        output.paragraph("", &subtitle.value)?;
        output.blank()?;
    }
    if let Some(description) = &resource.description {
        output.paragraph("", &description.value)?;
        output.blank()?;
    }
    let creators: Vec<&str> = resource.creators.iter().map(|creator| creator.name.as_str()).collect();
    let languages: Vec<&str> = resource.languages.iter().map(|language| language.name.as_str()).collect();
    let labels = |labels: &[LabelView]| {
        labels.iter().map(|label| label.label.value.clone()).collect::<Vec<_>>().join(" · ")
    };
    let one =
        |label: &Option<LabelView>| label.as_ref().map(|label| label.label.value.clone()).unwrap_or_default();
    let facts = [
        (output.say("Kind", "Type"), resource.kind.label.value.clone()),
        (output.say("By", "Par"), creators.join(", ")),
        (output.say("Publisher", "Édition"), resource.publisher.clone().unwrap_or_default()),
        (output.say("Date", "Date"), resource.date.map(|date| date.to_string()).unwrap_or_default()),
        (
            output.say("Language", "Langue"),
            resource.language_notice.clone().unwrap_or_else(|| languages.join(", ")),
        ),
        (output.say("Topics", "Sujets"), labels(&resource.topics)),
        (output.say("Cluster", "Volet"), one(&resource.cluster)),
        (output.say("Audience", "Public"), labels(&resource.audiences)),
        (output.say("Place", "Lieu"), one(&resource.place)),
        (
            output.say("Link", "Lien"),
            resource.links.iter().map(|link| link.url.clone()).collect::<Vec<_>>().join(" "),
        ),
        ("DOI", resource.doi.clone().unwrap_or_default()),
        (
            output.say("Note", "Note"),
            resource.note.as_ref().map(|note| note.value.clone()).unwrap_or_default(),
        ),
        (
            output.say("Source", "Source"),
            resource.sources.iter().map(|source| source.url.clone()).collect::<Vec<_>>().join(" "),
        ),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        output.paragraph(&format!("{name:<10} "), value)?;
    }
    Ok(())
}

fn print_concept(
    vocabulary: VocabularyName,
    concept: &ConceptView,
    output: &mut Output,
) -> Result<(), Failure> {
    output.heading(&concept.label.value)?;
    let kind = vocabulary.concept_label();
    output.paragraph("", &dim(output.read(&kind)))?;
    if let Some(definition) = &concept.definition {
        output.paragraph("", &definition.value)?;
    }
    let labels = |labels: &[LabelView]| {
        labels.iter().map(|label| label.label.value.clone()).collect::<Vec<_>>().join(" · ")
    };
    let facts = [
        (
            output.say("Also", "Aussi"),
            concept.alternative.as_ref().map(|text| text.value.join(" · ")).unwrap_or_default(),
        ),
        (output.say("Broader", "Générique"), labels(&concept.broader)),
        (output.say("Narrower", "Spécifique"), labels(&concept.narrower)),
        (output.say("Related", "Associé"), labels(&concept.related)),
        (output.say("Resources", "Ressources"), concept.resources.to_string()),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        output.paragraph(&format!("{name:<11}"), value)?;
    }
    Ok(())
}
