use url::Url;

use crate::text::Bilingual;

/// Why an address is not one that a reader may be sent to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidWebAddress {
    /// The scheme could run code or open something other than a page (`javascript:`, `data:`, `file:` …).
    #[error("`{0}` is not an address of the Web: only http and https links are allowed")]
    Unsafe(String),
    /// The text is not a complete address.
    #[error("`{0}` is not a complete address: write it whole, with https://")]
    Malformed(String),
}

impl InvalidWebAddress {
    /// What is wrong, in both languages.
    pub fn message(&self) -> Bilingual {
        let fr = match self {
            InvalidWebAddress::Unsafe(address) => format!(
                "«\u{a0}{address}\u{a0}» n’est pas une adresse du Web\u{a0}: seuls les liens http et https sont permis"
            ),
            InvalidWebAddress::Malformed(address) => format!(
                "«\u{a0}{address}\u{a0}» n’est pas une adresse complète\u{a0}: écrivez-la en entier, avec https://"
            ),
        };
        Bilingual::new(self.to_string(), fr)
    }
}

/// Checks that `address` is a complete `http` or `https` address, as the WHATWG URL standard reads it.
///
/// Browsers drop tabs and line breaks inside a scheme and blanks around it, so `java\nscript:` is as unsafe as
/// `javascript:`; parsing as browsers do, instead of looking at the beginning of the text, is what catches these.
///
/// ```
/// use ally_toolkit::model::{InvalidWebAddress, check_web_address};
/// assert_eq!(check_web_address("https://exemple.ca/été"), Ok(()));
/// let sly = " java\nscript:alert(1)";
/// assert_eq!(check_web_address(sly), Err(InvalidWebAddress::Unsafe(sly.into())));
/// ```
///
/// # Errors
/// [`InvalidWebAddress`] says which of the two is wrong.
pub fn check_web_address(address: &str) -> Result<(), InvalidWebAddress> {
    match Url::parse(address) {
        Ok(url) if !matches!(url.scheme(), "http" | "https") => {
            Err(InvalidWebAddress::Unsafe(address.to_owned()))
        }
        Ok(url) if url.has_host() && !address.chars().any(|c| c.is_whitespace() || c.is_control()) => Ok(()),
        _ => Err(InvalidWebAddress::Malformed(address.to_owned())),
    }
}
