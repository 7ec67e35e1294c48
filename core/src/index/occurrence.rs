//! Where a word stands in a record, and how that is written in few bytes.

use std::num::NonZeroU32;

use super::Field;
use crate::analysis::Rule;
use crate::snapshot::{read_number, write_number};

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
    /// How many bytes it takes there, where that is not the length of the form: [`View::end`](super::View::end) knows both.
    pub(crate) length: Option<NonZeroU32>,
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

/// What the first byte of an occurrence has where a form or a text has no room in it, and follows.
const FOLLOWS: u32 = 3;

/// The fewest bytes an occurrence is written in: the first, the position, the start.
pub(super) const SHORTEST: usize = 3;

/// How many bytes of a text there are to a word that says something, about: in English and French alike, with the blanks and
/// stop words between.
const BYTES_A_WORD: u32 = 11;

impl Before {
    /// Where a word of a text begins, about, of which the one before is known.
    fn expected_start(self, position: u32) -> u32 {
        self.start.wrapping_add(position.wrapping_sub(self.position).wrapping_mul(BYTES_A_WORD))
    }
}

impl Occurrence {
    /// True for a word that counts, in a title.
    pub(super) fn is_of_title(&self) -> bool {
        self.counted && self.field == Field::Title
    }

    /// Adds the occurrence to `bytes`. The first has, from the lowest bit: three for the field, one for whether it counts, two for
    /// the form, two for the text. The form is counted from `first_form`, the text is the difference from `before`. Then, as
    /// LEB128: where the form is 3 there, four times the form, and 2 more where a length follows, 1 more where a rule does;
    /// where the text is 3, that less 3; the position, as the difference from `before` where the text is the same; how far the
    /// start is from where it is expected; the length. Last a byte for the rule.
    pub(super) fn write(&self, bytes: &mut Vec<u8>, first_form: u32, before: &mut Before) {
        let rule =
            RULES.iter().zip(1_u8..).find(|(rule, _)| Some(**rule) == self.rule).map(|(_, number)| number);
        let form = self.form.wrapping_sub(first_form);
        let text = self.text.wrapping_sub(before.text);
        // Few have a length or a rule: most need no byte to say that they have none.
        let is_plain = self.length.is_none() && rule.is_none();
        let [form_bits, text_bits] =
            [if is_plain { form } else { FOLLOWS }, text].map(|number| number.min(FOLLOWS) as u8);
        bytes.push(self.field.number() as u8 | u8::from(self.counted) << 3 | form_bits << 4 | text_bits << 6);
        if u32::from(form_bits) == FOLLOWS {
            let marks = u64::from(self.length.is_some()) << 1 | u64::from(rule.is_some());
            write_number(bytes, u64::from(form) << 2 | marks);
        }
        if let Some(text) = text.checked_sub(FOLLOWS) {
            write_number(bytes, text.into());
        }
        let same = if self.text == before.text { *before } else { Before::default() };
        write_number(bytes, self.position.wrapping_sub(same.position).into());
        let off = self.start.wrapping_sub(same.expected_start(self.position)) as i32;
        write_number(bytes, ((off << 1 ^ off >> 31) as u32).into());
        self.length.iter().for_each(|length| write_number(bytes, length.get().into()));
        bytes.extend(rule);
        *before = Before::of(self);
    }
}

/// Reads the occurrences of a word in a record one after the other; ends where the bytes make no sense.
#[derive(Debug, Clone, Default)]
pub(crate) struct Occurrences<'a> {
    bytes: &'a [u8],
    first_form: u32,
    before: Before,
}

impl<'a> Occurrences<'a> {
    pub(super) fn new(bytes: &'a [u8], first_form: u32) -> Self {
        Occurrences { bytes, first_form, before: Before::default() }
    }

    /// Reads what stands before each occurrence where those of many records follow one another: by how much its record is more than that
    /// of the one before. A new record has nothing before it.
    pub(super) fn records_on(&mut self) -> Option<u32> {
        let on = self.number()?;
        if on > 0 {
            self.before = Before::default();
        }
        Some(on)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }

    fn number(&mut self) -> Option<u32> {
        read_number(&mut self.bytes).map(|number| number as u32)
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        let head = self.byte()?;
        let field = *Field::ALL.get(usize::from(head & 7))?;
        let (form, marks) = match u32::from(head >> 4) & 3 {
            FOLLOWS => read_number(&mut self.bytes).map(|number| ((number >> 2) as u32, number & 3))?,
            form => (form, 0),
        };
        let form = self.first_form.wrapping_add(form);
        let text = match u32::from(head >> 6) {
            FOLLOWS => FOLLOWS.wrapping_add(self.number()?),
            text => text,
        };
        let text = self.before.text.wrapping_add(text);
        let same = if text == self.before.text { self.before } else { Before::default() };
        let position = same.position.wrapping_add(self.number()?);
        let off = self.number()?;
        let start = same.expected_start(position).wrapping_add(off >> 1 ^ (off & 1).wrapping_neg());
        let length = if marks & 2 == 0 { None } else { NonZeroU32::new(self.number()?) };
        let rule = if marks & 1 == 0 { 0 } else { self.byte()? };
        let rule = usize::from(rule).checked_sub(1).and_then(|at| RULES.get(at)).copied();
        let found =
            Occurrence { text, field, form, position, start, length, counted: head >> 3 & 1 == 1, rule };
        self.before = Before::of(&found);
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn occurrence() -> impl Strategy<Value = Occurrence> {
        let number = prop_oneof![0_u32..300, any::<u32>()];
        let numbers = (number.clone(), number.clone(), number.clone(), number.clone(), number);
        (numbers, 0..Field::ALL.len(), any::<bool>(), 0..=RULES.len()).prop_map(
            |((text, form, position, start, length), field, counted, rule)| Occurrence {
                text,
                field: Field::ALL[field],
                form,
                position,
                start,
                length: NonZeroU32::new(if length % 3 == 0 { 0 } else { length }),
                counted,
                rule: rule.checked_sub(1).map(|at| RULES[at]),
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(all in proptest::collection::vec(occurrence(), 0..20), first_form in 0_u32..300) {
            let (mut bytes, mut before) = (Vec::new(), Before::default());
            all.iter().for_each(|occurrence| occurrence.write(&mut bytes, first_form, &mut before));
            prop_assert_eq!(Occurrences::new(&bytes, first_form).collect::<Vec<_>>(), all);
        }

        #[test]
        fn no_byte_says_that_a_word_is_as_long_as_its_form(
            all in proptest::collection::vec(occurrence(), 0..20),
            first_form in 0_u32..300,
        ) {
            let length = |all: &[Occurrence]| {
                let (mut bytes, mut before) = (Vec::new(), Before::default());
                all.iter().for_each(|occurrence| occurrence.write(&mut bytes, first_form, &mut before));
                bytes.len()
            };
            let plain: Vec<Occurrence> =
                all.iter().map(|found| Occurrence { length: None, rule: None, ..*found }).collect();
            let marked = all.iter().filter(|found| found.length.is_some() || found.rule.is_some()).count();
            prop_assert!(length(&plain) + marked <= length(&all));
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Occurrences::new(&bytes, 7).count() <= bytes.len());
        }
    }
}
