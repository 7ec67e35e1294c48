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
