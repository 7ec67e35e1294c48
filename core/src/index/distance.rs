//! How many typing errors lie between two words.

/// The number of insertions, deletions, replacements and swaps of neighbours between `a` and `b` (optimal string
/// alignment, a restriction of Damerau–Levenshtein), or `None` when it is more than `most`.
///
/// An error in the first letter counts twice: people rarely miss it, and words that differ there are rarely meant.
/// Source: F. J. Damerau, *A technique for computer detection and correction of spelling errors*, CACM 7 (1964).
pub(crate) fn within(a: &str, b: &str, most: usize) -> Option<usize> {
    if a.chars().count().abs_diff(b.chars().count()) > most {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let first_letter = usize::from(a.first() != b.first());
    if first_letter == 1 && most < 2 {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let cost = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best =
                (cost(&last, j) + usize::from(x != y)).min(cost(&last, j + 1) + 1).min(cost(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                best = best.min(cost(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    let distance = last.last().copied().unwrap_or(0);
    let distance = if distance > 0 { distance + first_letter } else { 0 };
    (distance <= most).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_error_counts_once() {
        for (a, b) in [
            ("resources", "ressources"),
            ("ressoruces", "ressources"),
            ("mentrat", "mentorat"),
            ("mentorax", "mentorat"),
        ] {
            assert_eq!(within(a, b, 2), Some(1), "{a} {b}");
        }
        assert_eq!(within("chat", "chatiment", 2), None);
        assert_eq!(within("entorat", "mentorat", 2), Some(2));
        assert_eq!(within("", "", 0), Some(0));
        assert_eq!(within("", "é", 2), Some(2));
    }

    proptest::proptest! {
        #[test]
        fn it_is_symmetric_and_never_below_the_plain_distance(a in "[a-d]{0,7}", b in "[a-d]{0,7}") {
            let forth = within(&a, &b, 20).unwrap();
            proptest::prop_assert_eq!(Some(forth), within(&b, &a, 20));
            proptest::prop_assert_eq!(forth == 0, a == b);
            proptest::prop_assert!(forth >= a.len().abs_diff(b.len()));
        }
    }
}
