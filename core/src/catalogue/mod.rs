//! A catalogue: opened from a folder, a file or the bundled data, validated, looked up.

mod change;
mod changed;
mod files;
mod load;
mod lookup;
mod open;
mod origins;
mod resources;
mod sections;
mod single_file;
mod stored;
#[cfg(test)]
mod tests;
pub mod validation;

pub use change::Change;
pub(crate) use load::Loaded;
pub use lookup::{About, Catalogue, Page as CataloguePage};
pub(crate) use origins::Origins;
pub use resources::{ResourceIter, Resources};
pub use single_file::CatalogueFile;
pub use validation::Report;
