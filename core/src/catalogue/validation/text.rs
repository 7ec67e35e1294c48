use super::{Checks, ProblemCode, RecordChecks};
use crate::model::{Creator, Inline, LinkTarget, PageTarget, RichText};
use crate::problem::Place;
use crate::text::{Bilingual, Fingerprint, Language, Localized, Name, TranslationState};

pub(super) fn check_about(checks: &mut Checks<'_>) {
    let about = checks.catalogue.about();
    let place = Place { file: Some("catalogue.json".into()), ..Place::default() };
    let mut record = RecordChecks { catalogue: checks.catalogue, place, problems: &mut checks.problems };
    record.title_in_both("title", &about.title);
    record.optional("description", &about.description);
}

impl RecordChecks<'_, '_> {
    /// A text on its own: not blank, no control characters.
    pub(super) fn plain(&mut self, field: &str, language: Option<Language>, text: &str) {
        if text.trim().is_empty() {
            self.report_in(ProblemCode::EmptyText, field, language, "");
        }
        // Rich text has line breaks; nothing else of the kind belongs in a text.
        if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n') {
            let name = format!("U+{:04X}", u32::from(control));
            self.report_in(ProblemCode::ControlCharacter, field, language, &name);
        }
    }

    /// Every side of a text, and what its state says about it.
    pub(super) fn sides<T: AsRef<str>>(&mut self, field: &str, text: &Localized<T>) {
        for language in Language::ALL {
            let Some(side) = text.translation(language) else { continue };
            self.plain(field, Some(language), side.value.as_ref());
            if side.state == TranslationState::Machine {
                self.report_in(ProblemCode::MachineTranslation, field, Some(language), "");
            }
            if text.is_stale(language) {
                let source = match text.get(language.other()) {
                    Some(source) => {
                        let source = Fingerprint::of(source.as_ref());
                        Bilingual::new(format!("`{source}`"), format!("«\u{a0}{source}\u{a0}»"))
                    }
                    None => Bilingual::new(
                        "the fingerprint of the text it is of",
                        "l’empreinte du texte dont elle est la traduction",
                    ),
                };
                self.report_about(ProblemCode::StaleTranslation, field, Some(language), &source);
            }
        }
    }

    /// A text that a record cannot do without, in at least one language.
    pub(super) fn title<T: AsRef<str>>(&mut self, field: &str, text: &Localized<T>) {
        if text.is_empty() {
            self.report(ProblemCode::MissingTitle, field, "");
        }
        self.sides(field, text);
    }

    /// A title of the catalogue's own, ideally in both languages.
    pub(super) fn title_in_both<T: AsRef<str>>(&mut self, field: &str, text: &Localized<T>) {
        self.title(field, text);
        if !text.is_empty() {
            self.both(field, text);
        }
    }

    /// A text of the catalogue's own: missing in one language is worth a warning.
    pub(super) fn both<T>(&mut self, field: &str, text: &Localized<T>) {
        for language in Language::ALL {
            if text.translation(language).is_none() {
                self.report_in(ProblemCode::MissingTranslation, field, Some(language), "");
            }
        }
    }

    /// A text that may be absent, but not half absent.
    pub(super) fn optional<T: AsRef<str>>(&mut self, field: &str, text: &Localized<T>) {
        if !text.is_empty() {
            self.sides(field, text);
            self.both(field, text);
        }
    }

    /// A text the record must have, ideally in both languages.
    pub(super) fn required<T: AsRef<str>>(&mut self, field: &str, text: &Localized<T>) {
        if text.is_empty() {
            self.report(ProblemCode::EmptyText, field, "");
        } else {
            self.optional(field, text);
        }
    }

    pub(super) fn labels(&mut self, field: &str, labels: &Localized<Vec<String>>) {
        for language in Language::ALL {
            for label in labels.get(language).into_iter().flatten() {
                self.plain(field, Some(language), label);
            }
        }
    }

    pub(super) fn name(&mut self, field: &str, name: &Name) {
        match name {
            Name::Same(name) => self.plain(field, None, name),
            Name::ByLanguage(name) => self.required(field, name),
        }
    }

    pub(super) fn creators(&mut self, field: &str, creators: &[Creator]) {
        for (at, creator) in creators.iter().enumerate() {
            self.name(&format!("{field}[{at}].name"), &creator.name);
            for (role_at, role) in creator.roles.iter().enumerate() {
                self.optional(&format!("{field}[{at}].roles[{role_at}].title"), &role.title);
                if let Some(organization) = &role.organization {
                    self.name(&format!("{field}[{at}].roles[{role_at}].organization"), organization);
                }
            }
        }
    }

    /// A rich text: readable, and its links lead somewhere.
    pub(super) fn rich(&mut self, field: &str, text: &Localized<RichText>) {
        self.optional(field, text);
        for language in Language::ALL {
            let Some(text) = text.get(language) else { continue };
            match text.parse() {
                Err(error) => {
                    self.report_about(ProblemCode::InvalidRichText, field, Some(language), &error.0);
                }
                Ok(paragraphs) => {
                    for paragraph in &paragraphs {
                        self.links(field, &paragraph.content);
                    }
                }
            }
        }
    }

    fn links(&mut self, field: &str, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(_) => {}
                Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Abbreviation { content, .. }
                | Inline::Foreign { content, .. } => self.links(field, content),
                Inline::Link { target, content } => {
                    match target {
                        LinkTarget::Web(_) => {}
                        LinkTarget::Page(target) => self.page(field, target),
                        LinkTarget::Resource(id) => self.resources(field, [id]),
                        LinkTarget::Term(id) => self.term(field, id),
                    }
                    self.links(field, content);
                }
            }
        }
    }

    pub(super) fn term(&mut self, field: &str, id: &str) {
        if self.catalogue.term(id).is_err() {
            self.report(ProblemCode::UnknownTerm, field, id);
        }
    }

    pub(super) fn page(&mut self, field: &str, target: &PageTarget) {
        let page = self.catalogue.find_page(&target.toolkit, &target.page);
        let found = page.is_some_and(|page| match &target.anchor {
            None => true,
            Some(anchor) => page.blocks.iter().any(|block| block.anchor() == Some(anchor)),
        });
        if !found {
            self.report(ProblemCode::UnknownPage, field, &target.to_string());
        }
    }
}
