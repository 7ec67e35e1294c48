//! French inclusive writing: `allié·e·s`, `infirmier.ère.s`, `professionnel(le)s`, `étudiant-e-s`, `CanadienNes`.
//!
//! One written form stands for two words, the masculine and the feminine, in one number. The rule names both, so that
//! each is found, and keeps the form one token, so that no stray `ère`, `le` or `s` is.
//!
//! Notations as seen on real pages: the middle dot and its look-alikes, full stop, hyphen, parentheses, slash and the
//! capital E. Guidance on the forms themselves: Office québécois de la langue française, *Doublets abrégés*.

use unicode_normalization::UnicodeNormalization;

use super::characters::{is_hyphen, is_invisible, is_middle_dot};

/// The longest inclusive form, in bytes. No word is as long; a text without blanks may be.
pub(super) const LONGEST: usize = 64;

/// How a feminine is made: a masculine that ends in the first may be followed by the second, and then ends in the third.
/// The order is that of length, so that the most precise rule is met first.
const FEMININES: [(&str, &str, &str); 54] = [
    ("eau", "elle", "elle"),
    ("eau", "lle", "elle"),
    ("deur", "drice", "drice"),
    ("teur", "trice", "trice"),
    ("teur", "teuse", "teuse"),
    ("eur", "rice", "rice"),
    ("eur", "ice", "rice"),
    ("eur", "euse", "euse"),
    ("eur", "eure", "eure"),
    ("eur", "eresse", "eresse"),
    ("eur", "se", "euse"),
    ("eux", "euse", "euse"),
    ("oux", "ouse", "ouse"),
    ("eux", "se", "euse"),
    ("oux", "se", "ouse"),
    ("aux", "ale", "ale"),
    ("ier", "ière", "ière"),
    ("ier", "iere", "ière"),
    ("er", "ère", "ère"),
    ("er", "ere", "ère"),
    ("er", "re", "ère"),
    ("ien", "ienne", "ienne"),
    ("éen", "éenne", "éenne"),
    ("en", "enne", "enne"),
    ("en", "ne", "enne"),
    ("on", "onne", "onne"),
    ("on", "ne", "onne"),
    ("an", "ne", "anne"),
    ("iel", "ielle", "ielle"),
    ("nel", "nelle", "nelle"),
    ("el", "elle", "elle"),
    ("el", "le", "elle"),
    ("eil", "le", "eille"),
    ("il", "le", "ille"),
    ("ul", "le", "ulle"),
    ("if", "ive", "ive"),
    ("f", "ve", "ve"),
    ("f", "fe", "ffe"),
    ("f", "effe", "effe"),
    ("et", "ète", "ète"),
    ("et", "ette", "ette"),
    ("t", "te", "tte"),
    ("c", "que", "que"),
    ("c", "che", "che"),
    ("c", "he", "che"),
    ("c", "se", "sse"),
    ("n", "gne", "gne"),
    ("s", "se", "sse"),
    ("s", "sse", "sse"),
    ("e", "esse", "esse"),
    ("e", "sse", "esse"),
    ("é", "ée", "ée"),
    ("i", "te", "ite"),
    ("al", "ale", "ale"),
];

/// Short words that follow no rule: what is written, masculine and feminine.
const WORDS: [(&[&str], [&str; 2]); 19] = [
    (&["toustes"], ["tous", "toutes"]),
    (&["celleux"], ["ceux", "celles"]),
    (&["ceulles"], ["ceux", "celles"]),
    (&["tou", "te", "s"], ["tous", "toutes"]),
    (&["tou", "tes"], ["tous", "toutes"]),
    (&["tous", "tes"], ["tous", "toutes"]),
    (&["tous", "toutes"], ["tous", "toutes"]),
    (&["toutes", "tous"], ["tous", "toutes"]),
    (&["il", "elle"], ["il", "elle"]),
    (&["elle", "il"], ["il", "elle"]),
    (&["ils", "elles"], ["ils", "elles"]),
    (&["elles", "ils"], ["ils", "elles"]),
    (&["ceux", "elles"], ["ceux", "celles"]),
    (&["ceux", "celles"], ["ceux", "celles"]),
    (&["celles", "ceux"], ["ceux", "celles"]),
    (&["celui", "elle"], ["celui", "celle"]),
    (&["un", "e"], ["un", "une"]),
    (&["certain", "e", "s"], ["certains", "certaines"]),
    (&["du", "de", "la"], ["du", "de la"]),
];

/// The words an inclusive form stands for, masculine first; `None` for a word that is no inclusive form.
pub(super) fn expand(word: &str) -> Option<Vec<String>> {
    if word.len() > LONGEST {
        return None;
    }
    // Most words are plain, and must cost nothing.
    let plain = |c: char| c.is_ascii_lowercase();
    if word.chars().skip(1).all(plain)
        && !word.contains("euric")
        && !WORDS.iter().any(|(written, _)| *written == [word])
    {
        return None;
    }
    let word: String = word.nfc().filter(|c| !is_invisible(*c)).collect();
    by_separator(&word).or_else(|| by_capital(&word)).or_else(|| by_fusion(&word))
}

/// The singular and the plural that `ressource(s)` stands for, in either language.
pub(super) fn optional_plural(word: &str) -> Option<Vec<String>> {
    let singular = word.strip_suffix("(s)").filter(|base| base.chars().all(char::is_alphabetic))?;
    Some(vec![singular.to_owned(), format!("{singular}s")])
}

fn is_separator(c: char) -> bool {
    is_middle_dot(c) || is_hyphen(c) || matches!(c, '.' | '(' | ')' | '[' | ']' | '/' | '_')
}

fn by_separator(word: &str) -> Option<Vec<String>> {
    let lower = word.to_lowercase();
    let hyphens_only = !lower.chars().any(|c| is_separator(c) && !is_hyphen(c));
    let mut parts: Vec<&str> = lower.split(is_separator).filter(|part| !part.is_empty()).collect();
    // The x for people of neither gender, `étudiant·(x)·e·s`, is heard in neither form.
    parts.retain(|part| *part != "x");
    if let Some((_, [masculine, feminine])) = WORDS.iter().find(|(written, _)| *written == parts.as_slice()) {
        return Some(vec![(*masculine).to_owned(), (*feminine).to_owned()]);
    }
    let (base, endings) = parts.split_first()?;
    let (ending, plural) = match endings {
        [ending] => split_plural(ending),
        // `régional·e·aux`: the plural of the masculine is spelled out.
        [ending, "aux"] => {
            return Some(vec![
                format!("{}aux", base.strip_suffix("al")?),
                format!("{}s", feminine(base, ending, hyphens_only)?),
            ]);
        }
        [ending, "s"] => (*ending, true),
        _ => return None,
    };
    pair(base, ending, plural, hyphens_only)
}

/// `CanadienNes`, `marginaliséEs`: capitals where the feminine begins.
fn by_capital(word: &str) -> Option<Vec<String>> {
    let (at, _) = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase())?;
    let (base, ending) = word.split_at_checked(at)?;
    // A capital E tells more than a hyphen does, but `LinkedIn` and `eMentoring` are written the same way.
    let small = base.chars().skip(1).all(char::is_lowercase);
    if !small || base.chars().count() < 3 || ending.chars().count() > 5 {
        return None;
    }
    let ending = ending.to_lowercase();
    let (ending, plural) = split_plural(&ending);
    pair(&base.to_lowercase(), ending, plural, true)
}

/// `lecteurices`, `auteurices`: masculine and feminine run together.
fn by_fusion(word: &str) -> Option<Vec<String>> {
    let lower = word.to_lowercase();
    let (singular, plural) = split_plural(&lower);
    let base = singular.strip_suffix("eurice").filter(|base| base.chars().count() > 1)?;
    let s = if plural { "s" } else { "" };
    Some(vec![format!("{base}eur{s}"), format!("{base}rice{s}")])
}

fn split_plural(ending: &str) -> (&str, bool) {
    match ending.strip_suffix('s') {
        Some(singular) if !singular.is_empty() => (singular, true),
        _ => (ending, false),
    }
}

fn pair(base: &str, ending: &str, plural: bool, strict: bool) -> Option<Vec<String>> {
    if base.chars().count() < 2 || !base.chars().all(char::is_alphabetic) {
        return None;
    }
    // `citoyens·nes`, `nouveaux·elles`: the base may carry the plural already.
    let (singular, plural) = match base.strip_suffix(if base.ends_with("eaux") { 'x' } else { 's' }) {
        Some(singular) if plural && feminine(singular, ending, strict).is_some() => (singular, true),
        _ => (base, plural),
    };
    let feminine = feminine(singular, ending, strict)?;
    Some(if plural {
        vec![masculine_plural(singular), format!("{feminine}s")]
    } else {
        vec![singular.to_owned(), feminine]
    })
}

/// The feminine of `base` that `ending` abbreviates. `strict`: the notation also joins other words (`donne-le`), so the
/// ending must fit the base.
fn feminine(base: &str, ending: &str, strict: bool) -> Option<String> {
    let ruled = FEMININES.iter().find_map(|(masculine, written, feminine)| {
        (ending == *written)
            .then(|| base.strip_suffix(masculine).map(|stem| format!("{stem}{feminine}")))
            .flatten()
    });
    if ruled.is_some() {
        return ruled;
    }
    let last = base.chars().next_back()?;
    // A feminine e after a mute e is none: `vie-e`. A hyphen or capital after a consonant, é, i or u is the usual case.
    if ending == "e" && (last != 'e' || base.ends_with("ée")) {
        return Some(format!("{base}e"));
    }
    // Written out in full beside a dot or slash: `étudiant/étudiante` is two words for the next rules, not this one's.
    (!strict && ending.chars().count() <= 2 && ending.ends_with('e') && ending.starts_with(last))
        .then(|| format!("{base}{ending}"))
}

fn masculine_plural(singular: &str) -> String {
    if let Some(stem) = singular.strip_suffix("al") {
        return format!("{stem}aux");
    }
    match singular.chars().next_back() {
        Some('s' | 'x' | 'z') => singular.to_owned(),
        _ if singular.ends_with("eau") => format!("{singular}x"),
        _ => format!("{singular}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_pairs(written: &[&str], masculine: &str, feminine: &str) {
        for form in written {
            assert_eq!(expand(form), Some(vec![masculine.to_owned(), feminine.to_owned()]), "{form}");
        }
    }

    #[test]
    fn every_notation_of_a_plural_names_both_words() {
        assert_pairs(
            &[
                "allié·e·s",
                "allié·es",
                "allié.e.s",
                "allié-e-s",
                "allié(e)s",
                "allié•e•s",
                "allié∙es",
                "alliéEs",
                "allié/e/s",
                "Allié·(x)·e·s",
            ],
            "alliés",
            "alliées",
        );
    }

    #[test]
    fn endings_that_replace_and_endings_that_follow() {
        assert_pairs(&["infirmier.ère.s", "infirmier-ière-s"], "infirmiers", "infirmières");
        assert_pairs(
            &["professionnel(le)s", "professionnel·le·s", "professionnel-le-s"],
            "professionnels",
            "professionnelles",
        );
        assert_pairs(
            &["directeur·trice·s", "directeur.rice.s", "directeurs·trices"],
            "directeurs",
            "directrices",
        );
        assert_pairs(&["auteur∙ices", "auteur·rice·s"], "auteurs", "autrices");
        assert_pairs(&["chercheur·se·s", "chercheur.euse.s"], "chercheurs", "chercheuses");
        assert_pairs(&["chef·fe·s"], "chefs", "cheffes");
        assert_pairs(&["CanadienNes", "canadien·ne·s"], "canadiens", "canadiennes");
        assert_pairs(&["conseiller.e"], "conseiller", "conseillere");
        assert_pairs(&["travailleur.euse"], "travailleur", "travailleuse");
        assert_pairs(&["régional·e·aux"], "régionaux", "régionales");
        assert_pairs(&["tou·te·s", "tous·tes"], "tous", "toutes");
        assert_pairs(&["un•e"], "un", "une");
    }

    #[test]
    fn other_compounds_are_left_alone() {
        for word in [
            "porte-parole",
            "donne-le",
            "est-ce",
            "celles-ci",
            "rendez-vous",
            "LinkedIn",
            "HeForShe",
            "index.html",
            "et/ou",
            "x-y",
            "e-mail",
            "LGBTQ2S+",
            "www.exemple.ca",
            "allié",
            "a.b",
            "2018.e",
        ] {
            assert_eq!(expand(word), None, "{word}");
        }
    }
}
