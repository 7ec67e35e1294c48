//! Numbers of phrases as bytes, the lowest in one, and bytes that stand for themselves.

/// Phrases of one byte: it is their number.
const ONE: usize = 150;

/// The first bytes of phrases of two bytes, and of three; the bytes after it count up from the lowest number, the highest
/// first.
const TWO: u8 = 150;
const THREE: u8 = 252;

/// Stands before a byte that says how many bytes follow as they are.
const LITERAL: u8 = 255;

const FIRST_OF_TWO: usize = ONE;
const FIRST_OF_THREE: usize = FIRST_OF_TWO + (THREE - TWO) as usize * 0x100;

/// How many phrases have a number.
pub(super) const MOST_PHRASES: usize = FIRST_OF_THREE + (LITERAL - THREE) as usize * 0x1_0000;

/// What is next in a text.
#[derive(Debug, PartialEq)]
pub(super) enum Code<'a> {
    /// The phrase with this number. A blank stands before it where it begins with a word and the phrase before it ended with
    /// one.
    Phrase(usize),
    Literal(&'a [u8]),
}

impl<'a> Code<'a> {
    /// Takes it from the beginning of `codes`; `None` where they end before it does.
    #[inline]
    pub(super) fn read(codes: &mut &'a [u8]) -> Option<Self> {
        let (&first, rest) = codes.split_first()?;
        let (code, rest) = match first {
            ..TWO => (Code::Phrase(first.into()), rest),
            TWO..THREE => {
                let (&low, rest) = rest.split_first()?;
                let number = usize::from(first - TWO) << 8 | usize::from(low);
                (Code::Phrase(FIRST_OF_TWO + number), rest)
            }
            THREE..LITERAL => {
                let (&[middle, low], rest) = rest.split_first_chunk()?;
                let number = usize::from(first - THREE) << 16 | usize::from(middle) << 8 | usize::from(low);
                (Code::Phrase(FIRST_OF_THREE + number), rest)
            }
            LITERAL => {
                let (&length, rest) = rest.split_first()?;
                let (bytes, rest) = rest.split_at_checked(length.into())?;
                (Code::Literal(bytes), rest)
            }
        };
        *codes = rest;
        Some(code)
    }
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
