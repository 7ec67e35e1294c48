//! The bundled catalogue, with the judged queries of a folder.

use std::path::{Path, PathBuf};

use ally_toolkit::evaluation::{JudgedQueries, JudgedQuery};
use ally_toolkit::{Catalogue, Language};

use crate::files;
use crate::task::{Judged, Task};

/// The file in the folder of judgments that holds no judgments.
const FLOORS: &str = "floors.json";

/// Reads the JSON files of `folder`, with four tasks: the queries of each language, and again those among them that most
/// of what answers has no title for in their language.
pub(crate) fn open(folder: &Path) -> Result<Judged, String> {
    let mut judged = JudgedQueries::default();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(|error| files::named(folder, &error))?;
    paths.sort();
    for path in paths {
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        if is_json && path.file_name().is_some_and(|name| name != FLOORS) {
            let more = JudgedQueries::from_json(files::text(&path)?.as_bytes())
                .map_err(|error| files::named(&path, &error))?;
            judged.queries.extend(more.queries);
        }
    }
    let catalogue = Catalogue::bundled().map_err(|error| error.to_string())?;
    known(&judged, &catalogue)?;
    let mut tasks = Vec::new();
    for (language, other) in [(Language::English, Language::French), (Language::French, Language::English)] {
        let arrow = format!("{}->{}", language.code().to_uppercase(), other.code().to_uppercase());
        tasks.push(task(&judged, format!("bundled {language}"), format!("bundled.{language}"), |query| {
            query.language == language
        }));
        tasks.push(task(
            &judged,
            format!("bundled {arrow}"),
            format!("bundled.{language}-{other}"),
            |query| query.language == language && query.needs_other_language,
        ));
    }
    Ok(Judged { catalogue, ids: None, tasks })
}

fn task(judged: &JudgedQueries, name: String, file: String, wanted: impl Fn(&JudgedQuery) -> bool) -> Task {
    let queries = judged.queries.iter().filter(|query| wanted(query));
    let language = queries.clone().next().map_or(Language::English, |query| query.language);
    let texts = queries.map(|query| (query.id.clone(), query.text.clone())).collect();
    Task { name, file, language, texts, judgments: judged.judgments(wanted) }
}

/// Records leave a catalogue: judgments of what is gone would make every ranking worse.
fn known(judged: &JudgedQueries, catalogue: &Catalogue) -> Result<(), String> {
    for query in &judged.queries {
        if let Some(id) = query.grades.keys().find(|id| catalogue.resource(id).is_err()) {
            return Err(format!("query {}: the catalogue has no resource `{id}`", query.id));
        }
    }
    Ok(())
}
