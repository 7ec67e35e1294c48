//! A light French stemmer on folded forms: number and gender, little more.
//!
//! After the light stemmer of Jacques Savoy (*Light stemming approaches for the French, Portuguese, German and Hungarian
//! languages*, SAC 2006), with these differences: it works without accents, so that a query typed without them
//! meets the text; it keeps double letters inside a word (`poisson` is not `poison`); it takes a feminine to its
//! masculine (`directrice`, `infirmière`, `française`) before anything else; and a noun in `-ation` keeps an `a`, so
//! that `formation` does not meet `forme`.

/// Words whose final s or x is no plural and that would meet another word without it: `cours` and `cour`.
const INVARIABLE: [&str; 9] = ["cours", "fois", "mois", "pois", "prix", "bois", "lors", "hors", "voix"];

/// Endings, the shortest word part that must be left before them, and what takes their place. The first that fits is
/// applied, so longer endings come before the shorter ones they contain.
const ENDINGS: [(&str, usize, &str); 33] = [
    ("isatrice", 3, "isa"),
    ("isateur", 3, "isa"),
    ("isation", 3, "isa"),
    ("ficatrice", 3, "fica"),
    ("ficateur", 3, "fica"),
    ("fication", 3, "fica"),
    ("issement", 4, "ir"),
    ("issante", 4, "ir"),
    ("issant", 4, "ir"),
    ("atrice", 4, "a"),
    ("ateur", 4, "a"),
    ("ation", 4, "a"),
    ("itrice", 4, "i"),
    ("iteur", 4, "i"),
    ("ition", 4, "i"),
    ("ivement", 3, "if"),
    ("ellement", 4, "el"),
    ("eusement", 3, "eu"),
    ("ement", 3, "e"),
    ("trice", 2, "teu"),
    ("euse", 3, "eu"),
    ("eure", 3, "eu"),
    ("ouse", 2, "ou"),
    ("aise", 3, "ai"),
    ("oise", 3, "oi"),
    ("iere", 3, "ier"),
    ("ieme", 3, ""),
    ("inage", 3, "in"),
    ("ique", 5, "i"),
    ("elle", 3, "el"),
    ("ive", 3, "if"),
    ("ere", 4, "er"),
    ("eur", 3, "eu"),
];

/// The stem of a folded form.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 3 || INVARIABLE.contains(&word) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = singular(word);
    for (ending, least, replacement) in ENDINGS {
        if let Some(root) = singular.strip_suffix(ending)
            && root.len() >= least
        {
            return trim(&format!("{root}{replacement}"));
        }
    }
    trim(&singular)
}

fn singular(word: &str) -> String {
    if let Some(root) = word.strip_suffix("aux")
        && word.len() > 4
        && !root.ends_with(['e', 'y', 'u'])
    {
        return format!("{root}al");
    }
    match word.strip_suffix(['s', 'x']) {
        Some(root) if !root.ends_with('s') && (word.ends_with('s') || word.len() > 4) => root.to_owned(),
        _ => word.to_owned(),
    }
}

/// Takes off what tells gender, participle and infinitive: final `er`, `ir`, `e`, `ee`, and a consonant doubled for the
/// feminine.
fn trim(word: &str) -> String {
    let mut stem = word;
    if stem.len() > 4 {
        stem = stem.strip_suffix("er").unwrap_or(stem);
        for _ in 0..2 {
            stem = stem.strip_suffix('e').filter(|shorter| shorter.len() > 2).unwrap_or(stem);
        }
        if let [.., before, last] = stem.as_bytes()
            && before == last
            && stem.len() > 4
            && last.is_ascii_alphabetic()
        {
            stem = stem.get(..stem.len() - 1).unwrap_or(stem);
        }
    }
    stem.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_gender_fall_together() {
        let families: [&[&str]; 20] = [
            &["infirmier", "infirmiers", "infirmiere", "infirmieres"],
            &["directeur", "directrice", "directeurs", "directrices"],
            &["francais", "francaise", "francaises"],
            &["cheval", "chevaux"],
            &["allie", "allies", "alliee", "alliees"],
            &["professionnel", "professionnelle", "professionnels", "professionnelles"],
            &["travailleur", "travailleuse", "travailleurs", "travailleuses"],
            &["heureux", "heureuse", "heureuses"],
            &["actif", "active", "actifs", "actives"],
            &["premier", "premiere", "premieres"],
            &["conseiller", "conseillere", "conseilleres", "conseillers"],
            &["chercheur", "chercheuse", "chercheurs"],
            &["auteur", "autrice", "auteure", "autrices"],
            &["canadien", "canadienne", "canadiennes"],
            &["social", "sociaux", "sociale", "sociales"],
            &["parrain", "parrains", "parrainage"],
            &["economie", "economies", "economique", "economiques"],
            &["animateur", "animatrice", "animation"],
            &["femme", "femmes"],
            &["an", "ans"],
        ];
        for family in families {
            let stems: Vec<String> = family.iter().map(|word| stem(word)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{family:?} -> {stems:?}");
        }
    }

    #[test]
    fn strangers_stay_apart() {
        let pairs = [
            ("logement", "logis"),
            ("chat", "chatiment"),
            ("ans", "anes"),
            ("poisson", "poison"),
            ("cours", "cour"),
            ("forme", "formation"),
            ("organe", "organisation"),
            ("fille", "fil"),
            ("mois", "moi"),
            ("homme", "hom"),
        ];
        for (a, b) in pairs {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }
}
