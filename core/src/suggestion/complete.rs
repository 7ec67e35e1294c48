use std::borrow::Cow;
use std::rc::Rc;

use super::candidate::{Candidate, GROUPS, What};
use super::matching::typed_of;
use super::people::people;
use super::spelling::written;
use super::titles::titles;
use super::topics::topics;
use super::typed::{Begun, Typed};
use super::words::{Key, keys_beginning, most_frequent, words};
use super::{Completion, CompletionKind, CompletionRequest, Completions, announcement};
use crate::error::Error;
use crate::index::{RecordSet, View};
use crate::search::{Filters, Match, Searcher, segments};
use crate::text::{Language, OffsetUnit, Span};

/// Which part of the places each group of kinds has for itself.
const SHARE: usize = GROUPS.len();

impl Searcher {
    /// What completes what stands in a search box: words, titles, topics and people of the records that a search with the same filters
    /// finds, in both languages; spans in bytes.
    ///
    /// The last word is taken for a beginning, until a blank or a sign ends it; the words before it narrow what is found. Accents, capitals
    /// and the kind of apostrophe do not matter. Each completion finds something, and says how much. Where nothing begins so, a typing
    /// error in the last word is forgiven, from five letters.
    ///
    /// ```
    /// # #[cfg(feature = "bundled")] {
    /// use ally_toolkit::{Catalogue, CompletionRequest, Language, Searcher};
    /// let searcher = Searcher::new(Catalogue::bundled()?)?;
    /// let completions = searcher.complete(&CompletionRequest::new("l’al", Language::French))?;
    /// println!("{}", completions.announcement);
    /// for item in &completions.items {
    ///     println!("{} ({})", item.text, item.description);
    /// }
    /// assert!(completions.items.iter().all(|item| item.count > 0));
    /// # }
    /// # Ok::<(), ally_toolkit::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest): a limit that cannot be, and what [`search`](Searcher::search) refuses.
    /// [`InvalidSnapshot`](crate::ErrorKind::InvalidSnapshot): a resource that a completion is read from lies in a snapshot and is not as
    /// it was written.
    pub fn complete(&self, request: &CompletionRequest) -> Result<Completions, Error> {
        self.complete_in_unit(request, OffsetUnit::Bytes)
    }

    /// Like [`complete`](Searcher::complete), with spans in `unit`.
    ///
    /// # Errors
    /// As [`complete`](Searcher::complete).
    pub fn complete_in_unit(
        &self,
        request: &CompletionRequest,
        unit: OffsetUnit,
    ) -> Result<Completions, Error> {
        request.search(&request.query).check(&self.index)?;
        let limit = request.checked_limit()?;
        let reader = request.language;
        let typed = [reader, reader.other()].map(|language| Typed::read(&request.query, language));
        let [own, _] = &typed;
        let end = request.query.len();
        let start = own.begun.as_ref().map_or(end, |begun| begun.start);
        let span = Span::new(start, end).in_unit(&request.query, unit);
        let mut typed = typed.to_vec();
        typed.retain(|typed| !typed.is_empty());
        if typed.is_empty() {
            return Ok(Completions { span, items: Vec::new(), announcement: String::new() });
        }
        let completing = Completing { searcher: self, request, reader, unit, limit };
        let mut candidates = completing.candidates(&typed)?;
        if candidates.is_empty() {
            let labels = self.index.topic_labels(&self.catalogue);
            let forgiven =
                typed.iter().filter_map(|typed| typed.forgiven(self.index.view(typed.language), labels));
            candidates = completing.candidates(&forgiven.collect::<Vec<Typed>>())?;
        }
        let items = completing.chosen(candidates)?;
        let announcement = announcement::of_all(items.len(), reader);
        Ok(Completions { span, items, announcement })
    }
}

/// A request that is answered.
struct Completing<'a> {
    searcher: &'a Searcher,
    request: &'a CompletionRequest,
    reader: Language,
    unit: OffsetUnit,
    limit: usize,
}

impl Completing<'_> {
    /// What may complete what was typed, as read in one language or both.
    fn candidates(&self, typed: &[Typed]) -> Result<Vec<Candidate>, Error> {
        let asks_for = |kinds: &[CompletionKind]| kinds.iter().any(|kind| self.request.asks_for(*kind));
        let [of_topics, of_titles, of_people, of_words] = GROUPS.map(asks_for);
        let mut found = Vec::new();
        if of_topics {
            let set = self.of_topics()?;
            found.extend(topics(self.searcher, typed, set.as_ref(), self.reader, self.unit));
        }
        for (typed, set) in typed.iter().zip(self.sets(typed)?) {
            let view = self.searcher.index.view(typed.language);
            // More than are shown: some are the same in both languages.
            let most = 2 * self.limit;
            let begun = typed.begun.as_ref().map(|begun| keys_beginning(view, &begun.beginnings));
            let frequent = begun.as_ref().map(|begun| most_frequent(begun.clone(), view));
            let whole = whole_keys(typed, view);
            if of_words && let (Some(begun), Some(keys)) = (&typed.begun, &frequent) {
                found.extend(words(begun, typed.language, keys, view, &set, most));
            }
            // What must be there whole is in fewer records than what begins with a letter or two.
            let keys: &[Key] = whole.as_deref().or(frequent.as_deref()).unwrap_or_default();
            if of_titles {
                let stop = typed.begun.as_ref().is_some_and(|begun| begun.stop);
                let after = begun.as_deref().filter(|_| whole.is_some() && !stop);
                found.extend(titles(self.searcher, typed, keys, after, &set, self.reader, most)?);
            }
            if of_people {
                found.extend(people(self.searcher, typed, keys, &set)?);
            }
        }
        found.retain(|candidate| self.request.asks_for(candidate.kind));
        Ok(found)
    }

    /// The records that pass the filters, those by topic left aside; `None` where there are no others.
    fn of_topics(&self) -> Result<Option<RecordSet>, Error> {
        let mut search = self.request.search("");
        search.filters.topic.clear();
        if search.filters == Filters::default() {
            return Ok(None);
        }
        let [found, _] = self.searcher.found(&search)?;
        Ok(Some(found))
    }

    /// For each reading, the records that have the words before the last, in its language, and pass the filters.
    fn sets(&self, typed: &[Typed]) -> Result<Vec<Rc<RecordSet>>, Error> {
        let mut known: Option<(&str, [Rc<RecordSet>; 2])> = None;
        let mut sets = Vec::with_capacity(typed.len());
        for typed in typed {
            let before = typed.before(&self.request.query);
            let found = match known.take() {
                Some((same, found)) if same == before => found,
                _ => {
                    let mut search = self.request.search(before);
                    search.matching = Match::All;
                    // A word goes on in its own language: `men` with words of English texts.
                    (search.ranking.translations, search.ranking.synonyms, search.ranking.family) =
                        (0.0, 0.0, 0.0);
                    self.searcher.found(&search)?.map(Rc::new)
                }
            };
            let [english, french] = &found;
            sets.push(Rc::clone(if typed.language == Language::English { english } else { french }));
            known = Some((before, found));
        }
        Ok(sets)
    }

    /// The worthiest, each group of kinds with its share of the places if it has as many.
    fn chosen(&self, mut candidates: Vec<Candidate>) -> Result<Vec<Completion>, Error> {
        let reader = self.reader;
        candidates.sort_by(|a, b| a.rank(reader).cmp(&b.rank(reader)));
        let mut chosen: Vec<(Candidate, Completion)> = Vec::new();
        let mut others = Vec::new();
        let share = self.limit / SHARE;
        for candidate in candidates {
            let group = GROUPS.iter().find(|group| group.contains(&candidate.kind));
            let of_group = |(other, _): &&(Candidate, Completion)| {
                group.is_some_and(|group| group.contains(&other.kind))
            };
            if chosen.iter().filter(of_group).count() < share {
                self.add(candidate, &mut chosen)?;
            } else {
                others.push(candidate);
            }
        }
        for candidate in others {
            if chosen.len() >= self.limit {
                break;
            }
            self.add(candidate, &mut chosen)?;
        }
        chosen.sort_by(|(a, _), (b, _)| a.rank(reader).cmp(&b.rank(reader)));
        Ok(chosen.into_iter().map(|(_, completion)| completion).collect())
    }

    /// Adds a candidate to those chosen, unless it is there already, changes nothing of what was typed, or finds nothing.
    fn add(&self, candidate: Candidate, chosen: &mut Vec<(Candidate, Completion)>) -> Result<(), Error> {
        let Some(completion) = self.completion(&candidate)? else { return Ok(()) };
        let is_same = |(_, other): &(Candidate, Completion)| {
            other.kind == completion.kind
                && if completion.id.is_some() {
                    other.id == completion.id
                } else {
                    other.text == completion.text
                }
        };
        let changes_nothing =
            completion.kind == CompletionKind::Word && completion.text == self.request.query;
        if changes_nothing || chosen.iter().any(is_same) {
            return Ok(());
        }
        let count = self.searcher.total(&completion.search(self.request))?;
        if count > 0 {
            let description = announcement::of_one(completion.kind, completion.language, count, self.reader);
            chosen.push((candidate, Completion { count, description, ..completion }));
        }
        Ok(())
    }

    /// A candidate as it is shown, not yet counted.
    fn completion(&self, candidate: &Candidate) -> Result<Option<Completion>, Error> {
        let (text, marks): (Cow<'_, str>, Cow<'_, [Span]>) = match &candidate.what {
            What::Text(shown) => (Cow::Borrowed(&shown.text), Cow::Borrowed(&shown.marks)),
            What::Word { key, begun, language, set } => match self.word(*key, begun, *language, set)? {
                Some((text, mark)) => (Cow::Owned(text), Cow::Owned(vec![mark])),
                None => return Ok(None),
            },
        };
        let (id, record, matched) = match &candidate.what {
            What::Text(shown) => (shown.id.clone(), shown.record, shown.matched.clone()),
            What::Word { .. } => (None, None, None),
        };
        let segments = segments(&text, Span::new(0, text.len()), &marks, self.unit);
        Ok(Some(Completion {
            kind: candidate.kind,
            text: text.into_owned(),
            language: candidate.language,
            segments,
            count: 0,
            id,
            record,
            matched,
            description: String::new(),
        }))
    }

    /// The query with its last word completed by the words under a key, and what of it was typed.
    fn word(
        &self,
        key: usize,
        begun: &Begun,
        language: Language,
        set: &RecordSet,
    ) -> Result<Option<(String, Span)>, Error> {
        let (before, typed) = self.request.query.split_at_checked(begun.start).unwrap_or_default();
        let begins =
            |folded: &str| begun.beginnings.iter().any(|beginning| folded.starts_with(beginning.as_str()));
        let spelling = written(self.searcher, language, key, set, begins, typed)?;
        Ok(spelling.map(|spelling| {
            let typed = begun.beginnings.iter().map(|beginning| typed_of(&spelling, beginning)).max();
            (format!("{before}{spelling}"), Span::new(0, before.len() + typed.unwrap_or(0)))
        }))
    }
}

/// The keys of the last whole word; `None` where there is none that says something.
fn whole_keys(typed: &Typed, view: &View) -> Option<Vec<Key>> {
    let word = typed.last_whole()?;
    let keys = word.distinct_forms().filter_map(|form| view.key(&form.stem));
    Some(keys.map(|number| Key { number, records: view.record_count_of(number) }).collect())
}
