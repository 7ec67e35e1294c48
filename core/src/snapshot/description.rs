use serde::{Deserialize, Serialize};

/// What a snapshot says of itself, as plain data. Lengths and offsets are in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SnapshotDescription"))]
pub struct Description {
    /// The version of the format it was written in.
    pub format_version: u32,
    /// The oldest version of the format whose readers can read it.
    pub oldest_reader: u32,
    /// The version of the analysis of texts it was built with.
    pub analysis_version: u32,
    /// What a reader must be able to do, one bit each.
    pub required_capabilities: u32,
    /// What a reader may make use of, one bit each.
    pub optional_capabilities: u32,
    /// What its sections hold, as 64 hexadecimal digits: two snapshots with the same id hold the same.
    pub content_id: String,
    /// The length of the whole.
    pub length: u64,
    /// Its sections, in the order of the file.
    pub sections: Vec<SectionDescription>,
}

/// What the table of a snapshot says of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SectionDescription {
    /// What it is called; bytes that are no visible ASCII as `\x00`.
    pub name: String,
    /// Where it begins in the file.
    pub offset: u64,
    /// How long it is, without padding.
    pub length: u64,
    /// What its bytes, without padding, gave as CRC-32 (of zlib) when they were written.
    pub checksum: u32,
}
