//! Numbers of phrases as bytes, the lowest in one, and bytes that stand for themselves.

/// Phrases of one byte: it is their number.
const ONE: usize = 150;

/// The first bytes of phrases of two bytes, and of three; the bytes after it count up from the lowest number, the highest
/// first.
const TWO: u8 = 150;
const THREE: u8 = 252;

/// Stands before a byte that says how many bytes follow as they are.
pub(super) const LITERAL: u8 = 255;

const FIRST_OF_TWO: usize = ONE;
const FIRST_OF_THREE: usize = FIRST_OF_TWO + (THREE - TWO) as usize * 0x100;

/// How many phrases have a number.
pub(super) const MOST_PHRASES: usize = FIRST_OF_THREE + (LITERAL - THREE) as usize * 0x1_0000;

/// The number of the phrase whose code begins with these bytes, the first not [`LITERAL`], and how many of them it takes. It is
/// chosen from all three: a branch on the first byte could not be foretold, and would take longer than all of them.
#[inline]
pub(super) fn read_phrase([first, middle, last]: [u8; 3]) -> (usize, usize) {
    let [one, middle, last] = [first, middle, last].map(usize::from);
    let two = FIRST_OF_TWO.wrapping_add(one.wrapping_sub(TWO.into()) << 8 | middle);
    let three = FIRST_OF_THREE.wrapping_add(one.wrapping_sub(THREE.into()) << 16 | middle << 8 | last);
    let (is_two, is_three) = (first >= TWO, first >= THREE);
    let number = if is_three {
        three
    } else if is_two {
        two
    } else {
        one
    };
    (number, 1 + usize::from(is_two) + usize::from(is_three))
}

/// How many bytes the phrase with a number takes.
pub(super) fn width(number: usize) -> usize {
    match number {
        ..FIRST_OF_TWO => 1,
        FIRST_OF_TWO..FIRST_OF_THREE => 2,
        _ => 3,
    }
}

/// Adds the phrase with a number below [`MOST_PHRASES`].
pub(super) fn write_phrase(codes: &mut Vec<u8>, number: usize) {
    let (first, above) = match width(number) {
        1 => (0, number),
        2 => (TWO, number - FIRST_OF_TWO),
        _ => (THREE, number - FIRST_OF_THREE),
    };
    let places = width(number) - 1;
    codes.push(first + (above >> (8 * places)) as u8);
    codes.extend((0..places).rev().map(|place| (above >> (8 * place)) as u8));
}

/// Adds bytes as they are.
pub(super) fn write_literal(codes: &mut Vec<u8>, bytes: &[u8]) {
    for part in bytes.chunks(u8::MAX.into()) {
        codes.extend([LITERAL, part.len() as u8]);
        codes.extend_from_slice(part);
    }
}
