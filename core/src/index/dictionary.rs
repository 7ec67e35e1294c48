/// The distinct words of a view, sorted, each with a number: its place.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: Vec<Box<str>>,
}

impl Dictionary {
    /// From words that are sorted and distinct.
    pub(super) fn from_sorted(words: Vec<Box<str>>) -> Self {
        debug_assert!(words.is_sorted());
        Dictionary { words }
    }

    /// The number of `word`.
    pub(crate) fn number(&self, word: &str) -> Option<usize> {
        self.words.binary_search_by(|probe| (**probe).cmp(word)).ok()
    }

    /// The words that begin with `prefix`, with their numbers, in order.
    pub(crate) fn starting_with(&self, prefix: &str) -> impl Iterator<Item = (usize, &str)> {
        let from = self.words.partition_point(|word| **word < *prefix);
        let words = self.words.iter().enumerate().skip(from).map(|(at, word)| (at, &**word));
        words.take_while(move |(_, word)| word.starts_with(prefix))
    }

    /// Every word with its number, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        self.words.iter().map(|word| &**word).enumerate()
    }
}
