//! Topics with a label in which what was typed stands.

use std::collections::BTreeMap;

use super::candidate::{Candidate, Shown, What};
use super::matching::{Matched, matched};
use super::typed::Typed;
use super::{CompletionKind, MatchedLabel};
use crate::index::{FacetField, RecordSet, TopicLabel};
use crate::search::{Searcher, segments};
use crate::text::{Language, OffsetUnit, Span};

/// The topics that some record has and that are found by a label in either language, each shown by its label for the reader. `set`: the
/// records that pass the filters, where there are any.
pub(super) fn topics(
    searcher: &Searcher,
    typed: &[Typed],
    set: Option<&RecordSet>,
    reader: Language,
    unit: OffsetUnit,
) -> Vec<Candidate> {
    let Some(column) = searcher.index.column(&FacetField::Topic) else { return Vec::new() };
    let labels = searcher.index.topic_labels(&searcher.catalogue);
    // By topic, the label that tells the reader most.
    let mut found: BTreeMap<&str, (u8, &TopicLabel, Matched)> = BTreeMap::new();
    for typed in typed {
        for beginning in typed.looked_up() {
            let in_language = labels.with_word(beginning).filter(|label| label.language == typed.language);
            for label in in_language {
                let Some(matched) = matched(typed, &label.text, &label.tokens) else { continue };
                let worse = u8::from(!matched.at_beginning)
                    + 2 * u8::from(label.hidden)
                    + 4 * u8::from(label.language != reader);
                match found.get(label.topic.as_str()) {
                    Some((known, ..)) if *known <= worse => {}
                    _ => {
                        found.insert(&label.topic, (worse, label, matched));
                    }
                }
            }
        }
    }
    let candidates = found.into_iter().filter_map(|(topic, (_, label, matched))| {
        let place = column.place(topic)?;
        let shown = column.values.get(place as usize)?.label.read(reader)?;
        let of_set = |set: &RecordSet| set.count(column.records_of(place));
        let count = set.map_or_else(|| column.record_count_of(place), of_set);
        let is_shown = *shown.value == label.text;
        let other = (!is_shown && !label.hidden).then(|| MatchedLabel {
            language: label.language,
            segments: segments(&label.text, Span::new(0, label.text.len()), &matched.marks, unit),
        });
        (count > 0).then(|| Candidate {
            kind: CompletionKind::Topic,
            language: Some(shown.language),
            count,
            at_beginning: is_shown && matched.at_beginning,
            order: (0, 0, 0),
            name: shown.value.clone(),
            what: What::Text(Shown {
                text: shown.value.clone(),
                marks: if is_shown { matched.marks } else { Vec::new() },
                id: Some(topic.to_owned()),
                record: None,
                matched: other,
            }),
        })
    });
    candidates.collect()
}
