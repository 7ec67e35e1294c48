//! Where in a record the words of a phrase stand side by side.

use super::phrase_words::{PhraseWords, Word, letters};
use crate::analysis::Rule;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::index::{Cursor, FieldText, Index, Occurrence, View};
use crate::text::Span;

/// The most bytes between two words side by side in which no word has room: a blank and a sign. A word has a letter and two more.
const NO_WORD: u32 = 2;

/// The most bytes between two words side by side: elided words, blanks, signs.
pub(super) const FARTHEST: u32 = 24;

/// On which side of the words that were looked at before a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Where words stand side by side: the text, by its place among those of the record, and where in it they begin and end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) text: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Reads where the words of a phrase stand, in one record after the other.
pub(super) struct Readers<'a> {
    /// Of the words, in the order in which they are looked at.
    words: Vec<Reader<'a>>,
    /// Where the words that were looked at stand side by side.
    places: Vec<Place>,
    /// Where they do with the next word.
    next: Vec<Place>,
}

impl<'a> Readers<'a> {
    pub(super) fn new(words: Vec<Reader<'a>>) -> Self {
        Readers { words, places: Vec::new(), next: Vec::new() }
    }
}

/// Reads where a word of a phrase stands, in one record after the other.
pub(super) struct Reader<'a> {
    word: &'a Word,
    side: Side,
    /// The letters that must stand between the word and its neighbour.
    between: &'a str,
    phrase: &'a PhraseWords,
    view: &'a View,
    cursors: Vec<Cursor<'a>>,
    /// The form that was read last, and whether it is one of the word: most are of the same form as the one before.
    last: Option<(u32, bool)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        word: &'a Word,
        side: Side,
        between: &'a str,
        phrase: &'a PhraseWords,
        view: &'a View,
    ) -> Self {
        let cursors = word.keys.iter().map(|key| view.postings(*key).cursor()).collect();
        Reader { word, side, between, phrase, view, cursors, last: None }
    }

    /// Gives `add` each occurrence in `record` that counts; records must ascend.
    fn each(
        &mut self,
        record: u32,
        mut add: impl FnMut(&Occurrence) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Reader { word, phrase, view, cursors, last, .. } = self;
        for cursor in cursors {
            for occurrence in cursor.of(record) {
                if phrase.field.is_none_or(|field| occurrence.field == field)
                    && (!phrase.verbatim || has_form(&occurrence, word, view, last))
                {
                    add(&occurrence)?;
                }
            }
        }
        Ok(())
    }
}

/// True for an occurrence of one of the forms of a word.
fn has_form(occurrence: &Occurrence, word: &Word, view: &View, last: &mut Option<(u32, bool)>) -> bool {
    // One of an inclusive form stands for both.
    if occurrence.rule == Some(Rule::Inclusive) {
        return true;
    }
    match *last {
        Some((form, is_one)) if form == occurrence.form => is_one,
        _ => {
            let found = view.form(occurrence.form);
            let is_one = word.folded.iter().any(|folded| **folded == *found.folded);
            *last = Some((occurrence.form, is_one));
            is_one
        }
    }
}

/// A record that may have the words of a phrase side by side.
pub(super) struct InRecord<'a> {
    phrase: &'a PhraseWords,
    record: u32,
    index: &'a Index,
    catalogue: &'a Catalogue,
    /// The texts of the record, once one was looked at, and the place of the last that is there.
    texts: Option<(u32, Vec<FieldText<'a>>)>,
}

impl<'a> InRecord<'a> {
    pub(super) fn new(
        phrase: &'a PhraseWords,
        record: u32,
        index: &'a Index,
        catalogue: &'a Catalogue,
    ) -> Self {
        InRecord { phrase, record, index, catalogue, texts: None }
    }

    /// Where the words stand side by side, in the order of the texts.
    ///
    /// # Errors
    /// `InvalidSnapshot`: a text that must be looked at is not as it was written.
    pub(super) fn places<'r>(&mut self, readers: &'r mut Readers<'_>) -> Result<&'r [Place], Error> {
        let Readers { words, places, next } = readers;
        places.clear();
        let Some((first, others)) = words.split_first_mut() else { return Ok(places) };
        let view = first.view;
        let place = |found: &Occurrence| Place { text: found.text, start: found.start, end: view.end(found) };
        first.each(self.record, |found| {
            places.push(place(found));
            Ok(())
        })?;
        for reader in others {
            if places.is_empty() {
                return Ok(places);
            }
            let (side, between) = (reader.side, reader.between);
            match side {
                Side::Left => places.sort_unstable_by_key(|place| (place.text, place.start)),
                Side::Right => places.sort_unstable_by_key(|place| (place.text, place.end)),
            }
            next.clear();
            reader.each(self.record, |found| {
                let found = place(found);
                for neighbour in neighbours(places, found, side) {
                    let (left, right) =
                        if side == Side::Left { (found, *neighbour) } else { (*neighbour, found) };
                    if self.are_side_by_side(left, right, between)? {
                        next.push(Place { text: left.text, start: left.start, end: right.end });
                    }
                }
                Ok(())
            })?;
            std::mem::swap(places, next);
        }
        // One word may be under several keys.
        places.sort_unstable();
        places.dedup();
        Ok(places)
    }

    /// True for places one after the other with nothing but the letters `between` between them.
    fn are_side_by_side(&mut self, left: Place, right: Place, between: &str) -> Result<bool, Error> {
        Ok(match right.start.checked_sub(left.end) {
            None => false,
            Some(distance) if distance <= NO_WORD => between.is_empty(),
            Some(distance) if distance <= FARTHEST => {
                letters(self.slice(left.text, left.end, right.start)?) == between
            }
            Some(_) => false,
        })
    }

    /// What stands in a text between two words.
    fn slice(&mut self, text: u32, start: u32, end: u32) -> Result<&str, Error> {
        if self.texts.as_ref().is_none_or(|(last, _)| *last < text) {
            let record = self.index.records.get(self.record);
            let texts = record
                .map(|record| record.texts_to(self.catalogue, self.phrase.language, text as usize))
                .transpose()?;
            self.texts = Some((text, texts.unwrap_or_default()));
        }
        let text = self.texts.as_ref().and_then(|(_, texts)| texts.get(text as usize));
        Ok(text.map_or("", |text| Span::new(start as usize, end as usize).slice(&text.text)))
    }
}

/// Those of `places` that may stand on the other side of `found`: near enough. They are in the order of where they end, where `found`
/// stands to their right, else of where they begin.
fn neighbours(places: &[Place], found: Place, side: Side) -> &[Place] {
    let (near, edge): (u32, fn(&Place) -> u32) = match side {
        Side::Left => (found.end, |place| place.start),
        Side::Right => (found.start.saturating_sub(FARTHEST), |place| place.end),
    };
    let start = places.partition_point(|place| (place.text, edge(place)) < (found.text, near));
    let rest = places.get(start..).unwrap_or_default();
    let end = rest
        .partition_point(|place| (place.text, edge(place)) <= (found.text, near.saturating_add(FARTHEST)));
    rest.get(..end).unwrap_or_default()
}
