//! Inflections that follow no ending rule.

use crate::text::Language;

const ENGLISH: &[(&str, &str)] = &[
    ("analyses", "analysis"),
    ("children", "child"),
    ("criteria", "criterion"),
    ("feet", "foot"),
    ("lives", "life"),
    ("men", "man"),
    ("mice", "mouse"),
    ("phenomena", "phenomenon"),
    ("selves", "self"),
    ("teeth", "tooth"),
    ("wives", "wife"),
    ("women", "woman"),
];

/// Folded forms: this rule comes after accents are folded.
const FRENCH: &[(&str, &str)] = &[
    ("baux", "bail"),
    ("bel", "beau"),
    ("belle", "beau"),
    ("belles", "beau"),
    ("blanche", "blanc"),
    ("blanches", "blanc"),
    ("bonne", "bon"),
    ("bonnes", "bon"),
    ("cheffe", "chef"),
    ("cheffes", "chef"),
    ("cieux", "ciel"),
    ("clef", "cle"),
    ("clefs", "cle"),
    ("coraux", "corail"),
    ("emaux", "email"),
    ("fraiche", "frais"),
    ("fraiches", "frais"),
    ("franche", "franc"),
    ("franches", "franc"),
    ("grecque", "grec"),
    ("grecques", "grec"),
    ("jumelle", "jumeau"),
    ("jumelles", "jumeau"),
    ("longue", "long"),
    ("longues", "long"),
    ("mesdames", "madame"),
    ("messieurs", "monsieur"),
    ("nenufar", "nenuphar"),
    ("nenufars", "nenuphar"),
    ("nouvel", "nouveau"),
    ("nouvelle", "nouveau"),
    ("nouvelles", "nouveau"),
    ("ognon", "oignon"),
    ("ognons", "oignon"),
    ("publique", "public"),
    ("publiques", "public"),
    ("seche", "sec"),
    ("seches", "sec"),
    ("soupiraux", "soupirail"),
    ("travaux", "travail"),
    ("turque", "turc"),
    ("turques", "turc"),
    ("vantaux", "vantail"),
    ("vieil", "vieux"),
    ("vieille", "vieux"),
    ("vieilles", "vieux"),
    ("vitraux", "vitrail"),
    ("yeux", "oeil"),
];

/// The base of an irregular form.
pub(super) fn base(folded: &str, language: Language) -> Option<&'static str> {
    let table = match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
    };
    let at = table.binary_search_by(|(form, _)| (*form).cmp(folded)).ok()?;
    table.get(at).map(|(_, base)| *base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_the_search() {
        assert!(ENGLISH.is_sorted() && FRENCH.is_sorted());
    }

    #[test]
    fn irregular_plurals_have_a_base() {
        assert_eq!(base("women", Language::English), Some("woman"));
        assert_eq!(base("travaux", Language::French), Some("travail"));
        assert_eq!(base("travail", Language::French), None);
    }
}
