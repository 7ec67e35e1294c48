use ally_toolkit::Catalogue;
use ally_toolkit::reading::{BlockContent, BlockView, CreatorView, NavigationView, ResourceView, TermView};

use crate::output::{Output, bold, dim};
use crate::{Failure, Found};

/// Every toolkit with its pages.
pub(crate) fn list(catalogue: &Catalogue, output: &mut Output) -> Result<Found, Failure> {
    let toolkits: Result<Vec<_>, _> = catalogue
        .toolkits()
        .iter()
        .map(|toolkit| catalogue.read_toolkit(&toolkit.key, output.language))
        .collect();
    let toolkits = toolkits?;
    if output.json {
        output.as_json(&toolkits)?;
        return Ok(!toolkits.is_empty());
    }
    for toolkit in &toolkits {
        output.heading(&toolkit.title.value)?;
        for page in &toolkit.pages {
            output.paragraph("  ", &format!("{}  {}", page.title.value, dim(&page.address)))?;
        }
        output.blank()?;
    }
    Ok(!toolkits.is_empty())
}

pub(crate) fn run(address: &str, catalogue: &Catalogue, output: &mut Output) -> Result<Found, Failure> {
    let page = catalogue.read_page(address, output.language)?;
    if output.json {
        output.as_json(&page)?;
        return Ok(true);
    }
    output.paragraph("", &dim(&page.toolkit.title.value))?;
    output.heading(&page.title.value)?;
    if let Some(subtitle) = &page.subtitle {
        output.heading(&subtitle.value)?;
    }
    if let Some(notice) = &page.other_language.notice {
        output.paragraph("", &dim(notice))?;
        output.blank()?;
    }
    for block in &page.blocks {
        print(block, output)?;
    }
    for (arrow, link) in [("← ", &page.previous), ("→ ", &page.next)] {
        if let Some(link) = link {
            output.paragraph(arrow, &format!("{}  {}", link.title.value, dim(&link.address)))?;
        }
    }
    Ok(true)
}

fn print(block: &BlockView, output: &mut Output) -> Result<(), Failure> {
    if let Some(heading) = &block.heading {
        output.heading(&heading.value)?;
    }
    match &block.content {
        BlockContent::Text { body } => body.iter().try_for_each(|body| output.rich("", body))?,
        BlockContent::Quotation { text, speaker, source, .. } => {
            output.paragraph("  │ ", &text.value)?;
            speaker.iter().try_for_each(|speaker| output.paragraph("  │ — ", &with_roles(speaker)))?;
            if let Some(source) = source {
                let ranges: Vec<&str> = source.ranges.iter().map(|range| range.label.as_str()).collect();
                let at = if ranges.is_empty() { String::new() } else { format!("{} ", ranges.join(", ")) };
                output.paragraph("  │ ", &dim(&format!("{at}<{}>", source.url)))?;
            }
            output.blank()?;
        }
        BlockContent::Image { alt, long_description, .. } => {
            output.paragraph("", &dim(&format!("[{}]", alt.value)))?;
            long_description.iter().try_for_each(|text| output.rich("    ", text))?;
        }
        BlockContent::Checklist { lead_in, ordered, items, .. } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            for (number, item) in (1..).zip(items) {
                let first = if *ordered { format!("{number:>3}. ") } else { "  ☐ ".to_owned() };
                let words: Vec<String> =
                    item.value.iter().map(|part| crate::output::inlines(&part.content)).collect();
                output.paragraph(&first, &words.join(" "))?;
            }
            output.blank()?;
        }
        BlockContent::TopicList { lead_in, items } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            items.iter().try_for_each(|item| {
                output.paragraph("  • ", &format!("{}  {}", item.label.value, dim(&item.address)))
            })?;
            output.blank()?;
        }
        BlockContent::ResourceList { lead_in, resources } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            print_resources(resources, output)?;
        }
        BlockContent::FeaturedResource { resource, note } => {
            print_resources(std::slice::from_ref(&**resource), output)?;
            note.iter().try_for_each(|note| output.rich("", note))?;
        }
        BlockContent::TermTable { lead_in, rows, .. } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            for row in rows {
                let avoid =
                    row.avoid.as_ref().map(|avoid| format!("  ✗ {}", avoid.value)).unwrap_or_default();
                output.paragraph("  ✓ ", &format!("{}{avoid}", bold(&row.preferred.value)))?;
                row.note.iter().try_for_each(|note| output.paragraph("    ", &dim(&note.value)))?;
            }
            output.blank()?;
        }
        BlockContent::Glossary { terms } => {
            terms.iter().try_for_each(|term| print_term(term, output))?;
        }
        BlockContent::References { items } => {
            items.iter().try_for_each(|item| output.paragraph("  • ", &item.citation))?;
            output.blank()?;
        }
        BlockContent::Navigation { items } => {
            print_navigation(items, "  ", output)?;
            output.blank()?;
        }
        BlockContent::ToolkitLink { lead_in, toolkit } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            let address = toolkit.address.as_deref().unwrap_or_default();
            output.paragraph("→ ", &format!("{}  {}", toolkit.title.value, dim(address)))?;
            output.blank()?;
        }
        BlockContent::Contact { lead_in, contacts } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            contacts.iter().try_for_each(|contact| {
                let text = format!("{} {} <{}>", bold(&contact.purpose.value), contact.name, contact.url);
                output.paragraph("  • ", &text)
            })?;
            output.blank()?;
        }
        BlockContent::LandAcknowledgement { text, resources } => {
            text.iter().try_for_each(|text| output.rich("", text))?;
            print_resources(resources, output)?;
        }
        BlockContent::Credits { credits, disclaimer } => {
            credits.iter().try_for_each(|credit| {
                output.paragraph("  • ", &format!("{} {}", bold(&credit.role.value), credit.name))
            })?;
            output.blank()?;
            disclaimer.iter().try_for_each(|text| output.paragraph("", &dim(&text.value)))?;
            output.blank()?;
        }
        BlockContent::Domain { lead_in, capabilities, essay, byline, resources } => {
            lead_in.iter().try_for_each(|text| output.paragraph("", &text.value))?;
            for capability in capabilities {
                output.paragraph("  • ", &bold(&capability.title.value))?;
                capability.points.iter().try_for_each(|point| output.paragraph("    - ", &point.value))?;
            }
            output.blank()?;
            essay.iter().try_for_each(|essay| output.rich("", essay))?;
            byline.iter().try_for_each(|byline| output.paragraph("— ", &with_roles(byline)))?;
            print_resources(resources, output)?;
        }
        BlockContent::LanguageToggle { toggle } => {
            if toggle.available {
                let title = toggle.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
                output.paragraph(
                    "⇄ ",
                    &format!("{}: {title}  {}", toggle.name, dim(&format!("--lang {}", toggle.language))),
                )?;
                output.blank()?;
            }
        }
        BlockContent::Citation { citation, last_reviewed, feedback } => {
            output.paragraph("", &dim(citation))?;
            last_reviewed.iter().try_for_each(|text| output.paragraph("", &dim(&text.value)))?;
            output.blank()?;
            feedback.iter().try_for_each(|text| output.rich("", text))?;
        }
    }
    Ok(())
}

fn print_navigation(items: &[NavigationView], indent: &str, output: &mut Output) -> Result<(), Failure> {
    for item in items {
        output.paragraph(&format!("{indent}• "), &format!("{}  {}", item.label.value, dim(&item.address)))?;
        print_navigation(&item.children, &format!("{indent}  "), output)?;
    }
    Ok(())
}

fn print_resources(resources: &[ResourceView], output: &mut Output) -> Result<(), Failure> {
    for resource in resources {
        let mut facts = vec![resource.kind.label.value.clone()];
        facts.extend(resource.year.map(|year| year.to_string()));
        facts.extend(resource.language_notice.clone());
        facts.push(resource.id.clone());
        output.paragraph("  • ", &bold(&resource.title.value))?;
        output.paragraph("    ", &dim(&facts.join(" · ")))?;
    }
    output.blank()?;
    Ok(())
}

/// A glossary entry, as pages and `show` print it.
pub(crate) fn print_term(term: &TermView, output: &mut Output) -> Result<(), Failure> {
    let counterpart = term
        .counterpart
        .as_ref()
        .map(|text| format!(" ({}: {})", text.language, text.value))
        .unwrap_or_default();
    output.paragraph("", &format!("{}{}", bold(&term.term.value), dim(&counterpart)))?;
    for definition in &term.definitions {
        output.paragraph("  ", &definition.text.value)?;
    }
    if let Some(note) = &term.note {
        output.paragraph("  ", &dim(&note.value))?;
    }
    output.blank()?;
    Ok(())
}

fn with_roles(creator: &CreatorView) -> String {
    let roles: Vec<String> = creator
        .roles
        .iter()
        .map(|role| {
            let title = role.title.as_ref().map(|title| title.value.clone());
            let place: Vec<String> = title.into_iter().chain(role.organization.clone()).collect();
            let date = role.as_of.map(|date| format!(" ({date})")).unwrap_or_default();
            format!("{}{date}", place.join(", "))
        })
        .collect();
    if roles.is_empty() { creator.name.clone() } else { format!("{}, {}", creator.name, roles.join("; ")) }
}
