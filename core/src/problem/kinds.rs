use std::fmt;

use serde::{Deserialize, Serialize};

use super::Place;
use crate::text::{Bilingual, Language};

/// Whether a problem stops the catalogue from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// The catalogue does not open until this is mended.
    Error,
    /// The catalogue opens; somebody should look at this.
    Warning,
}

/// Something wrong in a catalogue: what, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// Stable name of the kind of problem.
    pub code: ProblemCode,
    /// Whether it stops the catalogue from being used.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: Bilingual,
    /// What to do about it.
    pub remedy: Bilingual,
}

impl Problem {
    /// A problem of kind `code` at `place`; `subject` is the word or value the message speaks of.
    pub fn new(code: ProblemCode, place: Place, subject: &str) -> Self {
        Problem::about(code, place, &Bilingual::new(subject, subject))
    }

    /// Like [`new`](Problem::new), for a subject with words of its own in each language.
    pub fn about(code: ProblemCode, place: Place, subject: &Bilingual) -> Self {
        let fill =
            |en: &str, fr: &str| Bilingual::new(en.replace("{}", &subject.en), fr.replace("{}", &subject.fr));
        let (en, fr, remedy_en, remedy_fr) = code.texts();
        Problem {
            code,
            severity: code.severity(),
            place,
            message: fill(en, fr),
            remedy: fill(remedy_en, remedy_fr),
        }
    }

    /// The problem as one line in `language`: place, message, remedy.
    pub fn line(&self, language: Language) -> String {
        let colon = if language == Language::French { "\u{a0}:" } else { ":" };
        format!("{}{colon} {} {}", self.place, self.message.get(language), self.remedy.get(language))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Language::English))
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident { $en:literal $fr:literal $remedy_en:literal $remedy_fr:literal })+) => {
        /// The kinds of problem validation finds. The names are stable: tools may rely on them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum ProblemCode {
            $(#[doc = $en] #[serde(rename = $code)] $variant,)+
        }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &'static [ProblemCode] = &[$(ProblemCode::$variant),+];

            /// The stable name.
            pub fn as_str(self) -> &'static str {
                match self { $(ProblemCode::$variant => $code,)+ }
            }

            /// Whether such a problem stops the catalogue from being used.
            pub fn severity(self) -> Severity {
                match self { $(ProblemCode::$variant => Severity::$severity,)+ }
            }

            fn texts(self) -> (&'static str, &'static str, &'static str, &'static str) {
                match self { $(ProblemCode::$variant => ($en, $fr, $remedy_en, $remedy_fr),)+ }
            }
        }
    };
}

codes! {
    UnreadableFile "unreadable-file" Error {
        "The file could not be read ({})." "Le fichier n’a pas pu être lu ({})."
        "Check that it exists and may be read." "Vérifiez qu’il existe et que vous pouvez le lire." }
    InvalidUtf8 "invalid-utf8" Error {
        "The file is not UTF-8 (first wrong byte: {})." "Le fichier n’est pas en UTF-8 (premier octet fautif\u{a0}: {})."
        "Save it again as UTF-8." "Enregistrez-le de nouveau en UTF-8." }
    MalformedJson "malformed-json" Error {
        "The file is not JSON: {}." "Le fichier n’est pas du JSON\u{a0}: {}."
        "Mend the syntax at this line; nothing of the file was read." "Corrigez la syntaxe à cette ligne; rien de ce fichier n’a été lu." }
    UnrecognizedFile "unrecognized-file" Warning {
        "No part of a catalogue is kept in this file." "Ce fichier ne correspond à aucune partie d’un catalogue."
        "Rename it after the layout in the catalogue guide, or move it elsewhere; it was not read." "Renommez-le selon la structure décrite dans le guide ou déplacez-le; il n’a pas été lu." }
    UnknownField "unknown-field" Error {
        "The record cannot be read: {}." "La fiche ne peut pas être lue\u{a0}: {}."
        "Correct the field’s name; what is your own goes under `extra` of a resource." "Corrigez le nom du champ; vos propres données vont sous `extra` d’une ressource." }
    MissingField "missing-field" Error {
        "The record cannot be read: {}." "La fiche ne peut pas être lue\u{a0}: {}."
        "Add the field." "Ajoutez ce champ." }
    InvalidValue "invalid-value" Error {
        "The record cannot be read: {}." "La fiche ne peut pas être lue\u{a0}: {}."
        "Write the value as the schema says." "Écrivez la valeur comme le prévoit le schéma." }
    InvalidId "invalid-id" Error {
        "`{}` cannot be an identifier." "«\u{a0}{}\u{a0}» ne peut pas servir d’identifiant."
        "Use lower-case letters a to z, digits and single hyphens." "Utilisez des minuscules de a à z, des chiffres et des traits d’union simples." }
    DuplicateId "duplicate-id" Error {
        "The identifier `{}` is used twice." "L’identifiant «\u{a0}{}\u{a0}» est utilisé deux fois."
        "Merge the two records, or give this one another identifier; the first one was kept." "Fusionnez les deux fiches ou donnez à celle-ci un autre identifiant; la première a été conservée." }
    MissingTitle "missing-title" Error {
        "There is no title in either language." "Il n’y a de titre dans aucune des deux langues."
        "Give the title as the work has it, in at least one language." "Indiquez le titre tel que l’œuvre le porte, dans au moins une langue." }
    EmptyText "empty-text" Error {
        "The text is empty." "Le texte est vide."
        "Write it, or leave the field out." "Rédigez-le ou omettez le champ." }
    ControlCharacter "control-character" Error {
        "The text has a control character ({})." "Le texte contient un caractère de commande ({})."
        "Remove it; it often comes with pasted text." "Supprimez-le; il accompagne souvent un texte collé." }
    InvalidRichText "invalid-rich-text" Error {
        "The text’s markup cannot be read: {}." "Le balisage du texte ne peut pas être lu\u{a0}: {}."
        "Keep to paragraphs, bullet lists, emphasis and links." "Tenez-vous-en aux paragraphes, aux listes à puces, à la mise en relief et aux liens." }
    UnsafeLink "unsafe-link" Error {
        "The link `{}` does not lead to a page of the Web." "Le lien «\u{a0}{}\u{a0}» ne mène pas à une page Web."
        "Only http and https links are allowed." "Seuls les liens http et https sont permis." }
    InvalidLink "invalid-link" Error {
        "The link `{}` is not a complete address." "Le lien «\u{a0}{}\u{a0}» n’est pas une adresse complète."
        "Write it whole, with https://." "Écrivez-le en entier, avec https://." }
    InvalidDoi "invalid-doi" Error {
        "`{}` is not a DOI." "«\u{a0}{}\u{a0}» n’est pas un DOI."
        "Write it without https://doi.org/, beginning with 10." "Écrivez-le sans https://doi.org/, en commençant par 10." }
    InvalidIsbn "invalid-isbn" Error {
        "`{}` is not an ISBN." "«\u{a0}{}\u{a0}» n’est pas un ISBN."
        "Check its 10 or 13 digits; the last one does not fit the others." "Vérifiez ses 10 ou 13 chiffres; le dernier ne concorde pas avec les autres." }
    MissingLanguage "missing-language" Error {
        "The resource has no language." "La ressource n’a aucune langue."
        "Name every language it can be read, heard or watched in." "Indiquez toutes les langues dans lesquelles on peut la lire, l’écouter ou la regarder." }
    UnknownTopic "unknown-topic" Error {
        "There is no topic `{}`." "Le sujet «\u{a0}{}\u{a0}» n’existe pas."
        "Use an id of vocabularies/topics.json, or add the topic there." "Utilisez un identifiant de vocabularies/topics.json ou ajoutez-y le sujet." }
    UnknownKind "unknown-kind" Error {
        "There is no kind `{}`." "Le type «\u{a0}{}\u{a0}» n’existe pas."
        "Use an id of vocabularies/kinds.json, or add the kind there." "Utilisez un identifiant de vocabularies/kinds.json ou ajoutez-y le type." }
    UnknownCluster "unknown-cluster" Error {
        "There is no cluster `{}`." "Le volet «\u{a0}{}\u{a0}» n’existe pas."
        "Use an id of vocabularies/clusters.json, or add the cluster there." "Utilisez un identifiant de vocabularies/clusters.json ou ajoutez-y le volet." }
    UnknownAudience "unknown-audience" Error {
        "There is no audience `{}`." "Le public «\u{a0}{}\u{a0}» n’existe pas."
        "Use an id of vocabularies/audiences.json, or add the audience there." "Utilisez un identifiant de vocabularies/audiences.json ou ajoutez-y le public." }
    UnknownPlace "unknown-place" Error {
        "There is no place `{}`." "Le lieu «\u{a0}{}\u{a0}» n’existe pas."
        "Use an id of vocabularies/places.json, or add the place there." "Utilisez un identifiant de vocabularies/places.json ou ajoutez-y le lieu." }
    UnknownResource "unknown-resource" Error {
        "There is no resource `{}`." "La ressource «\u{a0}{}\u{a0}» n’existe pas."
        "Use the id of a resource of this catalogue." "Utilisez l’identifiant d’une ressource de ce catalogue." }
    UnknownTerm "unknown-term" Error {
        "There is no glossary term `{}`." "Le terme «\u{a0}{}\u{a0}» n’est pas au glossaire."
        "Use an id of glossary.json, or add the term there." "Utilisez un identifiant de glossary.json ou ajoutez-y le terme." }
    UnknownToolkit "unknown-toolkit" Error {
        "There is no toolkit `{}`." "La trousse «\u{a0}{}\u{a0}» n’existe pas."
        "Use the key of a toolkit of this catalogue." "Utilisez la clé d’une trousse de ce catalogue." }
    UnknownPage "unknown-page" Error {
        "There is no page `{}`." "La page «\u{a0}{}\u{a0}» n’existe pas."
        "Check the toolkit’s key, the page’s key and the anchor." "Vérifiez la clé de la trousse, celle de la page et l’ancre." }
    UnknownReference "unknown-reference" Error {
        "There is no reference `{}` on this page." "La référence «\u{a0}{}\u{a0}» n’est pas sur cette page."
        "`cited_in` names the id of another reference of the same block." "`cited_in` reprend l’identifiant d’une autre référence du même bloc." }
    UnlistedPage "unlisted-page" Error {
        "The page `{}` is in no toolkit’s list of pages." "La page «\u{a0}{}\u{a0}» ne figure dans la liste d’aucune trousse."
        "Add its key to `pages` in toolkit.json." "Ajoutez sa clé à `pages` dans toolkit.json." }
    DuplicateAnchor "duplicate-anchor" Error {
        "The anchor `{}` is used twice on the page." "L’ancre «\u{a0}{}\u{a0}» est utilisée deux fois dans la page."
        "Give each block an anchor of its own." "Donnez à chaque bloc sa propre ancre." }
    AmbiguousList "ambiguous-list" Error {
        "The list has both resources and a query, or neither." "La liste a à la fois des ressources et une requête, ou ni l’un ni l’autre."
        "Keep one of `resources` and `query`." "Conservez soit `resources`, soit `query`." }
    UnknownConcept "unknown-concept" Error {
        "`{}` is not a concept of this vocabulary." "«\u{a0}{}\u{a0}» n’est pas un concept de ce vocabulaire."
        "`broader` and `related` name ids of the same file." "`broader` et `related` reprennent des identifiants du même fichier." }
    BroaderCycle "broader-cycle" Error {
        "The concept `{}` is broader than itself, by way of others." "Le concept «\u{a0}{}\u{a0}» est plus général que lui-même, par l’entremise d’autres."
        "Remove one `broader` of the circle." "Supprimez un `broader` du cercle." }
    ReservedField "reserved-field" Error {
        "`{}` is the name of a field that every catalogue has." "«\u{a0}{}\u{a0}» est le nom d’un champ que possède tout catalogue."
        "Give the field another id." "Donnez un autre identifiant à ce champ." }
    TooManyFields "too-many-fields" Error {
        "The catalogue declares {} fields of its own." "Le catalogue déclare {} champs qui lui sont propres."
        "Keep to 100; what is not filtered or counted by need not be declared." "Tenez-vous-en à 100; il n’est pas nécessaire de déclarer ce qui ne sert ni de filtre ni de facette." }
    InvalidExtra "invalid-extra" Warning {
        "The value of the field `{}` can be neither counted nor filtered by." "La valeur du champ «\u{a0}{}\u{a0}» ne peut servir ni de facette ni de filtre."
        "Write a text, a number, true or false, a text for each language, or a list of these." "Écrivez un texte, un nombre, true ou false, un texte pour chaque langue, ou une liste de ces valeurs." }
    UndeclaredValue "undeclared-value" Warning {
        "`{}` is not among the values that the catalogue declares for this field." "«\u{a0}{}\u{a0}» ne figure pas parmi les valeurs que le catalogue déclare pour ce champ."
        "Correct it, or add it to `values` of the field in catalogue.json." "Corrigez-la ou ajoutez-la à `values` du champ dans catalogue.json." }
    MissingTranslation "missing-translation" Warning {
        "There is no text in this language." "Il n’y a pas de texte dans cette langue."
        "Have it translated; until then readers get the other language, marked as such." "Faites-le traduire; d’ici là, l’autre langue s’affiche, avec une mention." }
    StaleTranslation "stale-translation" Warning {
        "The text it was translated from has changed." "Le texte dont il est la traduction a changé."
        "Review the translation, then set its `source` to {}." "Révisez la traduction, puis inscrivez sous `source` {}." }
    MachineTranslation "machine-translation" Warning {
        "Nobody has read this machine translation." "Personne n’a relu cette traduction automatique."
        "Have it reviewed, then set its state to `reviewed`." "Faites-la réviser, puis mettez son état à `reviewed`." }
    MissingLink "missing-link" Warning {
        "The resource has neither a link, a DOI nor an ISBN: readers cannot get to it." "La ressource n’a ni lien, ni DOI, ni ISBN\u{a0}: on ne peut pas y accéder."
        "Add its address once a public page shows it." "Ajoutez son adresse dès qu’une page publique la montre." }
    MissingSource "missing-source" Warning {
        "Nothing says where the facts of this record come from." "Rien n’indique d’où viennent les faits de cette fiche."
        "Add the public page to `sources`." "Ajoutez la page publique à `sources`." }
    MissingTopic "missing-topic" Warning {
        "The resource has no topic: readers of the other language will hardly find it." "La ressource n’a aucun sujet\u{a0}: on la trouvera difficilement dans l’autre langue."
        "Add at least one topic." "Ajoutez au moins un sujet." }
    LanguageMismatch "language-mismatch" Warning {
        "There is a title in {}, but the resource is not said to be in that language." "Il y a un titre en {}, mais la ressource n’est pas donnée comme étant dans cette langue."
        "Add the language, or remove a title that the work itself does not have." "Ajoutez la langue ou retirez un titre que l’œuvre elle-même ne porte pas." }
}

impl fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
