use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A passage of a video or a recording, in whole seconds from its beginning.
///
/// Written `27:55-30:30` or `1:02:03-1:04:00`; spaces around the hyphen, and a dash for it, are read too, as pages
/// write `1:14- 1:33`.
///
/// ```
/// use ally_toolkit::model::TimeRange;
/// let range: TimeRange = "1:14- 1:33".parse().unwrap();
/// assert_eq!((range.start(), range.end(), range.to_string().as_str()), (74, 93, "1:14-1:33"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeRange {
    start: u32,
    end: u32,
}

impl TimeRange {
    /// Where the passage begins, in seconds.
    pub fn start(self) -> u32 {
        self.start
    }

    /// Where it ends, in seconds; after [`start`](TimeRange::start).
    pub fn end(self) -> u32 {
        self.end
    }
}

/// The text is not a passage of a recording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time range: write 27:55-30:30, the end after the beginning")]
pub struct InvalidTimeRange(pub String);

fn seconds(text: &str) -> Option<u32> {
    // `parse` would take a sign too.
    let text = text.trim();
    if text.chars().any(|c| !c.is_ascii_digit() && c != ':') {
        return None;
    }
    let mut parts = text.split(':');
    let mut total: u32 = parts.next()?.parse().ok()?;
    let mut count = 1;
    for part in parts {
        let value: u32 = part.parse().ok().filter(|value| *value < 60 && part.len() == 2)?;
        total = total.checked_mul(60)?.checked_add(value)?;
        count += 1;
    }
    (2..=3).contains(&count).then_some(total)
}

impl FromStr for TimeRange {
    type Err = InvalidTimeRange;

    fn from_str(text: &str) -> Result<Self, InvalidTimeRange> {
        let parsed = text.split_once(['-', '–', '—']).and_then(|(start, end)| {
            let (start, end) = (seconds(start)?, seconds(end)?);
            (start < end).then_some(TimeRange { start, end })
        });
        parsed.ok_or_else(|| InvalidTimeRange(text.to_owned()))
    }
}

fn write_time(f: &mut fmt::Formatter<'_>, seconds: u32) -> fmt::Result {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        write!(f, "{hours}:{minutes:02}:{seconds:02}")
    } else {
        write!(f, "{minutes}:{seconds:02}")
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_time(f, self.start)?;
        f.write_str("-")?;
        write_time(f, self.end)
    }
}

impl Serialize for TimeRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeRange {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeRange".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^\\s*[0-9]+(:[0-5][0-9]){1,2}\\s*[-–—]\\s*[0-9]+(:[0-5][0-9]){1,2}\\s*$",
            "description": "A passage of a recording, minutes and seconds: 27:55-30:30."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backward_and_malformed_ranges_are_refused() {
        for text in [
            "",
            "27:55",
            "30:30-27:55",
            "1:60-2:00",
            "1-2",
            "a:00-b:00",
            "1:1-1:2",
            "+1:00-+2:00",
            "99999999999:00-1:00",
        ] {
            assert_eq!(text.parse::<TimeRange>(), Err(InvalidTimeRange(text.to_owned())));
        }
    }

    #[test]
    fn hours_are_written_only_where_there_are_any() {
        assert_eq!("59:00–1:02:03".parse::<TimeRange>().unwrap().to_string(), "59:00-1:02:03");
    }
}
