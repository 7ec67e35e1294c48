//! What the records of a view say together: how long they are, how rare a word is.

use super::Field;

/// The fields whose length counts, in the order their lengths are kept in.
pub(super) const FIELDS_WITH_LENGTH: [Field; 4] =
    [Field::Title, Field::Subtitle, Field::Description, Field::Body];

/// The place of a field among those whose length counts.
pub(super) fn length_place(field: Field) -> Option<usize> {
    FIELDS_WITH_LENGTH.iter().position(|other| *other == field)
}

/// For each field with a length, the number of words, at most 65,535.
pub(super) type RecordLengths = [u16; FIELDS_WITH_LENGTH.len()];

/// What the records of a view say together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Statistics {
    /// How many records have any text in this language.
    pub(super) record_count: usize,
    /// For each field with a length, the mean number of words of the records that have it, as [`in_steps`] has it; 1 where none has.
    pub(super) mean_lengths: [f64; FIELDS_WITH_LENGTH.len()],
}

impl Statistics {
    /// From the number of records with text, then for each field with a length the number of words of all records and the
    /// number of records that have the field.
    pub(super) fn from_counts(counts: &[u64]) -> Self {
        let count = |at: usize| counts.get(at).copied().unwrap_or(0);
        let mut mean_lengths = [1.0; FIELDS_WITH_LENGTH.len()];
        for (field, mean) in mean_lengths.iter_mut().enumerate() {
            let (words, records) = (count(1 + 2 * field), count(2 + 2 * field));
            if records > 0 {
                *mean = in_steps(words as f64 / records as f64);
            }
        }
        Statistics { record_count: count(0) as usize, mean_lengths }
    }

    /// How much one occurrence in `field` counts, in a record whose fields have these `lengths`: the field's weight over its
    /// length, as in BM25F.
    pub(super) fn field_weight(&self, lengths: impl Fn(usize) -> u16, field: Field) -> f64 {
        let (weight, b) = field.weight();
        let Some(at) = length_place(field) else { return weight };
        let mean = self.mean_lengths.get(at).copied().unwrap_or(1.0);
        // A text of stop words only has no length, and a word in it.
        weight / (1.0 - b + b * f64::from(lengths(at).max(1)) / mean.max(1.0))
    }
}

/// A mean length in steps of which sixteen double it: at most 2.2 % off.
///
/// Frequencies are kept with the lengths weighed in, so that a mean that moved with every record that is added would change every
/// one of them; one that moves in steps hardly ever does. What a step changes of a score is less than a word more or less in a
/// title of twenty.
fn in_steps(mean: f64) -> f64 {
    // By products of a square root, which every machine works out alike, unlike powers and logarithms.
    let root = std::f64::consts::SQRT_2.sqrt().sqrt().sqrt();
    let mut step = 1.0;
    while step * root <= mean {
        step *= root;
    }
    if mean - step <= step * root - mean { step } else { step * root }
}

/// What [`Statistics::from_counts`] reads.
pub(super) fn counts(record_count: u64, lengths: &[RecordLengths]) -> Vec<u64> {
    let mut counts = vec![record_count];
    for field in 0..FIELDS_WITH_LENGTH.len() {
        let of_field = lengths.iter().filter_map(|lengths| lengths.get(field)).filter(|length| **length > 0);
        let (words, records) =
            of_field.fold((0, 0), |(words, records), length| (words + u64::from(*length), records + 1));
        counts.extend([words, records]);
    }
    counts
}

/// The rarity of a word that `having` of `records` records have: the idf of BM25, never negative.
///
/// Source: S. Robertson and H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009), section 3.
pub(crate) fn idf(records: usize, having: usize) -> f64 {
    let (records, having) = (records as f64, having as f64);
    (1.0 + (records - having + 0.5) / (having + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_a_text_of_stop_words_has_a_weight() {
        let statistics = Statistics::from_counts(&[]);
        for field in Field::ALL {
            assert!(statistics.field_weight(|_| 0, field).is_finite(), "{field:?}");
        }
    }

    #[test]
    fn a_mean_length_is_hardly_changed_and_never_again() {
        for words in 10..100_000_u32 {
            let mean = f64::from(words) / 10.0;
            let step = in_steps(mean);
            assert!((step / mean - 1.0).abs() < 0.0221, "{mean} {step}");
            assert_eq!(in_steps(step), step, "{mean}");
        }
    }

    #[test]
    fn lengths_are_kept_of_the_fields_whose_length_counts() {
        for field in Field::ALL {
            let (_, b) = field.weight();
            assert_eq!(length_place(field).is_some(), b > 0.0, "{field:?}");
        }
    }
}
