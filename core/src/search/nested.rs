//! The values of a facet as a tree: each under its broader ones.

use std::collections::HashMap;

use super::FacetValue;

/// The most values that a tree has, each counted wherever it stands: one under several broader ones stands under each.
pub(super) const MOST_VALUES: usize = 10_000;

/// The most levels that a tree has: what hosts read, and stacks hold.
pub(super) const MOST_LEVELS: usize = 32;

/// The values as a tree, in their order on each level. One of which no broader value is among them is at the top, and so is the first
/// of values that are broader than each other, which a valid catalogue does not have. `most`: how many values a level has; those
/// that are selected, or have one that is selected under them, stay beside them.
///
/// `None` for a tree of more than [`MOST_VALUES`] or [`MOST_LEVELS`].
pub(super) fn nested(values: Vec<FacetValue>, most: Option<usize>) -> Option<Vec<FacetValue>> {
    let places: HashMap<&str, usize> =
        values.iter().enumerate().map(|(place, value)| (value.id.as_str(), place)).collect();
    let mut narrower = vec![Vec::new(); values.len()];
    let mut top = Vec::new();
    for (place, value) in values.iter().enumerate() {
        let mut broader: Vec<usize> = value
            .broader
            .iter()
            .filter_map(|id| places.get(id.as_str()).copied())
            .filter(|other| *other != place)
            .collect();
        broader.sort_unstable();
        broader.dedup();
        if broader.is_empty() {
            top.push(place);
        }
        for other in broader {
            narrower.get_mut(other).into_iter().for_each(|narrower| narrower.push(place));
        }
    }
    let mut tree =
        Tree { values: &values, narrower, most, room: MOST_VALUES, stands: vec![false; values.len()] };
    let mut nested = tree.level(&top, &mut Vec::new())?;
    while let Some(place) = tree.stands.iter().position(|stands| !stands) {
        nested.extend(tree.level(&[place], &mut Vec::new())?);
    }
    Some(tree.cut(nested))
}

struct Tree<'a> {
    values: &'a [FacetValue],
    /// For each value, those under it.
    narrower: Vec<Vec<usize>>,
    most: Option<usize>,
    /// How many more values there may be.
    room: usize,
    /// Which values stand somewhere.
    stands: Vec<bool>,
}

impl Tree<'_> {
    /// Values of one level, with all that is under them; `path`: those that they stand under.
    fn level(&mut self, places: &[usize], path: &mut Vec<usize>) -> Option<Vec<FacetValue>> {
        if path.len() >= MOST_LEVELS && !places.is_empty() {
            return None;
        }
        let mut level = Vec::new();
        for place in places.iter().copied().filter(|place| !path.contains(place)).collect::<Vec<_>>() {
            self.room = self.room.checked_sub(1)?;
            self.stands.get_mut(place).into_iter().for_each(|stands| *stands = true);
            let under = self.narrower.get(place).cloned().unwrap_or_default();
            path.push(place);
            let narrower = self.level(&under, path)?;
            path.pop();
            let narrower = self.cut(narrower);
            level.extend(self.values.get(place).map(|value| FacetValue { narrower, ..value.clone() }));
        }
        Some(level)
    }

    /// As many values of a level as are asked for, and those that must be seen.
    fn cut(&self, mut level: Vec<FacetValue>) -> Vec<FacetValue> {
        let Some(most) = self.most else { return level };
        let mut place = 0;
        level.retain(|value| {
            place += 1;
            place <= most || has_selected(value)
        });
        level
    }
}

fn has_selected(value: &FacetValue) -> bool {
    value.selected || value.narrower.iter().any(has_selected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Localized;

    /// Values with these ids, each with its broader ones.
    fn values(topics: &[(&str, &[&str])]) -> Vec<FacetValue> {
        let value = |(id, broader): &(&str, &[&str])| FacetValue {
            id: (*id).to_owned(),
            label: Localized::default(),
            count: 1,
            selected: id.ends_with('!'),
            broader: broader.iter().map(|id| (*id).to_owned()).collect(),
            narrower: Vec::new(),
        };
        topics.iter().map(value).collect()
    }

    /// A tree as a text: `a(b c)`.
    fn drawn(values: &[FacetValue]) -> String {
        let drawn = values.iter().map(|value| match value.narrower.as_slice() {
            [] => value.id.clone(),
            narrower => format!("{}({})", value.id, drawn(narrower)),
        });
        drawn.collect::<Vec<_>>().join(" ")
    }

    fn tree(topics: &[(&str, &[&str])], most: Option<usize>) -> Option<String> {
        nested(values(topics), most).map(|values| drawn(&values))
    }

    #[test]
    fn a_value_stands_under_each_of_its_broader_ones() {
        let topics: &[(&str, &[&str])] =
            &[("d", &["b", "c"]), ("a", &[]), ("b", &["a"]), ("c", &["a", "c"]), ("e", &["elsewhere"])];
        assert_eq!(tree(topics, None).unwrap(), "a(b(d) c(d)) e");
    }

    #[test]
    fn values_that_are_broader_than_each_other_stand_once_below_the_first() {
        let topics: &[(&str, &[&str])] = &[("a", &["b"]), ("b", &["a"]), ("c", &["b"]), ("d", &["d"])];
        assert_eq!(tree(topics, None).unwrap(), "d a(b(c))");
    }

    #[test]
    fn each_level_is_cut_but_for_what_is_selected() {
        let topics: &[(&str, &[&str])] = &[
            ("a", &[]),
            ("b", &[]),
            ("c", &[]),
            ("d", &["a"]),
            ("e", &["a"]),
            ("f!", &["c"]),
            ("g", &["c"]),
        ];
        assert_eq!(tree(topics, Some(1)).unwrap(), "a(d) c(f!)");
        assert_eq!(tree(topics, Some(0)).unwrap(), "c(f!)");
    }

    #[test]
    fn a_tree_that_grows_without_measure_is_none() {
        let names: Vec<String> = (0..40).map(|number| format!("t{number}")).collect();
        // Each pair under both of the pair above: twice as many places on each level.
        let ladder: Vec<Vec<&str>> = (0..40)
            .map(|at: usize| {
                let above = (at / 2 * 2).checked_sub(2).map(|above| [&*names[above], &*names[above + 1]]);
                above.into_iter().flatten().collect()
            })
            .collect();
        let topics: Vec<(&str, &[&str])> =
            names.iter().zip(&ladder).map(|(name, above)| (name.as_str(), above.as_slice())).collect();
        assert!(tree(&topics, None).is_none());
        let chain: Vec<Vec<&str>> = (0..40)
            .map(|at: usize| at.checked_sub(1).map(|above| &*names[above]).into_iter().collect())
            .collect();
        let topics: Vec<(&str, &[&str])> =
            names.iter().zip(&chain).map(|(name, above)| (name.as_str(), above.as_slice())).collect();
        assert!(tree(&topics, None).is_none());
        assert!(tree(&topics[..MOST_LEVELS], None).is_some());
    }
}
