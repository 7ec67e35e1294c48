//! Where a word stands in a record, and how that is written in few bytes.

use super::Field;
use crate::analysis::Rule;

/// A word at a place in a text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// The text's place among the record's texts in this language.
    pub(crate) text: u32,
    pub(crate) field: Field,
    /// The form's place among the view's forms.
    pub(crate) form: u32,
    /// Its place among the words of the text, stop words left out, from 0.
    pub(crate) position: u32,
    /// Where it is written, in bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// True for a word that counts for lengths and neighbours: no stop word, no compound beside its parts.
    pub(crate) counted: bool,
    /// What made more than a plain word of it: inclusive, compound, hashtag or acronym.
    pub(crate) rule: Option<Rule>,
}

/// The rules an occurrence can name, by the number they are written as, from 1.
const RULES: [Rule; 4] = [Rule::Inclusive, Rule::Hashtag, Rule::Compound, Rule::Acronym];

/// What the next occurrence of the same word in the same record is written as the difference from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    text: u32,
    position: u32,
    start: u32,
}

impl Before {
    fn of(occurrence: &Occurrence) -> Self {
        Before { text: occurrence.text, position: occurrence.position, start: occurrence.start }
    }
}

impl Occurrence {
    /// Adds the occurrence to `bytes`: a byte for field, rule and whether it counts; then as LEB128 the text, the position and
    /// the start, each as the difference from `before` (position and start where the text is the same), the form and the
    /// length.
    pub(super) fn write(&self, bytes: &mut Vec<u8>, before: &mut Before) {
        let rule = RULES.iter().zip(1_u8..).find(|(rule, _)| Some(**rule) == self.rule);
        let rule = rule.map_or(0, |(_, number)| number);
        bytes.push(self.field.number() as u8 | u8::from(self.counted) << 3 | rule << 4);
        let same = if self.text == before.text { *before } else { Before::default() };
        write_number(bytes, self.text.wrapping_sub(before.text));
        write_number(bytes, self.position.wrapping_sub(same.position));
        write_number(bytes, self.start.wrapping_sub(same.start));
        write_number(bytes, self.form);
        write_number(bytes, self.end.wrapping_sub(self.start));
        *before = Before::of(self);
    }
}

/// Reads the occurrences of a word in a record one after the other; ends where the bytes make no sense.
#[derive(Debug, Clone)]
pub(crate) struct Occurrences<'a> {
    bytes: &'a [u8],
    before: Before,
}

impl<'a> Occurrences<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Occurrences { bytes, before: Before::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..u32::BITS).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u32::from(byte & 0x7F).wrapping_shl(shift);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        let (head, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        let field = *Field::ALL.get(usize::from(head & 7))?;
        let text = self.before.text.wrapping_add(self.number()?);
        let same = if text == self.before.text { self.before } else { Before::default() };
        let position = same.position.wrapping_add(self.number()?);
        let start = same.start.wrapping_add(self.number()?);
        let form = self.number()?;
        let end = start.wrapping_add(self.number()?);
        let rule = usize::from(head >> 4).checked_sub(1).and_then(|at| RULES.get(at)).copied();
        let found = Occurrence { text, field, form, position, start, end, counted: head >> 3 & 1 == 1, rule };
        self.before = Before::of(&found);
        Some(found)
    }
}

/// As LEB128: seven bits a byte, the lowest first; the highest bit says that more follow.
fn write_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn occurrence() -> impl Strategy<Value = Occurrence> {
        let number = prop_oneof![0_u32..300, any::<u32>()];
        let numbers = (number.clone(), number.clone(), number.clone(), number.clone(), number);
        (numbers, 0..Field::ALL.len(), any::<bool>(), 0..=RULES.len()).prop_map(
            |((text, form, position, start, end), field, counted, rule)| Occurrence {
                text,
                field: Field::ALL[field],
                form,
                position,
                start,
                end,
                counted,
                rule: rule.checked_sub(1).map(|at| RULES[at]),
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(all in proptest::collection::vec(occurrence(), 0..20)) {
            let (mut bytes, mut before) = (Vec::new(), Before::default());
            all.iter().for_each(|occurrence| occurrence.write(&mut bytes, &mut before));
            prop_assert_eq!(Occurrences::new(&bytes).collect::<Vec<_>>(), all);
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Occurrences::new(&bytes).count() <= bytes.len());
        }
    }
}
