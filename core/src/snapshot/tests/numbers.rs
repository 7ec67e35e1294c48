use proptest::prelude::*;

use super::super::numbers::{Number, NumberSection, Numbers, bytes_of, countable};
use super::*;

fn section(bytes: Vec<u8>) -> super::super::Section {
    let mut writer = Writer::default();
    writer.add(COUNTS, bytes);
    open(writer.finish()).unwrap().section(COUNTS).unwrap()
}

#[test]
fn numbers_are_read_by_their_place() {
    let numbers = NumberSection::<u32>::new(section(bytes_of([7_u32, 8, 1 << 31]))).unwrap();
    assert_eq!(numbers.len(), 3);
    assert_eq!(numbers.get(2), Some(1 << 31));
    assert_eq!(numbers.get(3), None);
    assert_eq!(numbers.get(usize::MAX), None);
    let view = numbers.view();
    assert!(view.range(1..3).unwrap().iter().eq([8, 1 << 31]));
    assert!(view.range(2..4).is_none());
    assert_eq!(view.partition_point(|number| number < 8), 1);
}

#[test]
fn a_part_of_a_number_at_the_end_is_damage() {
    for length in [1, 3, 4, 12, 15] {
        let error = NumberSection::<u64>::new(section(vec![0; length])).unwrap_err();
        assert_kind(&error, ErrorKind::InvalidSnapshot);
    }
    assert_eq!(NumberSection::<u64>::new(section(Vec::new())).unwrap().len(), 0);
}

fn same<T: Number + PartialEq + std::fmt::Debug>(numbers: &[T], start: usize) -> Result<(), TestCaseError> {
    // At any alignment.
    let mut bytes = vec![0; start];
    bytes.extend(bytes_of(numbers.iter().copied()));
    let view = Numbers::<T>::new(&bytes[start..]).unwrap();
    prop_assert_eq!(view.len(), numbers.len());
    prop_assert!(view.iter().eq(numbers.iter().copied()));
    for (place, number) in numbers.iter().enumerate() {
        prop_assert_eq!(view.get(place), Some(*number));
    }
    prop_assert!(view.get(numbers.len()).is_none());
    Ok(())
}

proptest! {
    #[test]
    fn numbers_come_back_at_any_alignment(
        wide in prop::collection::vec(any::<u64>(), 0..20),
        reals in prop::collection::vec(any::<f32>().prop_filter("equal to itself", |number| !number.is_nan()), 0..20),
        start in 0..8_usize,
    ) {
        same(&wide, start)?;
        same(&wide.iter().map(|number| *number as u32).collect::<Vec<_>>(), start)?;
        same(&wide.iter().map(|number| *number as i32).collect::<Vec<_>>(), start)?;
        same(&wide.iter().map(|number| *number as u16).collect::<Vec<_>>(), start)?;
        same(&reals, start)?;
    }
}

#[test]
fn more_than_the_numbers_can_count_is_refused() {
    assert!(countable(u32::MAX as usize).is_ok());
    let error = countable(u32::MAX as usize + 1).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCatalogue);
    assert_eq!(error.remedy().en, "Divide it into several catalogues.");
}
