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

    /// Every word with its number, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        self.words.iter().map(|word| &**word).enumerate()
    }
}
