use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date as precise as it is known: a year, a year and month, or a full date; optionally approximate or uncertain.
///
/// Written as EDTF (ISO 8601-2:2019): `2019`, `2019-05`, `2019-05-12` of level 0, and of level 1 the qualifiers
/// `~` (approximate), `?` (uncertain), `%` (both) and unspecified digits of the year, `201X`, `20XX`.
/// Months and days count from 1.
///
/// ```
/// use ally_toolkit::model::PartialDate;
/// let date: PartialDate = "2019-05~".parse().unwrap();
/// assert_eq!((date.year(), date.month(), date.day(), date.is_approximate()), (2019, Some(5), None, true));
/// assert_eq!(date.to_string(), "2019-05~");
/// assert!("2019-02-30".parse::<PartialDate>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i32,
    /// How many digits at the end of the year are not known: 0, 1 (`201X`) or 2 (`20XX`).
    unspecified: u8,
    month: Option<u8>,
    day: Option<u8>,
    approximate: bool,
    uncertain: bool,
}

impl PartialDate {
    /// The year; the first of its decade or century where its last digits are unspecified.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// True for `~` and `%`.
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// True for `?` and `%`.
    pub fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// The years the date may fall in, first and last.
    pub fn years(self) -> (i32, i32) {
        (self.year, self.year + [0, 9, 99].get(usize::from(self.unspecified)).copied().unwrap_or(0))
    }

    /// What dates are ordered by: year, month, day, the unknown parts before the known ones.
    pub fn sort_key(self) -> (i32, u8, u8) {
        (self.year, self.month.unwrap_or(0), self.day.unwrap_or(0))
    }
}

/// The text is not a date this library reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date: write 2019, 2019-05 or 2019-05-12, with ~ (about), ? (perhaps), or 201X")]
pub struct InvalidDate(pub String);

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        parse(text).ok_or_else(|| InvalidDate(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let (body, approximate, uncertain) = match text.char_indices().next_back()? {
        (at, '~') => (text.get(..at)?, true, false),
        (at, '?') => (text.get(..at)?, false, true),
        (at, '%') => (text.get(..at)?, true, true),
        _ => (text, false, false),
    };
    let mut parts = body.split('-');
    let year_text = parts.next()?;
    let digits = year_text.trim_end_matches('X');
    let unspecified = u8::try_from(year_text.len() - digits.len()).ok()?;
    if year_text.len() != 4 || unspecified > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = format!("{digits}{}", "0".repeat(usize::from(unspecified))).parse().ok()?;
    let mut two_digits = || match parts.next() {
        None => Some(None),
        Some(part) if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) => {
            part.parse().ok().map(Some)
        }
        Some(_) => None,
    };
    let month: Option<u8> = two_digits()?;
    let day: Option<u8> = two_digits()?;
    if parts.next().is_some() || (unspecified > 0 && month.is_some()) {
        return None;
    }
    if month.is_some_and(|month| !(1..=12).contains(&month)) {
        return None;
    }
    if let (Some(month), Some(day)) = (month, day)
        && !(1..=days_in(year, month)).contains(&day)
    {
        return None;
    }
    Some(PartialDate { year, unspecified, month, day, approximate, uncertain })
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unspecified {
            0 => write!(f, "{:04}", self.year)?,
            1 => write!(f, "{:03}X", self.year / 10)?,
            _ => write!(f, "{:02}XX", self.year / 100)?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(match (self.approximate, self.uncertain) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        })
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{2}([0-9]{2}(-[0-9]{2}){0,2}|[0-9]X|XX)[~?%]?$",
            "description": "A date as precise as it is known (EDTF): 2019, 2019-05, 2019-05-12, 2019~, 201X."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_back() {
        for text in
            ["2019", "2019-05", "2019-05-12", "2019~", "2019-05?", "2020-02-29%", "201X", "20XX~", "0987"]
        {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "",
            "19",
            "2019-13",
            "2019-00",
            "2019-2",
            "2019-02-29",
            "2019-05-12-01",
            "201X-05",
            "2XXX",
            "été~",
            "2019 ",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(InvalidDate(text.to_owned())));
        }
    }

    #[test]
    fn a_decade_spans_ten_years() {
        assert_eq!("201X".parse::<PartialDate>().unwrap().years(), (2010, 2019));
    }
}
