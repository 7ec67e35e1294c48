//! What can be wrong with a snapshot, in the words of both languages.

use super::format::{FORMAT_VERSION, OLDEST_READABLE, SectionName};
use crate::error::{Error, ErrorKind};
use crate::problem::Place;
use crate::text::Bilingual;

/// Why a snapshot, or a section of it, is refused. Offsets and lengths are in bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fault {
    NotASnapshot,
    Truncated { length: u64, expected: u64 },
    Damaged { part: Part, at: u64 },
    OtherContent,
    NewerFormat { format: u32, oldest_reader: u32 },
    OlderFormat { format: u32 },
    UnknownCapabilities { bits: u32 },
    OtherAnalysis { found: u32, expected: u32 },
    MissingSection(SectionName),
}

/// The part of a file that is damaged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    Header,
    Table,
    Section(SectionName),
    /// The zeros after a section.
    PaddingAfter(SectionName),
    /// Where the file should end.
    End,
}

impl Fault {
    #[cold]
    pub(super) fn into_error(self, place: Place) -> Error {
        Error::new(self.kind(), place, self.message(), self.remedy())
    }

    fn kind(self) -> ErrorKind {
        match self {
            Fault::NotASnapshot | Fault::Truncated { .. } | Fault::Damaged { .. } | Fault::OtherContent => {
                ErrorKind::InvalidSnapshot
            }
            Fault::NewerFormat { .. }
            | Fault::OlderFormat { .. }
            | Fault::UnknownCapabilities { .. }
            | Fault::OtherAnalysis { .. }
            | Fault::MissingSection(_) => ErrorKind::IncompatibleSnapshot,
        }
    }

    fn message(self) -> Bilingual {
        match self {
            Fault::NotASnapshot => Bilingual::new(
                "This is not a snapshot of ally-toolkit.",
                "Ceci n’est pas un instantané d’ally-toolkit.",
            ),
            Fault::Truncated { length, expected } => Bilingual::new(
                format!("The snapshot is cut short: {length} bytes of {expected}."),
                format!("L’instantané est tronqué\u{a0}: {length} octets sur {expected}."),
            ),
            Fault::Damaged { part, at } => {
                let part = part.words();
                Bilingual::new(
                    format!("The snapshot is damaged: {} (byte {at}).", part.en),
                    format!("L’instantané est endommagé\u{a0}: {} (octet {at}).", part.fr),
                )
            }
            Fault::OtherContent => Bilingual::new(
                "The snapshot is damaged: its sections are not those its content id stands for.",
                "L’instantané est endommagé\u{a0}: ses sections ne sont pas celles que désigne son identifiant de \
                 contenu.",
            ),
            Fault::NewerFormat { format, oldest_reader } => Bilingual::new(
                format!(
                    "The snapshot has format {format}, which readers of format {oldest_reader} or later can read; \
                     this library reads formats {OLDEST_READABLE} to {FORMAT_VERSION}."
                ),
                format!(
                    "L’instantané est au format {format}, que lisent les lecteurs du format {oldest_reader} ou \
                     d’un format ultérieur; cette bibliothèque lit les formats {OLDEST_READABLE} à {FORMAT_VERSION}."
                ),
            ),
            Fault::OlderFormat { format } => Bilingual::new(
                format!(
                    "The snapshot has format {format}, which this library no longer reads; it reads formats \
                     {OLDEST_READABLE} to {FORMAT_VERSION}."
                ),
                format!(
                    "L’instantané est au format {format}, que cette bibliothèque ne lit plus; elle lit les formats \
                     {OLDEST_READABLE} à {FORMAT_VERSION}."
                ),
            ),
            Fault::UnknownCapabilities { bits } => Bilingual::new(
                format!("The snapshot needs something that this library cannot do (capabilities {bits:#x})."),
                format!(
                    "L’instantané exige une capacité que cette bibliothèque n’a pas (capacités {bits:#x})."
                ),
            ),
            Fault::OtherAnalysis { found, expected } => Bilingual::new(
                format!(
                    "The snapshot was built with version {found} of the analysis of texts; this library has version \
                     {expected}."
                ),
                format!(
                    "L’instantané a été construit avec la version {found} de l’analyse des textes; cette \
                     bibliothèque a la version {expected}."
                ),
            ),
            Fault::MissingSection(name) => Bilingual::new(
                format!("The snapshot has no section `{name}`."),
                format!("L’instantané n’a pas de section «\u{a0}{name}\u{a0}»."),
            ),
        }
    }

    fn remedy(self) -> Bilingual {
        match self {
            Fault::NotASnapshot => Bilingual::new(
                "Give the file that a snapshot was written to; it must not be changed in transfer.",
                "Indiquez le fichier où un instantané a été écrit; le transfert ne doit pas l’avoir modifié.",
            ),
            Fault::NewerFormat { .. } | Fault::UnknownCapabilities { .. } => Bilingual::new(
                "Update ally-toolkit, or build the snapshot again with this version.",
                "Mettez ally-toolkit à jour ou reconstruisez l’instantané avec la présente version.",
            ),
            Fault::Truncated { .. } | Fault::Damaged { .. } | Fault::OtherContent => Bilingual::new(
                "Copy it again, or build it again.",
                "Copiez-le de nouveau ou reconstruisez-le.",
            ),
            Fault::OlderFormat { .. } | Fault::OtherAnalysis { .. } | Fault::MissingSection(_) => {
                Bilingual::new(
                    "Build the snapshot again with this version of ally-toolkit.",
                    "Reconstruisez l’instantané avec la présente version d’ally-toolkit.",
                )
            }
        }
    }
}

impl Part {
    fn words(self) -> Bilingual {
        match self {
            Part::Header => Bilingual::new(
                "the header is not as it was written",
                "l’en-tête n’est pas tel qu’il a été écrit",
            ),
            Part::Table => Bilingual::new(
                "the table of sections is not as it was written",
                "la table des sections n’est pas telle qu’elle a été écrite",
            ),
            Part::Section(name) => Bilingual::new(
                format!("the section `{name}` is not as it was written"),
                format!("la section «\u{a0}{name}\u{a0}» n’est pas telle qu’elle a été écrite"),
            ),
            Part::PaddingAfter(name) => Bilingual::new(
                format!("something stands after the section `{name}`"),
                format!("il y a quelque chose après la section «\u{a0}{name}\u{a0}»"),
            ),
            Part::End => {
                Bilingual::new("something stands after its end", "il y a quelque chose après sa fin")
            }
        }
    }
}
