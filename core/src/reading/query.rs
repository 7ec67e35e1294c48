use super::reader::Reader;
use super::resource::{self, ResourceView};
use crate::error::Error;
use crate::model::{Resource, ResourceQuery, Status, VocabularyName};

/// The resources that match every field given by any of its values, ordered by title. Withdrawn ones are left out.
pub(super) fn run(reader: &Reader<'_>, query: &ResourceQuery) -> Result<Vec<ResourceView>, Error> {
    let topics = reader.catalogue.vocabulary(VocabularyName::Topics);
    let topics: Vec<&str> = query.topic.iter().flat_map(|id| topics.with_narrower(id)).collect();
    let matches = |resource: &Resource| {
        is_offered(resource)
            && any(&query.cluster, |id| resource.cluster.as_ref() == Some(id))
            && any(&topics, |id| resource.topics.iter().any(|topic| topic == id))
            && any(&query.kind, |id| resource.kind == *id)
            && any(&query.language, |primary| resource.languages.iter().any(|tag| tag.primary() == primary))
    };
    let mut found: Vec<ResourceView> = Vec::new();
    for resource in reader.catalogue.resources().scan() {
        let resource = resource?;
        if matches(&resource) {
            found.push(resource::read(&reader.aside(), &resource));
        }
    }
    reader.sort(&mut found, |resource| &resource.title.value);
    Ok(found)
}

pub(super) fn is_offered(resource: &Resource) -> bool {
    !matches!(resource.status, Status::Withdrawn(_))
}

fn any<T>(wanted: &[T], has: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(has)
}
