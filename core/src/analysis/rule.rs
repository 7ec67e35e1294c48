use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Language};

macro_rules! rules {
    ($($variant:ident $name:literal $en:literal $fr:literal)+) => {
        /// A rule of the analysis, by the name that `analyze` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Rule {
            $(#[doc = $en] #[serde(rename = $name)] $variant,)+
        }

        impl Rule {
            /// Every rule, in the order of the chain.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant),+];

            /// The rule's name.
            pub fn as_str(self) -> &'static str {
                match self { $(Rule::$variant => $name,)+ }
            }

            /// What the rule does, in a few words.
            pub fn description(self) -> Bilingual {
                let [en, fr] = Language::ALL.map(|language| self.description_in(language));
                Bilingual::new(en, fr)
            }

            /// What the rule does, in words of `language`.
            pub(crate) const fn description_in(self, language: Language) -> &'static str {
                match language {
                    Language::English => match self { $(Rule::$variant => $en,)+ },
                    Language::French => match self { $(Rule::$variant => $fr,)+ },
                }
            }
        }
    };
}

rules! {
    Inclusive "inclusive" "inclusive form, expanded to the forms it stands for" "forme inclusive, remplacée par les formes qu’elle représente"
    Hashtag "hashtag" "hashtag, split at its capitals" "mot-clic, découpé à ses majuscules"
    Acronym "acronym" "acronym, kept whole" "sigle, conservé tel quel"
    Compound "compound" "compound, searched whole and by its parts" "mot composé, cherché en entier et par ses parties"
    Elision "elision" "elided word, taken off" "mot élidé, détaché"
    Possessive "possessive" "possessive, taken off" "possessif anglais, retiré"
    Compatibility "compatibility" "special form of a letter, replaced by the letter" "forme particulière d’une lettre, remplacée par la lettre"
    LowerCase "lower-case" "capitals made small" "majuscules mises en minuscules"
    Apostrophe "apostrophe" "apostrophe inside a word, ignored" "apostrophe à l’intérieur d’un mot, ignorée"
    Ligature "ligature" "œ and æ read as two letters" "œ et æ lus comme deux lettres"
    Accents "accents" "accents ignored for matching" "accents ignorés pour la comparaison"
    StopWord "stop-word" "frequent word, searched only on its own" "mot courant, cherché seulement s’il est seul"
    Spelling "spelling" "British and American spellings made one" "orthographes britannique et américaine réunies"
    Irregular "irregular" "irregular form, brought to its base" "forme irrégulière, ramenée à sa base"
    Stem "stem" "ending taken off" "terminaison retirée"
}
