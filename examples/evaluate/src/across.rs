//! What is found across languages: on a collection in both, half of the documents lose one of them.
//!
//! The half that keeps both is what a catalogue may learn from; the answers are all in the other half, in the language
//! that the query is not in.

use std::collections::HashSet;

use ally_toolkit::Language;

use crate::collection::Collection;
use crate::task::Judged;

/// The collection twice, for queries in each language.
pub(crate) fn directions(collection: &Collection) -> Result<[Judged; 2], String> {
    Ok([
        direction(collection, Language::French, Language::English)?,
        direction(collection, Language::English, Language::French)?,
    ])
}

fn direction(collection: &Collection, from: Language, to: Language) -> Result<Judged, String> {
    let unknown: HashSet<&str> =
        collection.documents.iter().map(|document| document.id.as_str()).filter(|id| !is_known(id)).collect();
    let [from_code, to_code] = [from, to].map(|language| language.code().to_uppercase());
    let task = collection.task(
        format!("{} {from_code}->{to_code}", collection.name),
        format!("{}.{from}-{to}", collection.name),
        from,
        |grades| grades.iter().all(|(id, grade)| *grade == 0 || unknown.contains(id.as_str())),
    );
    collection
        .judged(|document| if is_known(&document.id) { document.languages() } else { vec![to] }, vec![task])
}

/// True for the half that keeps both languages: by the id alone, so that every program draws the same half.
fn is_known(id: &str) -> bool {
    crc32fast::hash(id.as_bytes()) % 2 == 1
}
