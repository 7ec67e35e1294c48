use super::{Checks, ProblemCode, RecordChecks};
use crate::model::{NavigationItem, PageTarget, Toolkit};

pub(super) fn check(checks: &mut Checks<'_>, toolkit: &Toolkit) {
    let mut record = checks.record("toolkit", &toolkit.key);
    record.id("key", &toolkit.key);
    record.title_in_both("title", &toolkit.title);
    record.optional("label", &toolkit.label);
    record.optional("description", &toolkit.description);
    record.optional("disclaimer", &toolkit.disclaimer);
    record.optional("land_acknowledgement", &toolkit.land_acknowledgement);
    for key in &toolkit.pages {
        let target = PageTarget { toolkit: toolkit.key.clone(), page: key.clone(), anchor: None };
        record.page("pages", &target);
    }
    navigation(&mut record, toolkit, "navigation", &toolkit.navigation);
    if let Some(next) = toolkit.next.as_deref().filter(|next| record.catalogue.toolkit(next).is_err()) {
        record.report(ProblemCode::UnknownToolkit, "next", next);
    }
    for (at, contact) in toolkit.contacts.iter().enumerate() {
        record.required(&format!("contacts[{at}].purpose"), &contact.purpose);
        record.name(&format!("contacts[{at}].name"), &contact.name);
        record.address(&format!("contacts[{at}].url"), &contact.url);
    }
    for (at, credit) in toolkit.credits.iter().enumerate() {
        record.required(&format!("credits[{at}].role"), &credit.role);
        record.name(&format!("credits[{at}].name"), &credit.name);
        if let Some(url) = &credit.url {
            record.address(&format!("credits[{at}].url"), url);
        }
    }
}

fn navigation(record: &mut RecordChecks<'_, '_>, toolkit: &Toolkit, field: &str, items: &[NavigationItem]) {
    for (at, item) in items.iter().enumerate() {
        let field = format!("{field}[{at}]");
        record.required(&format!("{field}.label"), &item.label);
        let target =
            PageTarget { toolkit: toolkit.key.clone(), page: item.page.clone(), anchor: item.anchor.clone() };
        record.page(&field, &target);
        navigation(record, toolkit, &format!("{field}.children"), &item.children);
    }
}
