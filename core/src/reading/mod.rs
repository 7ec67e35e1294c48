//! A catalogue read for one reader: toolkits, pages with their blocks, resources, concepts and terms, ready to render.
//!
//! A host needs no fallback rule of its own: every text is a [`Text`](crate::Text), which says the language it is in;
//! references between records are followed; queries have been run; the library's own words are in the reader's
//! language. Names (of people, organizations, publications) are bare strings: WCAG 3.1.2 exempts them.

mod block;
mod card;
mod citation;
mod concept;
mod creator;
mod date;
mod label;
mod language;
mod page;
mod query;
mod reader;
mod reference;
mod resource;
mod rich_text;
mod term;
mod toolkit;

pub use block::{
    BlockContent, BlockView, CapabilityView, ImageCreditView, QuotationSourceView, RangeView, TermRowView,
    TopicItemView,
};
pub use card::CardView;
pub use concept::ConceptView;
pub use creator::{CreatorView, RoleView};
pub use label::LabelView;
pub use language::LanguageView;
pub use page::{LanguageToggleView, PageLinkView, PageView};
pub use reference::ReferenceView;
pub use resource::{LinkView, ResourceView};
pub use rich_text::{InlineView, LinkTargetView, ParagraphView, RichTextView};
pub use term::{DefinitionView, TermView};
pub use toolkit::{ContactView, CreditView, NavigationView, ToolkitLinkView, ToolkitView};

#[cfg(test)]
mod tests;

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::model::{Resource, VocabularyName};
use crate::text::Language;
use reader::Reader;

impl Catalogue {
    /// The toolkit with this key, for a reader of `reader`.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, Language};
    /// let toolkit = Catalogue::bundled()?.read_toolkit("men-as-allies", Language::French)?;
    /// assert_eq!(toolkit.title.value, "Trousse d’outils pour les hommes alliés");
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound).
    pub fn read_toolkit(&self, key: &str, reader: Language) -> Result<ToolkitView, Error> {
        toolkit::read(&Reader::new(self, reader), self.toolkit(key)?)
    }

    /// The page at `address`, written `TOOLKIT/PAGE`, for a reader of `reader`. An `#ANCHOR` after it is passed over,
    /// so that any address found in a view can be followed as it stands.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound).
    pub fn read_page(&self, address: &str, reader: Language) -> Result<PageView, Error> {
        page::read(&Reader::new(self, reader), address)
    }

    /// The resource with this id, for a reader of `reader`.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound).
    pub fn read_resource(&self, id: &str, reader: Language) -> Result<ResourceView, Error> {
        Ok(resource::read(&Reader::new(self, reader), self.resource(id)?))
    }

    /// What a list shows of `resource`, for a reader of `reader`.
    pub(crate) fn read_card(&self, resource: &Resource, reader: Language) -> CardView {
        card::read(&Reader::new(self, reader), resource)
    }

    /// The concept with this id in a vocabulary, for a reader of `reader`.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound).
    pub fn read_concept(
        &self,
        vocabulary: VocabularyName,
        id: &str,
        reader: Language,
    ) -> Result<ConceptView, Error> {
        concept::read(&Reader::new(self, reader), vocabulary, self.concept(vocabulary, id)?)
    }

    /// The glossary term with this id, for a reader of `reader`.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound).
    pub fn read_term(&self, id: &str, reader: Language) -> Result<TermView, Error> {
        Ok(term::read(&Reader::new(self, reader), self.term(id)?))
    }
}
