//! A place in the order of hits, as a text that travels to a reader and back.

use std::sync::LazyLock;

use data_encoding::BASE64URL_NOPAD;
use serde::Serialize;
use serde_json::Value;

use super::order::SortKey;
use super::{RecordType, SearchRequest, invalid};
use crate::error::Error;
use crate::text::Bilingual;

/// The version of the bytes below; cursors of another are refused.
const VERSION: u8 = 1;

const RECORD_TYPES: [RecordType; 3] = [RecordType::Resource, RecordType::Page, RecordType::Term];

/// The most hits that a cursor names.
pub(super) const MOST_ANCHORS: usize = 3;

/// The last hit of a page: where the next page goes on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cursor {
    /// What of the request decides which hits there are and how they are ordered, as a checksum.
    pub(super) asked: u32,
    /// The number of the page.
    pub(super) page: u32,
    /// The place of the hit among all, from 0.
    pub(super) place: u32,
    /// How many hits of the same key came right before it.
    pub(super) ties: u32,
    pub(super) key: SortKey,
    /// The hit, and those right before it: where one is gone the page goes on after the next.
    pub(super) anchors: Vec<Anchor>,
}

/// A hit that a page may go on after.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Anchor {
    pub(super) record: RecordType,
    pub(super) id: String,
}

impl Cursor {
    /// The cursor that a request goes on after; `None` for one that asks for a page by its number.
    ///
    /// # Errors
    /// `InvalidRequest` for a cursor that is damaged, of another version or of another request, and where a page is asked for too.
    pub(super) fn of(request: &SearchRequest) -> Result<Option<Self>, Error> {
        let Some(text) = &request.after else { return Ok(None) };
        if request.page != 1 {
            return Err(two_pages());
        }
        let cursor = Cursor::read(text)?;
        if cursor.asked != asked(request) { Err(another_request()) } else { Ok(Some(cursor)) }
    }

    /// The cursor as a text that needs no escape in an address. Its bytes, numbers from the least significant byte: the version, `asked`,
    /// `page`, `place`, `ties`, a byte that tells keys apart, the key, of each anchor the type and the id, and the CRC-32 of all that.
    /// Before a text stands its length.
    pub(super) fn write(&self) -> String {
        let mut bytes = vec![VERSION];
        for number in [self.asked, self.page, self.place, self.ties] {
            bytes.extend(number.to_le_bytes());
        }
        match &self.key {
            SortKey::Score(score) => {
                bytes.push(0);
                bytes.extend(score.to_bits().to_le_bytes());
            }
            SortKey::Title { date, title } => {
                bytes.push(if date.is_some() { 2 } else { 1 });
                bytes.extend(date.iter().flat_map(|date| date.to_le_bytes()));
                write_text(title, &mut bytes);
            }
        }
        for Anchor { record, id } in &self.anchors {
            bytes.extend(RECORD_TYPES.iter().zip(0_u8..).filter(|(of, _)| *of == record).map(|(_, at)| at));
            write_text(id, &mut bytes);
        }
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        BASE64URL_NOPAD.encode(&bytes)
    }

    fn read(text: &str) -> Result<Self, Error> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| unreadable())?;
        let (content, checksum) = bytes.split_last_chunk().ok_or_else(unreadable)?;
        if crc32fast::hash(content) != u32::from_le_bytes(*checksum) {
            return Err(unreadable());
        }
        match content.split_first() {
            Some((&VERSION, content)) => Reader(content).cursor().ok_or_else(unreadable),
            _ => Err(another_version()),
        }
    }
}

fn write_text(text: &str, bytes: &mut Vec<u8>) {
    bytes.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(text.as_bytes());
}

/// What is left to read of a cursor.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn cursor(mut self) -> Option<Cursor> {
        let [asked, page, place, ties] =
            [self.number()?, self.number()?, self.number()?, self.number()?].map(u32::from_le_bytes);
        let key = self.key()?;
        let mut anchors = Vec::new();
        while !self.0.is_empty() && anchors.len() < MOST_ANCHORS {
            let [record] = self.number()?;
            let record = *RECORD_TYPES.get(usize::from(record))?;
            anchors.push(Anchor { record, id: self.text()? });
        }
        self.0.is_empty().then_some(Cursor { asked, page, place, ties, key, anchors })
    }

    fn key(&mut self) -> Option<SortKey> {
        let date = match self.number()? {
            [0] => {
                return self.number().map(|bytes| SortKey::Score(f64::from_bits(u64::from_le_bytes(bytes))));
            }
            [1] => None,
            [2] => Some(i32::from_le_bytes(self.number()?)),
            _ => return None,
        };
        Some(SortKey::Title { date, title: self.text()? })
    }

    fn number<const BYTES: usize>(&mut self) -> Option<[u8; BYTES]> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*number)
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(u32::from_le_bytes(self.number()?)).ok()?;
        let (text, rest): (&'a [u8], _) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }
}

/// What of a request decides which hits there are and how they are ordered, as a checksum. Each answer with a further page takes it, so
/// what is as by default, which is most of a request, is compared and not written.
pub(super) fn asked(request: &SearchRequest) -> u32 {
    static DEFAULT: LazyLock<SearchRequest> = LazyLock::new(SearchRequest::default);
    // Each field is named: whoever adds one says here whether it decides.
    let SearchRequest {
        query,
        syntax,
        language,
        records,
        filters,
        facets: _,
        sort,
        matching,
        across,
        ranking,
        diversity,
        explain: _,
        page: _,
        after: _,
        per_page,
    } = request;
    // The order of a diversity is that of its pages.
    let per_page = if diversity.is_some() { per_page } else { &DEFAULT.per_page };
    let parts = [
        part("query", query, &DEFAULT.query),
        part("syntax", syntax, &DEFAULT.syntax),
        part("language", language, &DEFAULT.language),
        part("records", records, &DEFAULT.records),
        part("filters", filters, &DEFAULT.filters),
        part("sort", sort, &DEFAULT.sort),
        part("match", matching, &DEFAULT.matching),
        part("across", across, &DEFAULT.across),
        part("ranking", ranking, &DEFAULT.ranking),
        part("diversity", diversity, &DEFAULT.diversity),
        part("per_page", per_page, &DEFAULT.per_page),
    ];
    crc32fast::hash(joined(parts.into_iter().flatten().collect()).as_bytes())
}

/// A field as a text; `None` where it is as by `default`.
fn part<T: PartialEq + Serialize>(name: &str, value: &T, default: &T) -> Option<String> {
    let as_value = |value: &T| serde_json::to_value(value).unwrap_or_default();
    (value != default).then(|| format!("{name}:{}", sorted(&as_value(value), &as_value(default))))
}

/// A value as a text that is the same however lists and fields are ordered: the values of a filter and the types of record are sets.
/// Fields as they are by `default` are left out, so that one more in a later version changes nothing.
fn sorted(value: &Value, default: &Value) -> String {
    let parts: Vec<String> = match value {
        Value::Array(values) => values.iter().map(|value| sorted(value, &Value::Null)).collect(),
        Value::Object(fields) => {
            let given = fields.iter().filter(|(name, value)| default.get(name) != Some(*value));
            let default = |name: &str| default.get(name).unwrap_or(&Value::Null);
            given.map(|(name, value)| format!("{name}:{}", sorted(value, default(name)))).collect()
        }
        other => return other.to_string(),
    };
    joined(parts)
}

fn joined(mut parts: Vec<String>) -> String {
    parts.sort();
    format!("[{}]", parts.join(","))
}

fn unreadable() -> Error {
    invalid(
        "after",
        Bilingual::new("The cursor cannot be read.", "Le curseur ne peut pas être lu."),
        Bilingual::new(
            "Give the `next` of an answer as it is, or leave `after` out for the first page.",
            "Donnez tel quel le «\u{a0}next\u{a0}» d’une réponse, ou enlevez «\u{a0}after\u{a0}» pour la première page.",
        ),
    )
}

fn another_version() -> Error {
    invalid(
        "after",
        Bilingual::new(
            "The cursor was made by another version of this library.",
            "Le curseur vient d’une autre version de cette bibliothèque.",
        ),
        Bilingual::new(
            "Leave `after` out, and begin again with the first page.",
            "Enlevez «\u{a0}after\u{a0}», et recommencez à la première page.",
        ),
    )
}

fn another_request() -> Error {
    invalid(
        "after",
        Bilingual::new("The cursor is of another request.", "Le curseur vient d’une autre requête."),
        Bilingual::new(
            "Ask as for the answer it is of: only `facets`, `explain` and, without `diversity`, `per_page` may differ.",
            "Demandez la même chose que pour la réponse d’où il vient\u{a0}: seuls «\u{a0}facets\u{a0}», «\u{a0}explain\u{a0}» et, sans «\u{a0}diversity\u{a0}», «\u{a0}per_page\u{a0}» peuvent différer.",
        ),
    )
}

fn two_pages() -> Error {
    invalid(
        "page",
        Bilingual::new(
            "The page is asked for by its number and by a cursor.",
            "La page est demandée à la fois par son numéro et par un curseur.",
        ),
        Bilingual::new("Leave out `page` or `after`.", "Enlevez «\u{a0}page\u{a0}» ou «\u{a0}after\u{a0}»."),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Filters, Sort};
    use super::*;
    use crate::text::Language;

    fn cursors() -> impl Strategy<Value = Cursor> {
        let score = (0_u32..).prop_map(|millionths| SortKey::Score(f64::from(millionths) / 1e6));
        let title = (any::<Option<i32>>(), any::<String>());
        let title = title.prop_map(|(date, title)| SortKey::Title { date, title });
        let anchor = (prop::sample::select(RECORD_TYPES.to_vec()), any::<String>())
            .prop_map(|(record, id)| Anchor { record, id });
        let anchors = prop::collection::vec(anchor, 0..=MOST_ANCHORS);
        (any::<[u32; 4]>(), prop_oneof![score, title], anchors).prop_map(
            |([asked, page, place, ties], key, anchors)| Cursor { asked, page, place, ties, key, anchors },
        )
    }

    proptest! {
        #[test]
        fn a_cursor_comes_back_from_its_text_which_needs_no_escape(cursor in cursors()) {
            let text = cursor.write();
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
            prop_assert_eq!(Cursor::read(&text).unwrap(), cursor);
        }

        #[test]
        fn a_damaged_cursor_is_refused(cursor in cursors(), at: prop::sample::Index, to in prop::char::ranges(vec!['A'..='Z', 'a'..='z', '0'..='9'].into()), length: prop::sample::Index) {
            let text = cursor.write();
            let damaged: String =
                text.char_indices().map(|(place, sign)| if place == at.index(text.len()) { to } else { sign }).collect();
            if damaged != text {
                prop_assert_eq!(Cursor::read(&damaged).unwrap_err(), unreadable());
            }
            let cut: String = text.chars().take(length.index(text.len())).collect();
            prop_assert_eq!(Cursor::read(&cut).unwrap_err(), unreadable());
        }

        #[test]
        fn any_text_is_read_or_refused(text: String, mut bytes: Vec<u8>) {
            prop_assert!(Cursor::read(&text).is_err());
            bytes.insert(0, VERSION);
            bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
            if let Ok(cursor) = Cursor::read(&BASE64URL_NOPAD.encode(&bytes)) {
                prop_assert_eq!(cursor.write(), BASE64URL_NOPAD.encode(&bytes));
            }
        }
    }

    #[test]
    fn a_cursor_of_another_version_is_refused_as_such() {
        let mut bytes = vec![VERSION + 1];
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        assert_eq!(Cursor::read(&BASE64URL_NOPAD.encode(&bytes)).unwrap_err(), another_version());
    }

    #[test]
    fn requests_differ_in_what_decides_the_order_only() {
        let filters =
            |kinds: [&str; 2]| Filters { kind: kinds.map(str::to_owned).to_vec(), ..Filters::default() };
        let request =
            SearchRequest { filters: filters(["a", "b"]), ..SearchRequest::new("mentor", Language::French) };
        let same = SearchRequest {
            filters: filters(["b", "a"]),
            facets: vec![super::super::FacetField::Kind.into()],
            explain: true,
            per_page: 3,
            after: Some("x".into()),
            ..request.clone()
        };
        assert_eq!(asked(&request), asked(&same));
        for other in [
            SearchRequest { query: "mentors".into(), ..request.clone() },
            SearchRequest { language: Language::English, ..request.clone() },
            SearchRequest { sort: Sort::Title, ..request.clone() },
            SearchRequest { filters: filters(["a", "c"]), ..request.clone() },
            SearchRequest { records: vec![RecordType::Term], ..request.clone() },
        ] {
            assert_ne!(asked(&request), asked(&other), "{other:?}");
        }
    }
}
