//! Pairs of neighbours that are common become one phrase.

use std::cmp::Reverse;

/// How often a pair must be in the sample.
const COMMON: usize = 8;

/// Pairs of numbers that become one.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// By its first number where the pairs begin that have it, then where the last of them end.
    starts: Vec<u32>,
    /// The second number of each pair, ascending where the first is the same, and the number of both together.
    others: Vec<(u32, u32)>,
}

impl Pairs {
    /// Of pairs, each with the number of both together.
    pub(super) fn new(mut pairs: Vec<((u32, u32), u32)>) -> Self {
        pairs.sort_unstable();
        let mut starts = Vec::new();
        for (((first, _), _), place) in pairs.iter().zip(0..) {
            starts.resize((*first as usize + 1).max(starts.len()), place);
        }
        starts.push(pairs.len() as u32);
        Pairs { starts, others: pairs.into_iter().map(|((_, second), both)| (second, both)).collect() }
    }

    fn get(&self, first: u32, second: u32) -> Option<u32> {
        let (start, end) = (self.starts.get(first as usize)?, self.starts.get(first as usize + 1)?);
        let others = self.others.get(*start as usize..*end as usize)?;
        let found = others.binary_search_by_key(&second, |(second, _)| *second).ok()?;
        others.get(found).map(|(_, both)| *both)
    }

    /// Puts one number in the place of two, from the beginning of a text on.
    pub(super) fn put_together(&self, text: &mut Vec<u32>) {
        let (mut from, mut to) = (0, 0);
        while let Some(first) = text.get(from).copied() {
            let both = text.get(from + 1).and_then(|second| self.get(first, *second));
            text.get_mut(to).into_iter().for_each(|slot| *slot = both.unwrap_or(first));
            from += if both.is_some() { 2 } else { 1 };
            to += 1;
        }
        text.truncate(to);
    }
}

/// The pairs of neighbours that are common in texts, the commonest first; of those that are as common, first the one with the
/// lower numbers.
pub(super) fn common_pairs(texts: &[Vec<u32>]) -> impl Iterator<Item = (u32, u32)> {
    let pairs = texts.iter().flat_map(|text| text.iter().copied().zip(text.iter().copied().skip(1)));
    let mut neighbours: Vec<(u32, u32)> = pairs.collect();
    neighbours.sort_unstable();
    let counts = neighbours.chunk_by(|one, other| one == other).filter(|same| same.len() >= COMMON);
    let mut common: Vec<(Reverse<usize>, (u32, u32))> =
        counts.filter_map(|same| Some((Reverse(same.len()), *same.first()?))).collect();
    common.sort_unstable();
    common.into_iter().map(|(_, pair)| pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_neighbours_become_one_from_the_beginning_on() {
        let pairs = Pairs::new(vec![((7, 7), 9), ((1, 5), 8), ((1, 2), 6)]);
        for (before, after) in [
            (&[1, 2, 3][..], &[6, 3][..]),
            (&[7, 7, 7, 1, 5], &[9, 7, 8]),
            (&[1, 1, 2, 9, 1], &[1, 6, 9, 1]),
            (&[0, 3, 100], &[0, 3, 100]),
            (&[], &[]),
        ] {
            let mut text = before.to_vec();
            pairs.put_together(&mut text);
            assert_eq!(text, after);
            Pairs::default().put_together(&mut text);
            assert_eq!(text, after);
        }
    }

    #[test]
    fn the_commonest_pair_is_first_and_a_rare_one_is_none() {
        let texts = [[1, 2, 1].repeat(8), vec![3, 3], [5, 6, 7].repeat(9)];
        assert_eq!(common_pairs(&texts).collect::<Vec<_>>(), [(5, 6), (6, 7), (1, 2), (2, 1), (7, 5)]);
    }
}
