use std::hash::Hasher;

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): fast for a few letters. The keys are our own, not an attacker's.
/// <http://www.isthe.com/chongo/tech/comp/fnv/>
#[derive(Debug, Clone)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
