//! The terms of one language, numbered, and found word by word.

use fst::Map;
use fst::raw::{CompiledAddr, Fst, Output};

use crate::error::Error;
use crate::snapshot::{Section, Strings, StringsBuilder};

/// Distinct terms, sorted, each with a number: its place. Three sections: the terms ([`Strings`]), and a transducer from a
/// term to its number, in the format of the crate `fst`.
#[derive(Debug)]
pub(super) struct TermMap {
    terms: Strings,
    transducer: Section,
}

/// What some terms begin with.
#[derive(Clone)]
pub(super) struct Prefix<'t> {
    transducer: Fst<&'t [u8]>,
    /// The state that the transducer is in after it.
    state: CompiledAddr,
    output: Output,
}

impl TermMap {
    /// The sections of terms that are sorted and distinct: their ends, the terms, the transducer.
    ///
    /// # Errors
    /// `InvalidCatalogue` for more terms than can be counted.
    pub(super) fn sections(terms: &[&str]) -> Result<[Vec<u8>; 3], Error> {
        let mut strings = StringsBuilder::default();
        terms.iter().for_each(|term| strings.push(term));
        let transducer = Map::from_iter(terms.iter().zip(0..));
        let transducer = transducer.map_err(|error| Error::internal(&error.to_string()))?;
        let [ends, joined] = strings.finish()?;
        Ok([ends, joined, transducer.into_fst().into_inner()])
    }

    /// # Errors
    /// `InvalidSnapshot` where a section is not what it must be. The transducer must be as it was written: a damaged one is
    /// misread.
    pub(super) fn new([ends, joined, transducer]: [Section; 3]) -> Result<Self, Error> {
        Fst::new(Section::as_ref(&transducer)).map_err(|_| transducer.damaged(0))?;
        Ok(TermMap { terms: Strings::new(ends, joined)?, transducer })
    }

    /// The term with a number, in UTF-8; empty where there is none.
    pub(super) fn term(&self, number: u32) -> &[u8] {
        self.terms.bytes(number as usize)
    }

    /// What every term begins with: nothing.
    pub(super) fn start(&self) -> Option<Prefix<'_>> {
        let transducer = Fst::new(Section::as_ref(&self.transducer)).ok()?;
        let state = transducer.root().addr();
        Some(Prefix { transducer, state, output: Output::zero() })
    }
}

impl Prefix<'_> {
    /// The prefix with `text` after it; `None` where no term begins so.
    pub(super) fn followed_by(mut self, text: impl AsRef<[u8]>) -> Option<Self> {
        let mut node = self.transducer.node(self.state);
        for byte in text.as_ref().iter().copied() {
            let transition = node.transition(node.find_input(byte)?);
            self.output = self.output.cat(transition.out);
            node = self.transducer.node(transition.addr);
        }
        self.state = node.addr();
        Some(self)
    }

    /// The number of the term that is the prefix itself.
    pub(super) fn number(&self) -> Option<u32> {
        let node = self.transducer.node(self.state);
        let number = self.output.cat(node.final_output()).value();
        u32::try_from(number).ok().filter(|_| node.is_final())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(map: &TermMap, term: &str) -> Option<u32> {
        map.start()?.followed_by(term)?.number()
    }

    #[test]
    fn terms_are_found_whole_and_word_by_word() {
        let sections = TermMap::sections(&["health", "human right", "human right act", "équit"]).unwrap();
        let map = TermMap::new(sections.map(Section::of_bytes)).unwrap();
        assert_eq!((number(&map, "health"), number(&map, "équit")), (Some(0), Some(3)));
        assert_eq!((map.term(2), map.term(4)), (&b"human right act"[..], &b""[..]));
        for missing in ["", "heal", "healths", "human", "xyz"] {
            assert_eq!(number(&map, missing), None, "{missing}");
        }
        let human = map.start().unwrap().followed_by("human").unwrap();
        assert_eq!(human.number(), None);
        let right = human.followed_by(" ").unwrap().followed_by("right").unwrap();
        assert_eq!(right.number(), Some(1));
        assert_eq!(right.clone().followed_by(" act").unwrap().number(), Some(2));
        assert!(right.followed_by(" of").is_none());
    }

    #[test]
    fn no_terms_are_no_error() {
        let map = TermMap::new(TermMap::sections(&[]).unwrap().map(Section::of_bytes)).unwrap();
        assert_eq!((number(&map, ""), number(&map, "a")), (None, None));
    }
}
