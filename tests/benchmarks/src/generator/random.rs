/// Numbers that look random and are the same everywhere: SplitMix64.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The sequence of the `at`th record or query of a seed, so that the first ten of a thousand are the first ten of a
    /// million.
    pub fn of(seed: u64, at: u64) -> Self {
        let mut random = Random(seed ^ at.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        Random(random.next_u64())
    }

    /// The next number.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next_u64()) * u128::from(end)) >> 64) as u64
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to - from + 1)
    }

    /// True in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `values`; the default of an empty list.
    pub fn one_of<T: Copy + Default>(&mut self, values: &[T]) -> T {
        if values.is_empty() {
            return T::default();
        }
        values.get(self.below(values.len() as u64) as usize).copied().unwrap_or_default()
    }
}
