use proptest::prelude::*;

use super::code::{MOST_PHRASES, width, write_literal, write_phrase};
use super::words::pieces;
use super::*;

fn sections<'t>(texts: impl IntoIterator<Item = &'t str>) -> [Vec<u8>; 4] {
    let texts: Vec<&str> = texts.into_iter().collect();
    let sample: Vec<String> = sampled(texts.len()).map(|place| texts[place].to_owned()).collect();
    let mut builder = TextsBuilder::new(&sample);
    texts.into_iter().for_each(|text| builder.push(text));
    builder.finish().unwrap()
}

fn opened(sections: [Vec<u8>; 4]) -> Texts {
    Texts::new(sections.map(Section::of_bytes)).unwrap()
}

fn assert_same(texts: &[String]) {
    let written = sections(texts.iter().map(String::as_str));
    let read = opened(written.clone());
    assert_eq!(read.len(), texts.len());
    for (place, text) in texts.iter().enumerate() {
        assert_eq!(read.get(place).as_deref(), Some(text.as_bytes()), "{text:?}");
    }
    assert_eq!((read.get(texts.len()), read.get(usize::MAX)), (None, None));
    assert_eq!(sections(texts.iter().map(String::as_str)), written, "the same texts give the same bytes");
}

#[test]
fn a_text_falls_into_words_and_what_stands_between_them() {
    let found: Vec<&str> = pieces("  L’été, 2 des\u{a0}«\u{a0}étudiant·e·s » ").collect();
    assert_eq!(
        found,
        ["  ", "L", "’", "été", ", ", "2", "des", "\u{a0}«\u{a0}", "étudiant", "·", "e", "·", "s", " » "]
    );
    assert_eq!(pieces(" a b  c ").collect::<Vec<_>>(), [" ", "a", "b", "  ", "c", " "]);
    assert_eq!(pieces("").count(), 0);
}

#[test]
fn every_number_of_a_phrase_comes_back() {
    let (mut codes, mut least) = (Vec::new(), 1);
    for number in 0..MOST_PHRASES {
        codes.clear();
        write_phrase(&mut codes, number);
        assert!(codes.len() == width(number) && codes.len() >= least);
        least = codes.len();
        assert!(codes.first() < Some(&LITERAL));
        codes.resize(3, 0xAA);
        let bytes = *codes.first_chunk().unwrap();
        assert_eq!(read_phrase(bytes), (number, width(number)));
    }
}

#[test]
fn a_code_that_is_cut_short_is_none() {
    let phrases = Phrase::to_bits(0, "a").unwrap().to_le_bytes().repeat(30_000);
    for codes in [&[0, 150][..], &[252, 0], &[252], &[255], &[255, 2, b'a'], &[0, 255, 1]] {
        let texts = opened([vec![1, codes.len() as u8], codes.to_vec(), phrases.clone(), b"a".to_vec()]);
        assert_eq!(texts.get(0), None, "{codes:?}");
    }
}

#[test]
fn what_is_common_takes_few_bytes() {
    let texts: Vec<String> = (0..1000)
        .map(|at| format!("{{\"id\":\"r{at}\",\"title\":{{\"fr\":\"Le mentorat des femmes\"}}}}"))
        .collect();
    assert_same(&texts);
    let [_, codes, _, phrases] = sections(texts.iter().map(String::as_str));
    assert!(codes.len() < 12 * texts.len(), "{}", codes.len());
    assert!(phrases.len() < 1000, "{}", phrases.len());
}

#[test]
fn a_text_that_no_other_is_like_comes_back() {
    let long = "x".repeat(1000);
    assert_same(&[String::new(), long.clone(), format!("{long} {long}{}", " ".repeat(300)), "é".repeat(200)]);
    assert_same(&[]);
}

#[test]
fn more_texts_than_are_looked_at_for_phrases_come_back() {
    assert_same(&(0..5000).map(|at| format!("a {} b {} c", at % 7, at % 11)).collect::<Vec<_>>());
}

#[test]
fn a_phrase_comes_back_from_its_bits() {
    for (start, phrase) in [(0, "a"), (7, "·"), ((1 << 24) - 1, " a"), (1 << 20, &"é".repeat(32) as &str)] {
        let bits = Phrase::to_bits(start, phrase).unwrap();
        let found = Phrase::from_bits(bits);
        assert_eq!((found.start, found.length), (start, phrase.len()));
        assert_eq!(found.begins_with_word, !phrase.starts_with([' ', '·']));
        assert_eq!(found.ends_with_word, !phrase.ends_with('·'));
    }
    assert_eq!(Phrase::to_bits(1 << 24, "a"), None);
}

#[test]
fn a_phrase_beyond_the_bytes_there_are_is_none() {
    let bits = |start| Phrase::to_bits(start, "abc").unwrap().to_le_bytes();
    let phrases = [bits(0), bits(7), bits(8), bits(1 << 23)].concat();
    let texts = opened([vec![1, 1, 2, 3, 4, 5], vec![0, 1, 2, 3, 4], phrases, b"abc0123xyz".to_vec()]);
    assert_eq!((texts.get(0), texts.get(1)), (Some(b"abc".to_vec()), Some(b"xyz".to_vec())));
    assert_eq!((texts.get(2), texts.get(3), texts.get(4)), (None, None, None));
}

/// Texts of few words, so that some are common.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let piece = prop_oneof![
        Just("the"),
        Just("été"),
        Just(" "),
        Just("  "),
        Just("’"),
        Just("·e"),
        Just("\",\""),
        Just("日本"),
        Just("🐜"),
        Just("\u{85}"),
        Just("\u{207f}"),
        Just("\u{2080}"),
        Just("\u{c0}"),
        Just("-"),
        Just("7"),
        Just("\0"),
    ];
    let common = prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat());
    prop::collection::vec(prop_oneof![3 => common, 1 => ".{0,40}"], 0..60)
}

proptest! {
    #[test]
    fn texts_come_back(texts in texts()) {
        assert_same(&texts);
    }

    #[test]
    fn literals_of_any_length_come_back(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let mut codes = Vec::new();
        write_literal(&mut codes, &bytes);
        let texts = opened([vec![2, codes.len() as u8, (codes.len() >> 8) as u8], codes, Vec::new(), Vec::new()]);
        prop_assert_eq!(texts.get(0), Some(bytes));
    }

    #[test]
    fn any_bytes_give_no_more_than_their_phrases(
        codes in prop::collection::vec(prop_oneof![3 => 0..4_u8, 1 => any::<u8>()], 0..100),
        phrases in prop::collection::vec((any::<u8>(), any::<u8>()), 0..8),
        joined in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let ends = |ends: &[u8]| std::iter::once(1).chain(ends.iter().copied()).collect();
        let length = codes.len();
        let phrases = phrases.into_iter().flat_map(|(start, high)| [start, 0, 0, high]).collect();
        let texts = opened([ends(&[length as u8, 0, 255]), codes, phrases, joined]);
        for place in 0..4 {
            let text = texts.get(place).unwrap_or_default();
            prop_assert!(text.len() <= length * (LONGEST_PHRASE + 1));
        }
    }

    #[test]
    fn a_change_of_any_byte_is_read_to_an_end(texts in texts(), section in 0..4_usize, at in any::<prop::sample::Index>(), change: u8) {
        let mut written = sections(texts.iter().map(String::as_str));
        if !written[section].is_empty() {
            let at = at.index(written[section].len());
            written[section][at] ^= change;
        }
        if let Ok(read) = Texts::new(written.map(Section::of_bytes)) {
            (0..read.len()).for_each(|place| drop(read.get(place)));
        }
    }
}
