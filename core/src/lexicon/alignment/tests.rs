use proptest::prelude::*;

use super::*;

fn pairs(texts: &[(&[u32], &[u32])]) -> TextPairs {
    let mut pairs = TextPairs::default();
    texts.iter().for_each(|(english, french)| pairs.push(english, french));
    pairs
}

/// The most probable French word of an English one, and its probability.
fn best(alignment: &Alignment, english: u32) -> (u32, f32) {
    let best = alignment
        .links(english)
        .iter()
        .max_by(|a, b| a.french_given_english.total_cmp(&b.french_given_english));
    best.map(|link| (link.french, link.french_given_english)).unwrap()
}

fn every_way() -> Vec<Options> {
    let starts = [Start::Uniform, Start::Dice, Start::LogLikelihood];
    let ways = starts.into_iter().flat_map(|start| [true, false].map(|agreement| (start, agreement)));
    ways.map(|(start, agreement)| Options { start, agreement, ..Options::default() }).collect()
}

/// Words that are always together with others are told apart by the texts in which they are not.
#[test]
fn words_are_told_apart_by_the_texts_they_do_not_share() {
    let texts =
        pairs(&[(&[0, 1], &[10, 11]), (&[0, 2], &[10, 12]), (&[3, 2], &[13, 12]), (&[3, 1], &[13, 11])]);
    for options in every_way() {
        let alignment = Alignment::of(&texts, &options);
        for english in 0..4 {
            let (french, probability) = best(&alignment, english);
            assert_eq!(french, english + 10, "{options:?}");
            assert!(probability > 0.5, "{options:?}: {probability}");
        }
    }
}

#[test]
fn a_word_without_counterpart_is_left_to_the_null_word() {
    // 19 is in every French text, and no English word is.
    let texts = pairs(&[(&[0], &[10, 19]), (&[1], &[11, 19]), (&[2], &[12, 19]), (&[3], &[13, 19])]);
    let alignment = Alignment::of(&texts, &Options::default());
    for english in 0..4 {
        assert_eq!(best(&alignment, english).0, english + 10);
        let to_everywhere = alignment.links(english).iter().find(|link| link.french == 19);
        assert!(to_everywhere.is_none_or(|link| link.french_given_english < 0.2), "{to_everywhere:?}");
    }
}

#[test]
fn texts_the_other_way_round_give_the_same_the_other_way_round() {
    let texts: [(&[u32], &[u32]); 4] =
        [(&[0, 1, 1], &[0, 1]), (&[0, 2], &[0, 2, 3]), (&[3, 2], &[3, 2]), (&[3, 1], &[4, 1])];
    let there = Alignment::of(&pairs(&texts), &Options::default());
    let back = Alignment::of(&pairs(&texts.map(|(english, french)| (french, english))), &Options::default());
    for english in 0..4 {
        for link in there.links(english) {
            let other = back.links(link.french).iter().find(|other| other.french == english).unwrap();
            assert!((link.french_given_english - other.english_given_french).abs() < 1e-5);
            assert!((link.english_given_french - other.french_given_english).abs() < 1e-5);
        }
    }
}

#[test]
fn texts_seen_are_foretold_better_than_by_chance() {
    let texts = pairs(&[(&[0, 1], &[0, 1]), (&[0, 2], &[0, 2]), (&[3, 2], &[3, 2]), (&[3, 1], &[3, 1])]);
    let alignment = Alignment::of(&texts, &Options::default());
    assert!(alignment.perplexity(&texts).iter().all(|perplexity| *perplexity < 4.0));
    assert_eq!(alignment.perplexity(&TextPairs::default()), [1.0, 1.0]);
    assert_eq!(alignment.perplexity(&pairs(&[(&[90], &[91])])), [1.0, 1.0]);
}

#[test]
fn nothing_is_learned_of_nothing() {
    let texts = pairs(&[(&[], &[1]), (&[1], &[]), (&[], &[])]);
    assert!(texts.is_empty());
    let alignment = Alignment::of(&texts, &Options::default());
    assert_eq!((alignment.english_words(), alignment.links(0).len()), (0, 0));
}

fn any_texts() -> impl Strategy<Value = Vec<(Vec<u32>, Vec<u32>)>> {
    let text = || prop::collection::vec(0_u32..12, 0..12);
    prop::collection::vec((text(), text()), 0..12)
}

fn any_options() -> impl Strategy<Value = Options> {
    let start = prop_oneof![Just(Start::Uniform), Just(Start::Dice), Just(Start::LogLikelihood)];
    (start, any::<bool>(), 0_u32..8, 0_u32..4, 0_usize..9, -1.0..2.0).prop_map(
        |(start, agreement, rounds, least_together, most_candidates, null_share)| Options {
            least_together,
            most_candidates,
            start,
            rounds,
            agreement,
            null_share,
        },
    )
}

proptest! {
    #[test]
    fn probabilities_are_probabilities_and_the_same_on_every_run(texts in any_texts(), options in any_options()) {
        let mut pairs = TextPairs::default();
        texts.iter().for_each(|(english, french)| pairs.push(english, french));
        let alignment = Alignment::of(&pairs, &options);
        let mut of_french = [0.0_f32; 12];
        for english in 0..12 {
            let mut of_english = 0.0;
            for link in alignment.links(english) {
                prop_assert!((0.0..=1.0).contains(&link.french_given_english), "{link:?}");
                prop_assert!((0.0..=1.0).contains(&link.english_given_french), "{link:?}");
                prop_assert!(link.count >= 0.0 && link.count.is_finite());
                of_english += link.french_given_english;
                of_french[link.french as usize] += link.english_given_french;
            }
            prop_assert!(of_english <= 1.0 + 1e-4);
        }
        prop_assert!(of_french.iter().all(|sum| *sum <= 1.0 + 1e-4));
        prop_assert!(alignment.perplexity(&pairs).iter().all(|perplexity| !perplexity.is_nan()));
        prop_assert_eq!(alignment, Alignment::of(&pairs, &options));
    }
}
