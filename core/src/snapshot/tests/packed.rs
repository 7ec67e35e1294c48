use proptest::prelude::*;

use super::super::lists::{Lists, ListsBuilder};
use super::super::packed::{Packed, PackedSection, packed};
use super::super::strings::{Strings, StringsBuilder};
use super::*;
use crate::snapshot::Section;

#[test]
fn numbers_take_the_bytes_that_the_greatest_needs() {
    for (greatest, width) in [
        (0_u64, 1),
        (255, 1),
        (256, 2),
        (65_535, 2),
        (65_536, 3),
        (0xFF_FFFF, 3),
        (1 << 24, 4),
        (0xFFFF_FFFF, 4),
    ] {
        assert_eq!(packed(&[0, greatest, 1]).len(), 1 + 3 * width, "{greatest}");
    }
    assert_eq!(packed(&[1_u64 << 32]), [8, 0, 0, 0, 0, 1, 0, 0, 0]);
    assert!(packed::<u32>(&[]).is_empty());
}

#[test]
fn packed_numbers_that_are_not_whole_are_damage() {
    for bytes in [&[0][..], &[5, 0, 0, 0, 0, 0], &[2, 1], &[3, 1, 2], &[4, 1, 2, 3], &[8, 1, 2, 3, 4], &[255]]
    {
        let error = PackedSection::new(Section::of_bytes(bytes.to_vec())).unwrap_err();
        assert_kind(&error, ErrorKind::InvalidSnapshot);
    }
    for bytes in [&[][..], &[1], &[2], &[3], &[4], &[8]] {
        assert_eq!(PackedSection::new(Section::of_bytes(bytes.to_vec())).unwrap().view().len(), 0);
    }
}

/// Numbers of any width.
fn number() -> impl Strategy<Value = u64> {
    (any::<u64>(), 0..64_u32).prop_map(|(number, shift)| number >> shift)
}

proptest! {
    #[test]
    fn packed_numbers_come_back(numbers in prop::collection::vec(number(), 0..20), most in 0..64_u32, part in 0..25_usize) {
        let numbers: Vec<u64> = numbers.into_iter().map(|number| number >> most).collect();
        let bytes = packed(&numbers);
        let view = Packed::new(&bytes).unwrap();
        let expected: Vec<usize> = numbers.iter().map(|number| *number as usize).collect();
        prop_assert!(view.iter().eq(expected.iter().copied()));
        for place in 0..numbers.len() + 2 {
            prop_assert_eq!(view.get(place), expected.get(place).copied());
        }
        prop_assert_eq!(view.get(usize::MAX), None);
        let found = view.range(part..part + 3).map(|part| part.iter().collect::<Vec<_>>());
        prop_assert_eq!(found, expected.get(part..part + 3).map(<[usize]>::to_vec));
    }

    #[test]
    fn lists_come_back(lists in prop::collection::vec(prop::collection::vec(any::<u32>(), 0..5), 0..20), most in 0..32) {
        let lists: Vec<Vec<u32>> =
            lists.into_iter().map(|list| list.into_iter().map(|number| number >> most).collect()).collect();
        let mut builder = ListsBuilder::default();
        lists.iter().for_each(|list| builder.push(list.iter().copied()));
        let [ends, numbers] = builder.finish().unwrap().map(Section::of_bytes);
        let read = Lists::new(ends, numbers).unwrap();
        for place in 0..lists.len() + 2 {
            prop_assert!(read.get(place).iter().eq(lists.get(place).into_iter().flatten().copied()));
        }
        prop_assert!(read.numbers().iter().eq(lists.concat()));
    }

    #[test]
    fn strings_come_back(texts in prop::collection::vec(".{0,5}", 0..20)) {
        let mut builder = StringsBuilder::default();
        texts.iter().for_each(|text| builder.push(text));
        let [ends, joined] = builder.finish().unwrap().map(Section::of_bytes);
        let read = Strings::new(ends, joined).unwrap();
        prop_assert_eq!(read.len(), texts.len());
        for place in 0..texts.len() + 2 {
            prop_assert_eq!(read.get(place), texts.get(place).map_or("", String::as_str));
        }
    }

    #[test]
    fn any_bytes_are_lists_and_strings_or_damage(
        ends in prop::collection::vec(any::<u8>(), 0..20),
        content in prop::collection::vec(any::<u8>(), 0..20),
        width in prop::sample::select(vec![1_u8, 2, 3, 4, 8, 9]),
    ) {
        let section = |bytes: &[u8]| Section::of_bytes(std::iter::once(width).chain(bytes.iter().copied()).collect());
        if let Ok(lists) = Lists::new(section(&ends), section(&content)) {
            (0..25).for_each(|place| assert!(lists.get(place).iter().count() <= content.len()));
        }
        if let Ok(strings) = Strings::new(section(&ends), section(&content)) {
            (0..25).for_each(|place| assert!(strings.get(place).len() <= content.len() + 1));
        }
    }
}
