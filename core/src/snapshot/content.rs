use std::fmt;

use super::format::SectionName;

/// Identifies what a snapshot holds, whatever file it lies in: BLAKE3 over its sections. Shown as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentId([u8; 32]);

impl ContentId {
    pub(super) const fn from_bytes(bytes: [u8; 32]) -> Self {
        ContentId(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Computes a [`ContentId`] section by section.
#[derive(Default)]
pub(super) struct ContentHasher(blake3::Hasher);

impl ContentHasher {
    /// Adds the next section. Code and length come first, so that no two lists of sections give the same bytes.
    pub(super) fn add(&mut self, name: SectionName, bytes: &[u8]) {
        self.0.update(&name.code().to_le_bytes());
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    pub(super) fn finish(&self) -> ContentId {
        ContentId(*self.0.finalize().as_bytes())
    }
}
