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

/// The most that fits beside other things into the first byte of an occurrence; what is more follows.
const INLINE: u32 = 3;

impl Occurrence {
    /// True for a word that counts, in a title.
    pub(super) fn is_of_title(&self) -> bool {
        self.counted && self.field == Field::Title
    }

    /// Adds the occurrence to `bytes`. The first has, from the lowest bit: three for the field, one for whether it counts, two for
    /// the form, two for the text. The form is counted from `first_form`, the text is the difference from `before`; 3 says
    /// that 3 less follows. Then, as LEB128: what the first byte has no room for; the position and the start, each as the
    /// difference from `before` where the text is the same; twice the length, and 1 more where a byte for the rule follows.
    pub(super) fn write(&self, bytes: &mut Vec<u8>, first_form: u32, before: &mut Before) {
        let rule =
            RULES.iter().zip(1_u8..).find(|(rule, _)| Some(**rule) == self.rule).map(|(_, number)| number);
        let form = self.form.wrapping_sub(first_form);
        let text = self.text.wrapping_sub(before.text);
        let [form_bits, text_bits] = [form, text].map(|number| number.min(INLINE) as u8);
        bytes.push(self.field.number() as u8 | u8::from(self.counted) << 3 | form_bits << 4 | text_bits << 6);
        for number in [form, text].into_iter().filter_map(|number| number.checked_sub(INLINE)) {
            write_number(bytes, number.into());
        }
        let same = if self.text == before.text { *before } else { Before::default() };
        write_number(bytes, self.position.wrapping_sub(same.position).into());
        write_number(bytes, self.start.wrapping_sub(same.start).into());
        write_number(bytes, u64::from(self.end.wrapping_sub(self.start)) << 1 | u64::from(rule.is_some()));
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

    /// The number that begins in the first byte of an occurrence.
    fn begun(&mut self, bits: u8) -> Option<u32> {
        let begun = u32::from(bits) & INLINE;
        if begun < INLINE { Some(begun) } else { Some(INLINE.wrapping_add(self.number()?)) }
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        let head = self.byte()?;
        let field = *Field::ALL.get(usize::from(head & 7))?;
        let form = self.first_form.wrapping_add(self.begun(head >> 4)?);
        let text = self.before.text.wrapping_add(self.begun(head >> 6)?);
        let same = if text == self.before.text { self.before } else { Before::default() };
        let position = same.position.wrapping_add(self.number()?);
        let start = same.start.wrapping_add(self.number()?);
        let length = read_number(&mut self.bytes)?;
        let end = start.wrapping_add((length >> 1) as u32);
        let rule = if length & 1 == 1 { self.byte()? } else { 0 };
        let rule = usize::from(rule).checked_sub(1).and_then(|at| RULES.get(at)).copied();
        let found = Occurrence { text, field, form, position, start, end, counted: head >> 3 & 1 == 1, rule };
        self.before = Before::of(&found);
        Some(found)
    }
}

/// As LEB128: seven bits a byte, the lowest first; the highest bit says that more follow.
pub(super) fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number from the beginning of `bytes`; `None` where they end before it does.
pub(super) fn read_number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..u64::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F).wrapping_shl(shift);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
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
        fn what_is_written_is_read(all in proptest::collection::vec(occurrence(), 0..20), first_form in 0_u32..300) {
            let (mut bytes, mut before) = (Vec::new(), Before::default());
            all.iter().for_each(|occurrence| occurrence.write(&mut bytes, first_form, &mut before));
            prop_assert_eq!(Occurrences::new(&bytes, first_form).collect::<Vec<_>>(), all);
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Occurrences::new(&bytes, 7).count() <= bytes.len());
        }
    }
}
