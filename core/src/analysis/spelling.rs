//! British, Canadian and American spellings of one English word.

use std::borrow::Cow;

/// Word beginnings whose `our` is `or` in American spelling; a list, since `hour` and `tour` are no such words.
const OUR: [&str; 27] = [
    "armour",
    "behaviour",
    "candour",
    "clamour",
    "colour",
    "demeanour",
    "endeavour",
    "favour",
    "fervour",
    "flavour",
    "harbour",
    "honour",
    "humour",
    "labour",
    "neighbour",
    "odour",
    "parlour",
    "rancour",
    "rigour",
    "rumour",
    "saviour",
    "savour",
    "splendour",
    "tumour",
    "valour",
    "vapour",
    "vigour",
];

/// Word beginnings that differ otherwise.
const BEGINNINGS: [(&str, &str); 44] = [
    ("aeroplane", "airplane"),
    ("aesthetic", "esthetic"),
    ("ageing", "aging"),
    ("anaem", "anem"),
    ("anaesth", "anesth"),
    ("artefact", "artifact"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("centring", "centering"),
    ("cheque", "check"),
    ("counsell", "counsel"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("diarrhoea", "diarrhea"),
    ("encyclopaed", "encycloped"),
    ("enrolment", "enrollment"),
    ("fibre", "fiber"),
    ("foetal", "fetal"),
    ("foetus", "fetus"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("gynaec", "gynec"),
    ("haem", "hem"),
    ("instalment", "installment"),
    ("judgement", "judgment"),
    ("labell", "label"),
    ("leukaem", "leukem"),
    ("licence", "license"),
    ("litre", "liter"),
    ("manoeuv", "maneuv"),
    ("metre", "meter"),
    ("modell", "model"),
    ("mould", "mold"),
    ("oestrogen", "estrogen"),
    ("offence", "offense"),
    ("orthopaed", "orthoped"),
    ("paediatr", "pediatr"),
    ("practis", "practic"),
    ("programme", "program"),
    ("sceptic", "skeptic"),
    ("skilful", "skillful"),
    ("theatre", "theater"),
    ("travell", "travel"),
    ("wellbeing", "wellbeing"),
];

/// Endings in `ise` and `yse` and what they are in American spelling.
const ENDINGS: [(&str, &str); 10] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("yse", "yze"),
    ("ysing", "yzing"),
];

/// The American spelling of a folded form; `None` when it is spelled that way already.
///
/// It is a key to compare by, not a correction: that `exercise` becomes `exercize` harms nobody, since every
/// `exercise` does. Only beginnings and endings that never join two different words are listed.
pub(super) fn american(word: &str) -> Option<String> {
    let mut spelled = Cow::Borrowed(word);
    if let Some((our, rest)) = beginning(word, &OUR, |our| our) {
        spelled = format!("{}or{rest}", our.strip_suffix("our").unwrap_or(our)).into();
    } else if let Some(((british, american), rest)) = beginning(word, &BEGINNINGS, |(british, _)| british) {
        // `centre` and `centred`, `programme` and `programmed`: the American e is not doubled.
        let rest = if british.ends_with("re") || american.ends_with('m') {
            rest.strip_prefix("me").unwrap_or(rest)
        } else {
            rest
        };
        spelled = format!("{american}{rest}").into();
    }
    if spelled.len() > 5
        && let Some((stem, american)) = ENDINGS
            .iter()
            .find_map(|(british, american)| spelled.strip_suffix(british).map(|stem| (stem, american)))
        && stem.len() > 2
    {
        spelled = format!("{stem}{american}").into();
    }
    (spelled != word).then(|| spelled.into_owned())
}

/// The entry of a sorted list that `word` begins with, and the rest of the word. Only the last entry that is not after the
/// word can be: no entry begins with another.
fn beginning<'a, T: Copy>(word: &'a str, list: &[T], of: impl Fn(T) -> &'static str) -> Option<(T, &'a str)> {
    let after = list.partition_point(|entry| of(*entry) <= word);
    let entry = *list.get(after.checked_sub(1)?)?;
    Some((entry, word.strip_prefix(of(entry))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_and_american_spellings_meet() {
        let pairs = [
            ("behaviour", "behavior"),
            ("behavioural", "behavioral"),
            ("organisation", "organization"),
            ("organise", "organize"),
            ("analyse", "analyze"),
            ("centre", "center"),
            ("programme", "program"),
            ("programmes", "programs"),
            ("counselling", "counseling"),
            ("paediatric", "pediatric"),
            ("licence", "license"),
            ("colour", "color"),
        ];
        for (british, american_word) in pairs {
            let spelled = american(british).unwrap_or_else(|| british.to_owned());
            assert_eq!(
                spelled,
                american(american_word).unwrap_or_else(|| american_word.to_owned()),
                "{british}"
            );
        }
    }

    #[test]
    fn lists_of_beginnings_are_sorted_and_none_begins_with_another() {
        for list in [OUR.to_vec(), BEGINNINGS.map(|(british, _)| british).to_vec()] {
            assert!(list.is_sorted());
            assert!(list.iter().zip(list.iter().skip(1)).all(|(before, after)| !after.starts_with(before)));
        }
    }

    #[test]
    fn hours_and_wise_people_are_left_alone() {
        for word in ["hour", "tour", "wise", "rise", "four", "program"] {
            assert_eq!(american(word), None, "{word}");
        }
    }
}
