// Made by scripts/types.mjs from core/schema/api.schema.json: change the Rust types instead.

/** An abbreviation with what it stands for. */
export interface AbbreviationInlineView {
  /** The abbreviation. */
  content: InlineView[]
  /** What it stands for. */
  expansion: string
  type: 'abbreviation'
}

/** What a catalogue says of itself. */
export interface About {
  /** What it holds and for whom. */
  description?: LocalizedText
  /** The fields of its own that resources are filtered and counted by. */
  fields?: OwnField[]
  /** Its licence, as an SPDX identifier. */
  licence?: string
  /** The catalogue's title. */
  title: LocalizedText
  /** When it was last changed. */
  updated?: PartialDate
}

/** Whether everyone can open a resource. */
export type Access =
  /** Free for all. */
  | 'open'
  /** Behind a payment, a membership or a login. */
  | 'restricted'

/** What helps people who cannot see or hear a resource. Absent means "not known". */
export interface Accessibility {
  /** Captions in the video's language. */
  captions?: boolean
  /** Sign-language interpretation (ASL, LSQ …). */
  sign_language?: boolean
  /** A full transcript. */
  transcript?: boolean
}

/** What to do about a search that finds nothing, or too little. */
export interface Advice {
  /** How many records were found, and which parts find none, in words. */
  message: Bilingual
  /** The words, quotations and fields that must or may match, in the order of the query, at most 16. */
  parts: PartFound[]
  /** Requests that find more, those that find most first, at most 8. */
  requests: AdvisedRequest[]
  /** How many records the request finds. */
  total: number
}

/** How an advised request differs from the one that was asked. */
export type AdviceKind =
  /** A word, quotation or field of the query is left out. */
  | 'without_part'
  /** The filter of one field is left out. */
  | 'without_filter'
  /** All filters are left out. */
  | 'without_filters'
  /** Any of the words may match, not all must. */
  | 'any_word'

/** A request that finds more. */
export interface AdvisedRequest {
  /** What is different. */
  kind: AdviceKind
  /** What is different and what that gives, in words. */
  label: Bilingual
  /** The request, ready to be asked: its first page. */
  request: SearchRequest
  /** How many records it finds. */
  total: number
}

/** The tokens of a text. */
export interface Analysis {
  /** The language the text was read as. */
  language: Language
  /** The tokens, in the order of the text; a compound's joined form comes before its parts. */
  tokens: Token[]
}

/**
 * A text of the library's own, always in both languages: a message, a facet's label.
 *
 * A catalogue's texts are `Localized` instead, since either side may be missing there.
 */
export interface Bilingual {
  /** The English text. */
  en: string
  /** The French text. */
  fr: string
}

/** A block of a page: what every kind has, and its content. In JSON the two are one object. */
export type BlockView = TextBlockView | QuotationBlockView | ImageBlockView | ChecklistBlockView | TopicListBlockView | ResourceListBlockView | FeaturedResourceBlockView | TermTableBlockView | GlossaryBlockView | ReferencesBlockView | NavigationBlockView | ToolkitLinkBlockView | ContactBlockView | LandAcknowledgementBlockView | CreditsBlockView | DomainBlockView | LanguageToggleBlockView | CitationBlockView

/** One capability of a domain. */
export interface CapabilityView {
  /** What it consists of. */
  points?: Text[]
  /** Its name. */
  title: Text
}

/** What a list shows of a resource beside its title; `read_resource` tells the rest. */
export interface CardView {
  /** The names of those who made it. */
  creators?: string[]
  /** What kind of thing it is. */
  kind: LabelView
  /** Says, in the reader's language, that the work is not in it, or that it is in others too. */
  language_notice?: string
  /** The languages it is in: BCP 47 tags. */
  languages: LanguageTag[]
  /** Who published it. */
  publisher?: string
  /** The address to send the reader to. */
  url?: string
  /** The year it appeared. */
  year?: number
}

/** A query that two rankings answer differently well. */
export interface Change {
  /** Its measure after, from 0 to 1. */
  after: number
  /** Its measure before, from 0 to 1. */
  before: number
  /** The query's id. */
  query: string
}

/** A checklist or numbered tips. */
export interface ChecklistBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** Who wrote the list. */
  creators?: CreatorView[]
  /** When it was written. */
  date?: PartialDate
  /** The heading above the block. */
  heading?: Text
  /** The items. */
  items: RichTextView[]
  /** The sentence that leads into the list. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** True for numbered tips. */
  ordered?: boolean
  /** Where it was published. */
  source?: string
  type: 'checklist'
}

/** How to cite the page, when it was reviewed, how to report a problem. */
export interface CitationBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The suggested citation, in the usage of the reader's language. */
  citation: string
  /** How to report a broken link or suggest a resource. */
  feedback?: RichTextView
  /** The heading above the block. */
  heading?: Text
  /** When the page was last reviewed, as a sentence. */
  last_reviewed?: Text
  /** The heading's level: 2 or 3. */
  level: number
  type: 'citation'
}

/** Two rankings of the same queries, paired query by query. */
export interface Comparison {
  /** The queries that changed, the worst loss first. */
  changes: Change[]
  /** The mean difference, after minus before, with its interval: an interval above 0 is an improvement beyond chance. */
  difference: Mean
  /** What is compared. */
  measure: Measure
}

/** A text that completes what was typed, and that finds something. */
export interface Completion {
  /** How many results the [search that it stands for](Completion::search) has; never 0. */
  count: number
  /** What it is and how many results it has, in the reader's language: to be read after the text. */
  description: string
  /** The id of a topic, and of the record with a title: of a page its address. */
  id?: string
  /** What it is. */
  kind: CompletionKind
  /** The language of the text, of a word that of the word; `None` for a name, which has none of its own. */
  language: Language | null
  /** The label that was typed, where a topic is shown by another. */
  matched?: MatchedLabel
  /** The type of the record with a title. */
  record?: RecordType
  /** The text in parts, those that were typed marked. */
  segments: Segment[]
  /** What is to be put into the box: for a word the whole query with it, else the title, label or name. */
  text: string
}

/** What a completion is. */
export type CompletionKind =
  /** A topic, by any of its labels. */
  | 'topic'
  /** The title of a record; a glossary term. */
  | 'title'
  /** A person who made something. */
  | 'person'
  /** An organization that made something. */
  | 'organization'
  /** A word of the records. */
  | 'word'

/** What is asked for while somebody types. Every field has a default. */
export interface CompletionRequest {
  /** What resources must have: only what a search with these filters finds is suggested and counted. */
  filters?: Filters
  /**
   * What is suggested; every kind by default.
   *
   * @defaultValue `["topic","title","person","organization","word"]`
   */
  kinds?: CompletionKind[]
  /**
   * The reader's language: its words come first at equal worth, and topics are shown in it.
   *
   * @defaultValue `"en"`
   */
  language?: Language
  /**
   * How many completions at most, 1 to 50.
   *
   * @defaultValue `8`
   */
  limit?: number
  /**
   * Which words of a completion must match in the search that it stands for: `all` of them by default, so that each word typed
   * narrows what is found.
   *
   * @defaultValue `"all"`
   */
  match?: Match
  /**
   * What stands in the box, up to the caret. At most 8,192 bytes. Without a word, nothing is completed.
   *
   * @defaultValue `""`
   */
  query?: string
  /**
   * The types of record searched; resources by default.
   *
   * @defaultValue `["resource"]`
   */
  records?: RecordType[]
}

/** What completes what stands in a box, the worthiest first, with what a combobox needs to announce. */
export interface Completions {
  /** How many there are, as a sentence in the reader's language for a live region; empty where no word is typed. */
  announcement: string
  /** The completions, at most as many as asked for. */
  items: Completion[]
  /**
   * The part of the query that a word completes, in the unit asked for: its last word, as the reader's language cuts it (the `al` of
   * `l’al`). Empty, at the end, where nothing is begun.
   */
  span: Span
}

/**
 * A concept of a vocabulary, as in SKOS (<https://www.w3.org/TR/skos-reference/>): a topic, a kind of resource, a
 * cluster, an audience or a place. A *topic* is a concept of the vocabulary of topics.
 *
 * Its labels are what a facet shows and what a query in either language finds it by.
 */
export interface Concept {
  /** Other labels a reader may see (`skos:altLabel`): synonyms, acronyms, full forms. */
  alternative?: LocalizedList
  /** More general concepts of the same vocabulary (`skos:broader`); the inverse is derived. */
  broader?: string[]
  /** What the concept means (`skos:definition`). */
  definition?: LocalizedText
  /** Labels that are searched but never shown (`skos:hiddenLabel`): misspellings, dated words. */
  hidden?: LocalizedList
  /** Identifies the concept in its vocabulary. */
  id: string
  /** The preferred label (`skos:prefLabel`). */
  label: LocalizedText
  /** Associated concepts of the same vocabulary (`skos:related`). */
  related?: string[]
}

/** A concept of a vocabulary, for one reader. */
export interface ConceptView {
  /** Other labels, in the language of the preferred one. */
  alternative?: TextList
  /** More general concepts. */
  broader?: LabelView[]
  /** What the concept means. */
  definition?: Text
  /** The concept's id. */
  id: string
  /** The preferred label. */
  label: Text
  /** More specific concepts, one level down. */
  narrower?: LabelView[]
  /** Associated concepts, named from either side. */
  related?: LabelView[]
  /** How many resources have it or a narrower concept; withdrawn ones do not count. */
  resources: number
  /** The vocabulary it belongs to. */
  vocabulary: VocabularyName
}

/** Where to turn for one purpose. */
export interface Contact {
  /** Whom it reaches. */
  name: Name
  /** The purpose: content, partnership, technical … */
  purpose: LocalizedText
  /** The public page to reach them through. */
  url: string
}

/** The toolkit's contacts. */
export interface ContactBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The contacts. */
  contacts: ContactView[]
  /** The heading above the block. */
  heading?: Text
  /** The sentence that leads into them. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  type: 'contact'
}

/** Where to turn for one purpose. */
export interface ContactView {
  /** Whom it reaches. */
  name: string
  /** The purpose. */
  purpose: Text
  /** The public page to reach them through. */
  url: string
}

/** What a feature adds to a score, or to the lead over the next hit. */
export interface Contribution {
  /** The feature. */
  feature: Feature
  /** What it adds, to six decimals; below 0 for what is taken off. */
  value: number
  /** The word of the query, as typed, where the feature is of one; the first of two neighbours. */
  word?: string
}

/** Who made a work or said a thing: a person or an organization, with the roles held at a time. */
export interface Creator {
  /** Person or organization. */
  kind: CreatorKind
  /** The name, as it is to be shown. */
  name: Name
  /** What a person did where, and when that was true. */
  roles?: Role[]
}

/** Whether a creator is a person or an organization. */
export type CreatorKind =
  /** A human being. */
  | 'person'
  /** A body: an association, a ministry, a company. */
  | 'organization'

/** Who made a work or said a thing. */
export interface CreatorView {
  /** Person or organization. */
  kind: CreatorKind
  /** The name. */
  name: string
  /** What a person did where, and when that was true. */
  roles?: RoleView[]
}

/** Somebody credited, and for what. */
export interface Credit {
  /** Who. */
  name: Name
  /** Funder, partner, author … */
  role: LocalizedText
  /** Their public page. */
  url?: string
}

/** Somebody credited, and for what. */
export interface CreditView {
  /** Who. */
  name: string
  /** Funder, partner, author … */
  role: Text
  /** Their public page. */
  url?: string
}

/** The toolkit's credits and disclaimer. */
export interface CreditsBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** Who is credited. */
  credits: CreditView[]
  /** What the views expressed do and do not stand for. */
  disclaimer?: Text
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  type: 'credits'
}

/** One definition of a term. */
export interface Definition {
  /** The page it is taken from; absent for the catalogue's own words. */
  source?: string
  /** The definition. */
  text: LocalizedText
}

/** One definition of a term. */
export interface DefinitionView {
  /** The page it is taken from; absent for the catalogue's own words. */
  source?: string
  /** The definition. */
  text: Text
}

/**
 * How many hits of a page may share a value of a field.
 *
 * What exceeds it is put off to the following pages, and comes there in its order. Only the fifty best hits are spread so, and only as
 * long as other ones are left among them; nothing is lost, and totals and facets are the same. Topics count for their broader
 * topics too. A hit without a value is never put off.
 */
export interface Diversity {
  /** The field. */
  field: FacetField
  /** The most hits of a page that share a value, from 1. */
  most: number
}

/** A leadership domain. */
export interface DomainBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** Who wrote the essay. */
  byline?: CreatorView
  /** The capabilities. */
  capabilities: CapabilityView[]
  /** The essay. */
  essay?: RichTextView
  /** The heading above the block. */
  heading?: Text
  /** The sentence that leads into the capabilities. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** Resources. */
  resources?: ResourceView[]
  type: 'domain'
}

/** Stressed words. */
export interface EmphasisInlineView {
  /** The words. */
  content: InlineView[]
  type: 'emphasis'
}

/** What an `Error` holds, as plain data for hosts. */
export interface ErrorData {
  /** The kind of failure. */
  kind: ErrorKind
  /** What is wrong. */
  message: Bilingual
  /** Where it is wrong, as far as known. */
  place?: Place
  /** The problems of an invalid catalogue. */
  problems?: Problem[]
  /** What to do about it. */
  remedy: Bilingual
}

/** What kind of failure an `Error` is; hosts turn each kind into a class or code of their own. */
export type ErrorKind =
  /** A folder or file cannot be opened. Check the path. */
  | 'unreadable'
  /** A file cannot be written. Check the folder and what room there is. */
  | 'unwritable'
  /** The catalogue has errors; `Error::problems` lists every one. Mend them, or ask for a report instead. */
  | 'invalid-catalogue'
  /** No toolkit, page, resource, concept or term has this id. */
  | 'not-found'
  /** The request cannot be understood: an unknown field, filter or value, a page number below 1 … . */
  | 'invalid-request'
  /** This is no snapshot, or one that is cut short or damaged. Build it again. */
  | 'invalid-snapshot'
  /** A snapshot of another version: a newer format, or another analysis of texts. Update the library, or build it again. */
  | 'incompatible-snapshot'
  /** A defect of this library. Please report it. */
  | 'internal'

/**
 * What rankings are worth over a set of judged queries.
 *
 * Written to a file or given to another program, it can be read again; the means are then computed from the queries.
 */
export interface Evaluation {
  /** The mean of each measure over the queries. */
  means: Record<string, Mean>
  /** The measures of each query that has an answer. */
  queries: Record<string, Measures>
}

/** What a hit's score is made of. */
export interface Explanation {
  /**
   * What most sets the hit above the next one; `None` for the last hit, where the two score the same, and where diversity put
   * the hit before one that scores more.
   */
  above_next?: Contribution
  /** What each feature adds, the most first; together they are the score, but for rounding. */
  contributions: Contribution[]
  /** The same as one sentence in the reader's language. */
  sentence: string
  /** The place among all hits, from 1, that the hit would have without the diversity asked for; `None` where it is the same. */
  without_diversity?: number
}

/**
 * A facet: how many of the found resources have each value.
 *
 * A facet's own filter does not hide its other values: their counts say what choosing them would give.
 */
export interface Facet {
  /** How many values there are, listed or not; each counted once. */
  distinct: number
  /** What is counted. */
  field: FacetField
  /** The facet's heading. */
  label: Bilingual
  /** The ranges of years asked for: those of the histogram, the earliest first, then those that the request lists. */
  ranges?: FacetRange[]
  /** The values found, in the order asked for; as a tree, where that was asked for. */
  values: FacetValue[]
}

/**
 * What resources are filtered and counted by.
 *
 * In JSON, the name of the field: `"kind"`, `"topic"` …, and `"extra.format"` for the field `format` of the catalogue's own.
 */
export type FacetField =
  /** The kind of resource. */
  | 'kind'
  /** Its topics; a resource counts for a topic's broader topics too. */
  | 'topic'
  /** The part of the toolkits it serves. */
  | 'cluster'
  /** Whom it is for. */
  | 'audience'
  /** The languages it can be read in: primary BCP 47 tags. */
  | 'language'
  /** Where it comes from or applies. */
  | 'place'
  /** How much it presumes. */
  | 'level'
  /** Whether everyone can open it. */
  | 'access'
  /** The year it appeared. */
  | 'year'
  /** Who published it: the name, in English where it has one. Capitals and accents do not tell names apart. */
  | 'publisher'
  /** A field of the catalogue's own, by its id. */
  | `extra.${string}`

/** The order of the values of a facet. */
export type FacetOrder =
  /** The most frequent first; those that are as frequent by label. */
  | 'count'
  /** By label, in the dictionary order of the reader's language. */
  | 'label'
  /** As the vocabulary or the catalogue lists them; values that are in no list by id, numbers ascending. */
  | 'value'

/** A range of years of a facet. */
export interface FacetRange {
  /** How many resources may be of these years: the filter of this range finds them. */
  count: number
  /** The first year; `None` where the range has no beginning. */
  from?: number
  /** What it reads in each language: `2015–2019`, `since 2020` … */
  label: Bilingual
  /** True when the request filters by this very range. */
  selected: boolean
  /** The last year; `None` where the range has no end. */
  to?: number
}

/**
 * A facet asked for: what is counted, and how it is given.
 *
 * In the JSON of a request, a facet of which nothing but the field is said may be written as the name of its field: `"kind"`.
 */
export interface FacetRequest {
  /** What is counted. */
  field: FacetField
  /** How many values are listed at most, from 0; those that the request filters by are listed beside them. All by default. */
  most?: number | null
  /** Topics only: whether each stands under its broader ones. `most` is then that of each level. */
  nested?: boolean
  /** The order of the values; by default the most frequent first, and of years the newest. */
  order?: FacetOrder | null
  /** Years only: these ranges are counted, at most 200. With `step` too, they come after those of the histogram. */
  ranges?: YearRange[]
  /**
   * Years only: a histogram of ranges of so many years, 1 to 1,000, the first year of each a multiple of it; from the first year
   * found to the last, at most 200 ranges.
   */
  step?: number | null
}

/** A value of a facet. */
export interface FacetValue {
  /** The broader topics it belongs to, by id. */
  broader?: string[]
  /**
   * How many resources have it: a filter of this value alone finds them. One of which the year is not known to the last digit counts
   * for each year that it may be of.
   */
  count: number
  /** The value, as filters name it. */
  id: string
  /** What it reads in each language. */
  label: LocalizedText
  /** The narrower topics under it, where topics are nested; one with several broader topics stands under each. */
  narrower?: FacetValue[]
  /** True when the request filters by it. */
  selected: boolean
}

/** A part of a hit's score. */
export type Feature =
  /** A word of the query, in whatever form, with what else it stands for: BM25F, the first stage. */
  | 'word'
  /** The very word that was typed. */
  | 'exact_word'
  /** Two neighbours of the query next to each other. */
  | 'phrase'
  /** Two neighbours of the query near each other. */
  | 'proximity'
  /** A title that says what the query says. */
  | 'whole_title'
  /** What is taken off for a language that is not the reader's. */
  | 'other_language'

/** One resource put forward. */
export interface FeaturedResourceBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** Why it is put forward. */
  note?: RichTextView
  /** The resource. */
  resource: ResourceView
  type: 'featured_resource'
}

/** A part of a record that is searched. */
export type Field =
  /** The title, or a glossary term. */
  | 'title'
  /** The subtitle, or a term's variants. */
  | 'subtitle'
  /** The labels of the topics: preferred, alternative and hidden. */
  | 'topics'
  /** The names of the creators. */
  | 'creators'
  /** The publisher's name. */
  | 'publisher'
  /** The description, or a term's definitions. */
  | 'description'
  /** The labels of kind, cluster, audiences and place. */
  | 'labels'
  /** The text of a toolkit page. */
  | 'body'

/** A field that must have one of some values. */
export interface FieldValues {
  /** The field. */
  name: QueryField
  /** The values, each in its words. */
  values: string[]
}

/** What resources must have: any of the values given for a field, in every field given. */
export interface Filters {
  /**
   * Access: `open`, `restricted`.
   *
   * @defaultValue `[]`
   */
  access?: string[]
  /**
   * Audiences, by id.
   *
   * @defaultValue `[]`
   */
  audience?: string[]
  /**
   * Clusters, by id.
   *
   * @defaultValue `[]`
   */
  cluster?: string[]
  /** Fields of the catalogue's own, by their ids, each with its values: `{"format": ["pdf"]}`. */
  extra?: Record<string, string[]>
  /**
   * Kinds, by id.
   *
   * @defaultValue `[]`
   */
  kind?: string[]
  /**
   * Languages the resource can be read in: primary BCP 47 tags.
   *
   * @defaultValue `[]`
   */
  language?: string[]
  /**
   * Levels: `introductory`, `intermediate`, `advanced`.
   *
   * @defaultValue `[]`
   */
  level?: string[]
  /**
   * Places, by id.
   *
   * @defaultValue `[]`
   */
  place?: string[]
  /**
   * Publishers, by name; capitals and accents do not matter.
   *
   * @defaultValue `[]`
   */
  publisher?: string[]
  /**
   * Topics, by id; a broader topic finds what its narrower ones do.
   *
   * @defaultValue `[]`
   */
  topic?: string[]
  /** The years the resource may be of. */
  year?: YearRange | null
}

/**
 * Identifies the exact text a translation was made from: FNV-1a (64 bits) of its UTF-8 bytes, as 16 hexadecimal digits.
 *
 * FNV is enough here: it guards against forgetting, not against an adversary.
 * Source: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
 */
export type Fingerprint = string

/** Words in another language than the text around them. */
export interface ForeignInlineView {
  /** The words. */
  content: InlineView[]
  /** Their language. */
  language: Language
  type: 'foreign'
}

/** A word in the three degrees of exactness in which it is compared. */
export interface Form {
  /** Without accents and ligatures. */
  folded: string
  /** Small letters, exact accents. */
  form: string
  /** Without its ending too: what an index is keyed by. */
  stem: string
}

/** Glossary entries, in the reader's alphabetical order. */
export interface GlossaryBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The entries. */
  terms: TermView[]
  type: 'glossary'
}

/**
 * A text of a hit, cut at its matches.
 *
 * Segments, so that the host can mark them as its own format asks; `to_html` makes HTML of them.
 */
export interface Highlight {
  /** True when the text goes on after the last segment. */
  cut_after?: boolean
  /** True when the text goes on before the first segment. */
  cut_before?: boolean
  /** Where in the record the text stands. */
  field: Field
  /** The language of the text; `None` for a name, which has none of its own. */
  language: Language | null
  /** The parts of the text, in order; together they are the text, or a passage of it. */
  segments: Segment[]
}

/** A record that was found; each record is found once, in whichever language matched best. */
export interface Hit {
  /** What a list shows of a resource beside its title. */
  card?: CardView
  /**
   * The description, in the language that matched, else the reader's, with what matched marked; of several definitions the one that
   * shows most of the query.
   */
  description?: Highlight
  /** What the score is made of, when asked for. */
  explanation?: Explanation
  /** The other texts in which something matched, the weightiest field first. */
  highlights?: Highlight[]
  /** The id of a resource or term, the address of a page (`TOOLKIT/PAGE`). */
  id: string
  /** The language in which it matched best; `None` when there is no query. */
  language?: Language
  /** Why it was found, word by word. */
  reasons?: Reason[]
  /** What type of record it is. */
  record: RecordType
  /**
   * How well it matches, to six decimals, from 0 up: it orders the hits of one request and says nothing beside those of
   * another. 0 when there is no query.
   */
  score: number
  /** The title as the reader sees it, in their language where there is a choice, with what matched marked. */
  title: Highlight
  /** The reasons as one sentence in the reader's language. */
  why?: string
}

/** Identifiers that others gave to a work. */
export interface Identifiers {
  /** The DOI, without `https://doi.org/`: `10.1000/182`. */
  doi?: string
  /** ISBNs, with or without hyphens. */
  isbn?: string[]
}

/** A picture with its text alternatives. */
export interface ImageBlockView {
  /** The short text alternative. */
  alt: Text
  /** What links to this place of the page. */
  anchor?: string
  /** Whose picture it is. */
  credit?: ImageCreditView
  /** The file, relative to the catalogue's folder `toolkits`, or an address. */
  file: string
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The long description, open to everyone. */
  long_description?: RichTextView
  /** True when the page repeats the picture's words as text. */
  repeated_in_text?: boolean
  type: 'image'
}

/** Whose picture it is. */
export interface ImageCreditView {
  /** The credit line. */
  text?: Text
  /** Where the picture comes from. */
  url?: string
}

/** A run of words. */
export type InlineView = TextInlineView | EmphasisInlineView | StrongInlineView | LinkInlineView | AbbreviationInlineView | ForeignInlineView

/** An interval that holds the true mean in 95 of 100 cases. */
export interface Interval {
  /** The upper end. */
  high: number
  /** The lower end. */
  low: number
}

/**
 * Which records answer which query, and how well: the grade of each judged record, by query and record id.
 *
 * Grade 0 means "judged, and not an answer"; a record without a grade counts as no answer too. In JSON:
 * `{"query": {"record": 2}}`.
 */
export type Judgments = Record<string, Record<string, number>>

/** A value with an id for programs and a label for the reader: a concept, a level, a status. */
export interface LabelView {
  /** The id. */
  id: string
  /** What the reader sees. */
  label: Text
}

/** An acknowledgement of the land. */
export interface LandAcknowledgementBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** Resources that tell how to make one's own. */
  resources?: ResourceView[]
  /** Its text: the block's own, else the toolkit's. */
  text?: RichTextView
  type: 'land_acknowledgement'
}

/**
 * A language the catalogue itself is written in: English or French.
 *
 * A resource may be in other languages too (Inuktitut, Cree …); those are BCP 47 tags
 * (`LanguageTag`), not this type.
 */
export type Language =
  /** English, `en`. */
  | 'en'
  /** French, `fr`. */
  | 'fr'

/**
 * The language of a resource or a link: a well-formed BCP 47 tag, such as `en`, `fr-CA`, `iu` or `crk-Cans`.
 *
 * Kept in the canonical case of RFC 5646, section 2.1.1. Only the form is checked, not the registry.
 */
export type LanguageTag = string

/** The way to the same page in the other language. */
export interface LanguageToggleBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The same as the page's `other_language`. */
  toggle: LanguageToggleView
  type: 'language_toggle'
}

/** The way to the same page in the other language. */
export interface LanguageToggleView {
  /** True when the page exists in it, that is, has a title in it. */
  available: boolean
  /** The other language. */
  language: Language
  /** Its own name for itself: what the link to it reads. */
  name: string
  /** Says, in the reader's language, what is missing in either language. */
  notice?: string
  /** The page's title in it. */
  title?: Text
}

/** A language, as a tag for programs and a name for the reader. */
export interface LanguageView {
  /** Its name in the reader's language, as inside a sentence; the tag where the library knows no name. */
  name: string
  /** The BCP 47 tag. */
  tag: LanguageTag
}

/** How long a resource takes or is. */
export interface Length {
  /** Minutes to read, hear or watch. */
  minutes?: number
  /** Printed pages. */
  pages?: number
}

/** How much a resource presumes of its reader. */
export type Level =
  /** Nothing. */
  | 'introductory'
  /** Some acquaintance with the matter. */
  | 'intermediate'
  /** Practice in the matter. */
  | 'advanced'

/** Which sources a lexicon draws on; all where nothing is said. */
export interface LexiconSources {
  /**
   * The general lexicon that ships with the library.
   *
   * @defaultValue `true`
   */
  general?: boolean
  /**
   * The glossary.
   *
   * @defaultValue `true`
   */
  glossary?: boolean
  /**
   * What is learned from records in both languages.
   *
   * @defaultValue `true`
   */
  learned?: boolean
  /**
   * The labels of topics.
   *
   * @defaultValue `true`
   */
  topics?: boolean
}

/** An address at which a resource can be read, in one language. */
export interface Link {
  /** An archived copy, for the day the address dies. */
  archived?: string
  /** What checks of the address have found, oldest first. */
  history?: LinkCheck[]
  /** The language of the page it leads to. */
  language: LanguageTag
  /** The address: `http` or `https`, kept as written. */
  url: string
}

/** One check of a link. */
export interface LinkCheck {
  /** When it was checked. */
  date: PartialDate
  /** What was found. */
  outcome: LinkOutcome
}

/** Words that lead somewhere. */
export interface LinkInlineView {
  /** The words. */
  content: InlineView[]
  /** Where. */
  target: LinkTargetView
  type: 'link'
}

/** What a check of a link found. A refusal is not a death: sites turn robots away from pages that people can read. */
export type LinkOutcome =
  /** The page answered. */
  | 'working'
  /** The page answered from another address. */
  | 'moved'
  /** The site refused the check; a person may still read the page. */
  | 'refused'
  /** The page is gone. */
  | 'broken'

/** Where a link leads, with what a host needs to show of it. */
export type LinkTargetView = WebLinkTargetView | PageLinkTargetView | ResourceLinkTargetView | TermLinkTargetView

/** Where a resource can be found. */
export interface LinkView {
  /** An archived copy. */
  archived?: string
  /** True when the last check found the page gone. */
  broken?: boolean
  /** The language of the page it leads to. */
  language: LanguageView
  /** The address. */
  url: string
}

/**
 * A value in English, in French, or in both.
 *
 * `read` never falls back silently: it says which language it answers in, so that a page can
 * always set `lang` (WCAG 3.1.2).
 */
export interface LocalizedList {
  /** The English side. */
  en?: string[] | TranslatedList
  /** The French side. */
  fr?: string[] | TranslatedList
}

/**
 * A value in English, in French, or in both.
 *
 * `read` never falls back silently: it says which language it answers in, so that a page can
 * always set `lang` (WCAG 3.1.2).
 */
export interface LocalizedText {
  /** The English side. */
  en?: string | TranslatedText
  /** The French side. */
  fr?: string | TranslatedText
}

/** Which words of the query must match. */
export type Match =
  /** Any of them; records with more and rarer ones come first. */
  | 'any'
  /** All of them, in one language. */
  | 'all'

/** How a word of a record matches a word of the query, the most exact first. */
export type MatchKind =
  /** The same word, accents included. */
  | 'exact'
  /** The same word but for accents or ligatures. */
  | 'accents'
  /** Another form of the word: plural, feminine, inflected. */
  | 'stem'
  /** A word that begins with what was typed. */
  | 'prefix'
  /** A word one or two typing errors away. */
  | 'typo'
  /** A word of the other language that translates it. */
  | 'translation'
  /** Another word with the same translations. */
  | 'synonym'
  /** A word that begins alike, and only lifts a record found otherwise. */
  | 'family'

/** A label of a topic by which it was found, beside the one by which it is shown. */
export interface MatchedLabel {
  /** Its language. */
  language: Language
  /** The label in parts, those that were typed marked. */
  segments: Segment[]
}

/** The mean of a measure over the queries. */
export interface Mean {
  /** Its 95 % confidence interval. */
  interval: Interval
  /** The mean: of a measure from 0 to 1, of a difference from -1 to 1. */
  mean: number
  /** Over how many queries. */
  queries: number
}

/** A measure of a ranking, down to a rank: `ndcg@10`, `mrr@10`, `recall@100`, each with any rank from 1. */
export type Measure = string

/** What a ranking is worth for one query, each measure from 0 to 1. */
export type Measures = Record<string, number>

/**
 * The name of a person, an organization or a publication: one form for both languages, or one for each.
 *
 * Names are exempt from WCAG 3.1.2, so reading one yields a bare string. In JSON: `"UN Women"`, or
 * `{"en": "UN Women", "fr": "ONU Femmes"}`.
 */
export type Name =
  /** The same form in both languages. */
  | string
  /** A form of its own in each language. */
  | LocalizedText

/** The toolkit's side navigation. */
export interface NavigationBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** Its entries. */
  items: NavigationView[]
  /** The heading's level: 2 or 3. */
  level: number
  type: 'navigation'
}

/** An entry of the side navigation: a page, or an anchor on one. */
export interface NavigationItem {
  /** A block's anchor on that page. */
  anchor?: string
  /** The second level. */
  children?: NavigationItem[]
  /** What the entry reads. */
  label: LocalizedText
  /** The page's key in the same toolkit. */
  page: string
}

/** An entry of the side navigation. */
export interface NavigationView {
  /** Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`. */
  address: string
  /** The anchor on that page. */
  anchor?: string
  /** The second level. */
  children?: NavigationView[]
  /** What the entry reads. */
  label: Text
  /** The page's key. */
  page: string
}

/**
 * What a position inside a text counts. Rust strings count bytes, Python strings code points, JavaScript strings
 * UTF-16 code units; each host asks for its own, so that slicing its own string gives the text meant.
 */
export type OffsetUnit =
  /** UTF-8 bytes (Rust). */
  | 'bytes'
  /** Unicode code points (Python). */
  | 'code_points'
  /** UTF-16 code units (JavaScript). */
  | 'utf16'

/** A field of the catalogue's own, which resources have under `extra` and are filtered and counted by. */
export interface OwnField {
  /** Its name under `extra`. */
  id: string
  /** What it is called. */
  label: LocalizedText
  /** Its values, in the order they are listed. Others that resources have come after them, each with its text as its label. */
  values?: OwnValue[]
}

/** A value of a field of the catalogue's own. */
export interface OwnValue {
  /** The value as resources have it, as a text: `pdf`, `12`, `true`. */
  id: string
  /** What it reads. */
  label: LocalizedText
}

/** A page of a toolkit. */
export interface PageLinkTargetView {
  /** `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`. */
  address: string
  /** The page's key in its toolkit. */
  key: string
  /** The page's title. */
  title: Text
  type: 'page'
}

/** A page, or an anchor on it, as others refer to it. */
export interface PageLinkView {
  /** `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`. */
  address: string
  /** The page's key in its toolkit. */
  key: string
  /** The page's title. */
  title: Text
}

/** A page of a toolkit, or an anchor on it: page:TOOLKIT/PAGE#ANCHOR. */
export type PageTarget = string

/** A page of a toolkit, for one reader. */
export interface PageView {
  /** `TOOLKIT/PAGE`. */
  address: string
  /** What is on the page, in order. */
  blocks: BlockView[]
  /** The page's key. */
  key: string
  /** The page after it in reading order. */
  next?: PageLinkView
  /** The way to the page in the other language. */
  other_language: LanguageToggleView
  /** The page before it in reading order. */
  previous?: PageLinkView
  /** When the page, or else its toolkit, was last reviewed. */
  reviewed?: PartialDate
  /** A second line of the title. */
  subtitle?: Text
  /** The title. */
  title: Text
  /** The toolkit it belongs to. */
  toolkit: ToolkitLinkView
  /**
   * True when all of the page's own words are in the reader's language. Resources, glossary terms and cited works
   * shown on it do not count: each says the language it is in.
   */
  translated: boolean
}

/** A paragraph or a list item. */
export interface ParagraphView {
  /** The words. */
  content: InlineView[]
  /** True for an item of a bullet list; items that follow each other are one list. */
  item?: boolean
}

/** What the text of a query is read as. */
export interface ParsedQuery {
  /** What could not be read as it may have been meant, in the order of the text. */
  problems: SyntaxProblem[]
  /** The query. */
  query: Query
}

/** How many records a part of a query finds. */
export interface PartFound {
  /** The part: a word as it is, what has more syntax with it. */
  part: string
  /** How many records it finds by itself, with the filters of the request. */
  total: number
}

/** A date as precise as it is known (EDTF): 2019, 2019-05, 2019-05-12, 2019~, 201X. */
export type PartialDate = string

/** Where something is wrong: as much of file, line, record, field and language as is known. */
export interface Place {
  /** The path of the field inside the record: `links[0].url`. */
  field?: string
  /** The file, relative to the catalogue's folder, with `/` between folders. */
  file?: string
  /** The language of the text. */
  language?: Language
  /** The line of that file, from 1. */
  line?: number
  /** The record's id or key. */
  record?: string
}

/** Something wrong in a catalogue: what, where, and what to do about it. */
export interface Problem {
  /** Stable name of the kind of problem. */
  code: ProblemCode
  /** What is wrong. */
  message: Bilingual
  /** Where it is. */
  place: Place
  /** What to do about it. */
  remedy: Bilingual
  /** Whether it stops the catalogue from being used. */
  severity: Severity
}

/** The kinds of problem validation finds. The names are stable: tools may rely on them. */
export type ProblemCode =
  /** The file could not be read ({}). */
  | 'unreadable-file'
  /** The file is not UTF-8 (first wrong byte: {}). */
  | 'invalid-utf8'
  /** The file is not JSON: {}. */
  | 'malformed-json'
  /** No part of a catalogue is kept in this file. */
  | 'unrecognized-file'
  /** The record cannot be read: {}. */
  | 'unknown-field'
  /** The record cannot be read: {}. */
  | 'missing-field'
  /** The record cannot be read: {}. */
  | 'invalid-value'
  /** `{}` cannot be an identifier. */
  | 'invalid-id'
  /** The identifier `{}` is used twice. */
  | 'duplicate-id'
  /** There is no title in either language. */
  | 'missing-title'
  /** The text is empty. */
  | 'empty-text'
  /** The text has a control character ({}). */
  | 'control-character'
  /** The text’s markup cannot be read: {}. */
  | 'invalid-rich-text'
  /** The link `{}` does not lead to a page of the Web. */
  | 'unsafe-link'
  /** The link `{}` is not a complete address. */
  | 'invalid-link'
  /** `{}` is not a DOI. */
  | 'invalid-doi'
  /** `{}` is not an ISBN. */
  | 'invalid-isbn'
  /** The resource has no language. */
  | 'missing-language'
  /** There is no topic `{}`. */
  | 'unknown-topic'
  /** There is no kind `{}`. */
  | 'unknown-kind'
  /** There is no cluster `{}`. */
  | 'unknown-cluster'
  /** There is no audience `{}`. */
  | 'unknown-audience'
  /** There is no place `{}`. */
  | 'unknown-place'
  /** There is no resource `{}`. */
  | 'unknown-resource'
  /** There is no glossary term `{}`. */
  | 'unknown-term'
  /** There is no toolkit `{}`. */
  | 'unknown-toolkit'
  /** There is no page `{}`. */
  | 'unknown-page'
  /** There is no reference `{}` on this page. */
  | 'unknown-reference'
  /** The page `{}` is in no toolkit’s list of pages. */
  | 'unlisted-page'
  /** The anchor `{}` is used twice on the page. */
  | 'duplicate-anchor'
  /** The list has both resources and a query, or neither. */
  | 'ambiguous-list'
  /** `{}` is not a concept of this vocabulary. */
  | 'unknown-concept'
  /** The concept `{}` is broader than itself, by way of others. */
  | 'broader-cycle'
  /** `{}` is the name of a field that every catalogue has. */
  | 'reserved-field'
  /** The catalogue declares {} fields of its own. */
  | 'too-many-fields'
  /** The value of the field `{}` can be neither counted nor filtered by. */
  | 'invalid-extra'
  /** `{}` is not among the values that the catalogue declares for this field. */
  | 'undeclared-value'
  /** There is no text in this language. */
  | 'missing-translation'
  /** The text it was translated from has changed. */
  | 'stale-translation'
  /** Nobody has read this machine translation. */
  | 'machine-translation'
  /** The resource has neither a link, a DOI nor an ISBN: readers cannot get to it. */
  | 'missing-link'
  /** Nothing says where the facts of this record come from. */
  | 'missing-source'
  /** The resource has no topic: readers of the other language will hardly find it. */
  | 'missing-topic'
  /** There is a title in {}, but the resource is not said to be in that language. */
  | 'language-mismatch'

/** Another query that may have been meant: what "did you mean" asks. It is never searched instead of what was typed. */
export interface Proposal {
  /** The language of the words that are changed. */
  language: Language
  /** The query: what was typed, but for the words that are changed. */
  query: string
  /** The query in parts, the words that are changed marked. */
  segments: Segment[]
  /** How many results it has, with everything else as asked: more than what was typed. */
  total: number
}

/**
 * A query as a tree.
 *
 * Made by `parse`, or by a program with the functions below; asked with its text:
 */
export type Query =
  /** A word in whatever form, or what stands for it. */
  | {
    word: string
  }
  /** A word that begins so. */
  | {
    prefix: string
  }
  /** These very words, side by side; capitals and accents do not matter, nor the notation of inclusive forms. */
  | {
    phrase: string
  }
  /** A field that has one of some values. */
  | {
    field: FieldValues
  }
  /** What must match, where it need not by itself. */
  | {
    required: Query
  }
  /** What must not match. */
  | {
    not: Query
  }
  /** What must match, all of it. */
  | {
    all: Query[]
  }
  /** What must match, one at least. */
  | {
    any: Query[]
  }
  /** Words and more, side by side. */
  | {
    group: Query[]
  }

/**
 * A field that a query can name, in either language, without regard to capitals and accents.
 *
 * | field | names |
 * |---|---|
 * | `Title` | `title`, `titre` |
 * | `Creator` | `creator`, `author`, `auteur`, `autrice` |
 * | `Publisher` | `publisher`, `éditeur`, `éditrice` |
 * | `Description` | `description`, `résumé` |
 * | `Kind` | `kind`, `type`, `genre` |
 * | `Topic` | `topic`, `subject`, `sujet`, `thème` |
 * | `Cluster` | `cluster`, `volet` |
 * | `Audience` | `audience`, `public` |
 * | `Language` | `language`, `lang`, `langue` |
 * | `Place` | `place`, `lieu` |
 * | `Level` | `level`, `niveau` |
 * | `Access` | `access`, `accès` |
 * | `Year` | `year`, `année` |
 */
export type QueryField =
  /** Words of the title. */
  | 'title'
  /** Words of the creators' names. */
  | 'creator'
  /** Words of the publisher's name. */
  | 'publisher'
  /** Words of the description. */
  | 'description'
  /** The kind of resource: its id, or its label in either language. */
  | 'kind'
  /** A topic: its id, or one of its labels in either language, alternative and hidden ones too. */
  | 'topic'
  /** The part of the toolkits it serves. */
  | 'cluster'
  /** Whom it is for. */
  | 'audience'
  /** A language it can be read in: a primary BCP 47 tag, or the language's name in English or French. */
  | 'language'
  /** Where it comes from or applies. */
  | 'place'
  /** How much it presumes. */
  | 'level'
  /** Whether everyone can open it. */
  | 'access'
  /** A year, or years from one to another: `2018`, `2018..2022`, `2018..`, `..2022`. */
  | 'year'

/** Somebody's words. */
export interface QuotationBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The work they come from. */
  citation?: ReferenceView
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The video or page they come from. */
  source?: QuotationSourceView
  /** Who said them, with the role held then. */
  speaker?: CreatorView
  /** The words. */
  text: Text
  type: 'quotation'
}

/** The video, recording or page a quotation comes from. */
export interface QuotationSourceView {
  /** The language it is in. */
  language?: LanguageView
  /** The passages quoted. */
  ranges?: RangeView[]
  /** Its title. */
  title?: Text
  /** Its address. */
  url: string
}

/** A passage of a recording. */
export interface RangeView {
  /** Where it ends, in seconds. */
  end: number
  /** Both as a reader sees them: `27:55-30:30`. */
  label: string
  /** Where it begins, in seconds. */
  start: number
}

/**
 * What each part of the ranking is worth. The defaults were chosen over many collections of both languages and are meant
 * for every catalogue; `docs/ranking.md` has the formulas, and what each part adds. Each part is worth 0, which switches it
 * off, to 10; a search refuses any other number.
 */
export interface Ranking {
  /**
   * The very word that was typed, accents included; one that differs by accents only counts four fifths.
   *
   * @defaultValue `0.3`
   */
  exact_word?: number
  /**
   * Words that begin alike; they lift what is found, and find nothing.
   *
   * @defaultValue `0.4`
   */
  family?: number
  /**
   * What a record found in the language that is not the reader's is worth, beside one found in theirs.
   *
   * @defaultValue `0.95`
   */
  other_language?: number
  /**
   * Neighbours of the query that are neighbours in the record, in the same order.
   *
   * @defaultValue `0.6`
   */
  phrase?: number
  /**
   * Neighbours of the query that are near each other in the record, in any order.
   *
   * @defaultValue `0.2`
   */
  proximity?: number
  /**
   * Words of the same language with the same translations.
   *
   * @defaultValue `1`
   */
  synonyms?: number
  /**
   * Words of the other language that translate a word of the query, beside the word itself.
   *
   * @defaultValue `1`
   */
  translations?: number
  /**
   * A title that says what the query says, and little else.
   *
   * @defaultValue `0.6`
   */
  whole_title?: number
}

/** Why a record was found: a word of the query, and the word of the record that it matched best. */
export interface Reason {
  /** The concept, by vocabulary and id, when one matched. */
  concept?: [VocabularyName, string]
  /** Where in the record. */
  field: Field
  /** How the two match. */
  how: MatchKind
  /** The whole label or name, when that of a topic, another concept, a creator or a publisher matched. */
  label?: string
  /** The language of that text. */
  language: Language
  /** The word of the record, as written; what was typed, where a label that is never shown matched. */
  matched: string
  /** The rule that made a word of what is written, where it is more than a plain word. */
  rule?: Rule
  /** Where the translation comes from, when it is one. */
  source?: TranslationSource
  /** The word, as typed; of what is like a record, a word or topic of that. */
  word: string
}

/** A type of record that can be found. */
export type RecordType =
  /** A resource of the catalogue. */
  | 'resource'
  /** A page of a toolkit. */
  | 'page'
  /** A glossary term. */
  | 'term'

/** A cited work, for one reader. A work that is a resource of the catalogue takes its fields from there. */
export interface ReferenceView {
  /** The whole reference as one line, in the usage of the reader's language: `Creators (year). Title. Container.` */
  citation: string
  /** The reference, on the same page, in which this work was seen cited. */
  cited_in?: string
  /** The journal, book or site it appeared in. */
  container?: string
  /** Who made it. */
  creators?: CreatorView[]
  /** When it appeared. */
  date?: PartialDate
  /** The address of its DOI. */
  doi?: string
  /** Identifies the reference on its page. */
  id: string
  /** Who published it. */
  publisher?: string
  /** The resource it is, by id. */
  resource?: string
  /** The work's subtitle. */
  subtitle?: Text
  /** The work's title, in the reader's language if the work has one in it. */
  title: Text
  /** Where it can be read. */
  url?: string
}

/** Cited works. */
export interface ReferencesBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The works. */
  items: ReferenceView[]
  /** The heading's level: 2 or 3. */
  level: number
  type: 'references'
}

/** Everything validation found, in the order of the files. */
export interface Report {
  /** How many problems stop the catalogue from being used. */
  errors: number
  /** How many toolkit pages were read. */
  pages: number
  /** The problems. */
  problems: Problem[]
  /** How many resources were read. */
  resources: number
  /** How many glossary terms were read. */
  terms: number
  /** How many do not. */
  warnings: number
}

/** A catalogued work: an article, a video, a guide … that lives elsewhere. */
export interface Resource {
  /** Whether everyone can open it. */
  access?: Access
  /** What helps people who cannot see or hear it. */
  accessibility?: Accessibility
  /** When it entered the catalogue. */
  added?: PartialDate
  /** Whom it is for: concepts of `audiences`. */
  audiences?: string[]
  /** The part of the toolkits it serves: a concept of `clusters`. */
  cluster?: string
  /** Who made it, in the order given. */
  creators?: Creator[]
  /** When it appeared. */
  date?: PartialDate
  /** What it is, in the catalogue's own words. */
  description?: LocalizedText
  /** The catalogue's own further fields. */
  extra?: Record<string, unknown>
  /** Identifies the resource in the catalogue. */
  id: string
  /** DOI and ISBNs. */
  identifiers?: Identifiers
  /** What kind of thing it is: a concept of `kinds`. */
  kind: string
  /** The languages it can be read, heard or watched in. */
  languages: LanguageTag[]
  /** How long it takes or is. */
  length?: Length
  /** How much it presumes. */
  level?: Level
  /** Its licence, as an SPDX identifier or in its own words. */
  licence?: string
  /** Where it can be found, per language. */
  links?: Link[]
  /** An editor's note for readers. */
  note?: LocalizedText
  /** Where it comes from or applies: a concept of `places`. */
  place?: string
  /** Who published it. */
  publisher?: Name
  /** When its record was last reviewed. */
  reviewed?: PartialDate
  /** Where these facts come from. */
  sources?: Source[]
  /** Whether it is still offered. */
  status?: Status
  /** The subtitle, likewise. */
  subtitle?: LocalizedText
  /** The title, only in the languages in which the work itself has one. */
  title: LocalizedText
  /** What it is about: concepts of `topics`. */
  topics?: string[]
}

/** A resource of the catalogue. */
export interface ResourceLinkTargetView {
  /** The resource's id. */
  id: string
  /** Its title. */
  title: Text
  type: 'resource'
  /** Where it can be found, in the reader's language if possible. */
  url?: string
}

/** Resources, in the order chosen by hand or, where a query found them, by title. */
export interface ResourceListBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The sentence that leads into the list. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The resources. */
  resources: ResourceView[]
  type: 'resource_list'
}

/** A catalogued work, for one reader. */
export interface ResourceView {
  /** Whether everyone can open it. */
  access?: LabelView
  /** What helps people who cannot see or hear it. */
  accessibility?: Accessibility
  /** When it entered the catalogue. */
  added?: PartialDate
  /** Whom it is for. */
  audiences?: LabelView[]
  /** The part of the toolkits it serves. */
  cluster?: LabelView
  /** Who made it. */
  creators?: CreatorView[]
  /** When it appeared, as precisely as it is known. */
  date?: PartialDate
  /** What it is, in the catalogue's own words. */
  description?: Text
  /** The address of its DOI. */
  doi?: string
  /** The catalogue's own further fields. */
  extra?: Record<string, unknown>
  /** The resource's id. */
  id: string
  /** Its ISBNs. */
  isbn?: string[]
  /** What kind of thing it is. */
  kind: LabelView
  /** Says, in the reader's language, that the work is not in it, or that it is in others too. */
  language_notice?: string
  /** The languages it is in. */
  languages: LanguageView[]
  /** How long it takes or is. */
  length?: Length
  /** How much it presumes. */
  level?: LabelView
  /** Its licence. */
  licence?: string
  /** Where it can be found: working links before broken ones, then the reader's language first. */
  links?: LinkView[]
  /** An editor's note. */
  note?: Text
  /** Where it comes from or applies. */
  place?: LabelView
  /** Who published it. */
  publisher?: string
  /** Why it was withdrawn. */
  reason?: Text
  /** When its record was last reviewed. */
  reviewed?: PartialDate
  /** Where these facts come from. */
  sources?: Source[]
  /** Whether it is still offered: `active`, `archived` or `withdrawn`. */
  status: LabelView
  /** The subtitle, likewise. */
  subtitle?: Text
  /** The title, in the reader's language if the work has one in it. */
  title: Text
  /** What it is about. */
  topics?: LabelView[]
  /** The year it appeared. */
  year?: number
}

/** A text as a reader gets it: the value and the language it is in. */
export interface RichTextView {
  /** True when the reader's language has no such text, so that this is the other one. */
  fallback: boolean
  /** The language of the text: what a page's `lang` attribute must say. */
  language: Language
  /** How the text came to be in its language. */
  state: TranslationState
  /** The text. */
  value: ParagraphView[]
}

/** A role as of a date. Roles change; a quotation keeps the one its speaker had when speaking. */
export interface Role {
  /** The date at which this was true. */
  as_of?: PartialDate
  /** Where the role was held. */
  organization?: Name
  /** The title of the role. */
  title?: LocalizedText
}

/** A role as of a date. */
export interface RoleView {
  /** The date at which this was true. */
  as_of?: PartialDate
  /** Where it was held. */
  organization?: string
  /** The title of the role. */
  title?: Text
}

/** A rule of the analysis, by the name that `analyze` prints. */
export type Rule =
  /** inclusive form, expanded to the forms it stands for */
  | 'inclusive'
  /** hashtag, split at its capitals */
  | 'hashtag'
  /** acronym, kept whole */
  | 'acronym'
  /** compound, searched whole and by its parts */
  | 'compound'
  /** elided word, taken off */
  | 'elision'
  /** possessive, taken off */
  | 'possessive'
  /** special form of a letter, replaced by the letter */
  | 'compatibility'
  /** capitals made small */
  | 'lower-case'
  /** apostrophe inside a word, ignored */
  | 'apostrophe'
  /** œ and æ read as two letters */
  | 'ligature'
  /** accents ignored for matching */
  | 'accents'
  /** frequent word, searched only on its own */
  | 'stop-word'
  /** British and American spellings made one */
  | 'spelling'
  /** irregular form, brought to its base */
  | 'irregular'
  /** ending taken off */
  | 'stem'

/** What is asked of a search. Every field has a default, so that `{}` is a request: everything, by title, first page. */
export interface SearchRequest {
  /** What records of the other language are found through. */
  across?: LexiconSources
  /** The `next` of the answer whose next page is wanted, whatever changed since; then without `page`. */
  after?: string | null
  /** How much the hits of a page must differ; none by default. With `sort` left at `relevance` only. */
  diversity?: Diversity | null
  /**
   * Whether each hit tells what its score is made of.
   *
   * @defaultValue `false`
   */
  explain?: boolean
  /**
   * Which facets are counted, in the order wanted; none by default. Each is the name of its field, or an object that says more.
   *
   * @defaultValue `[]`
   */
  facets?: Array<FacetField | FacetRequest>
  /** What resources must have. */
  filters?: Filters
  /**
   * The reader's language: that of titles where there is a choice, of labels and of the order of titles.
   *
   * @defaultValue `"en"`
   */
  language?: Language
  /**
   * Which words of the query must match.
   *
   * @defaultValue `"any"`
   */
  match?: Match
  /**
   * The page, from 1.
   *
   * @defaultValue `1`
   */
  page?: number
  /**
   * How many hits a page holds, 1 to 100; 0 counts without hits.
   *
   * @defaultValue `10`
   */
  per_page?: number
  /**
   * The words searched, in either language or both, with the syntax of `query`; empty to browse. At most 8,192 bytes.
   *
   * @defaultValue `""`
   */
  query?: string
  /** What each part of the ranking is worth. */
  ranking?: Ranking
  /**
   * The types of record searched; resources by default.
   *
   * @defaultValue `["resource"]`
   */
  records?: RecordType[]
  /**
   * The order of the hits.
   *
   * @defaultValue `"relevance"`
   */
  sort?: Sort
  /**
   * How the text of the query is read.
   *
   * @defaultValue `"forgiving"`
   */
  syntax?: Syntax
}

/** One page of results. */
export interface SearchResults {
  /** The facets asked for, in the order asked for. */
  facets?: Facet[]
  /** The hits of this page, in order. */
  hits: Hit[]
  /**
   * A cursor, to be given as `after` for the next page; `None` where no hit follows. Safe in an address
   * as it is; what is in it may change with the version of this library.
   */
  next?: string
  /** The page, from 1. */
  page: number
  /** How many pages there are. */
  pages: number
  /** How many records match. */
  total: number
}

/** What the table of a snapshot says of one section. */
export interface SectionDescription {
  /** What its bytes, without padding, gave as CRC-32 (of zlib) when they were written. */
  checksum: number
  /** How long it is, without padding. */
  length: number
  /** What it is called; bytes that are no visible ASCII as `\x00`. */
  name: string
  /** Where it begins in the file. */
  offset: number
}

/** A part of a highlighted text. */
export interface Segment {
  /** True for words that matched. */
  marked: boolean
  /** Where the part stands in the whole text, in the unit asked for. */
  span: Span
  /** The words. */
  text: string
}

/** Whether a problem stops the catalogue from being used. */
export type Severity =
  /** The catalogue does not open until this is mended. */
  | 'error'
  /** The catalogue opens; somebody should look at this. */
  | 'warning'

/** What is asked of `Searcher::similar`: records like one. Every field but `id` has a default. */
export interface SimilarRequest {
  /**
   * Whether what the record's own toolkit shows is left out. A page is of one toolkit; a resource or term is of each that shows it;
   * where none does, nothing is left out.
   *
   * @defaultValue `false`
   */
  beyond_toolkit?: boolean
  /** What resources must have. */
  filters?: Filters
  /**
   * The record that others are to be like: the id of a resource or term, the address of a page (`TOOLKIT/PAGE`).
   *
   * @defaultValue `""`
   */
  id?: string
  /**
   * The reader's language: that of titles where there is a choice, of labels and of the sentence that says what is shared.
   *
   * @defaultValue `"en"`
   */
  language?: Language
  /**
   * The page, from 1.
   *
   * @defaultValue `1`
   */
  page?: number
  /**
   * How many records a page holds, 1 to 100.
   *
   * @defaultValue `5`
   */
  per_page?: number
  /**
   * What type of record it is; a resource by default.
   *
   * @defaultValue `"resource"`
   */
  record?: RecordType
  /**
   * The types of record found; resources by default.
   *
   * @defaultValue `["resource"]`
   */
  records?: RecordType[]
  /**
   * What a shared topic is worth beside a shared word, 0 to 10; 0 leaves words only.
   *
   * @defaultValue `1`
   */
  topics?: number
  /**
   * By how many of its words a record is compared at most, in each language, 0 to 100; 0 leaves its topics only.
   *
   * @defaultValue `50`
   */
  words?: number
}

/** What a snapshot says of itself, as plain data. Lengths and offsets are in bytes. */
export interface SnapshotDescription {
  /** The version of the analysis of texts it was built with. */
  analysis_version: number
  /** What its sections hold, as 64 hexadecimal digits: two snapshots with the same id hold the same. */
  content_id: string
  /** The version of the format it was written in. */
  format_version: number
  /** The length of the whole. */
  length: number
  /** The oldest version of the format whose readers can read it. */
  oldest_reader: number
  /** What a reader may make use of, one bit each. */
  optional_capabilities: number
  /** What a reader must be able to do, one bit each. */
  required_capabilities: number
  /** Its sections, in the order of the file. */
  sections: SectionDescription[]
}

/** The order of the hits. */
export type Sort =
  /** The best match first; by title when there is no query. */
  | 'relevance'
  /** The newest first; undated last. */
  | 'newest'
  /** The oldest first; undated last. */
  | 'oldest'
  /** Those that entered the catalogue last first; where it does not say when, last. */
  | 'added'
  /** By title, in the dictionary order of the reader's language. */
  | 'title'

/** Where the facts of a record come from: a public page. */
export interface Source {
  /** The fields it supports, by name; none named means the record as a whole. */
  supports?: string[]
  /** The page's address. */
  url: string
}

/** A half-open range `start..end` of a text, in one `OffsetUnit` (bytes unless a function says otherwise). */
export interface Span {
  /** The first position after the range. */
  end: number
  /** The first position inside the range. */
  start: number
}

/** Whether a resource is still offered. */
export type Status =
  /** Offered. */
  | 'active'
  /** Kept for the record; no longer kept up. */
  | 'archived'
  /** Withdrawn, with the reason. */
  | {
    withdrawn: LocalizedText
  }

/** Important words. */
export interface StrongInlineView {
  /** The words. */
  content: InlineView[]
  type: 'strong'
}

/** How the text of a query is read; `query` has the syntax. */
export type Syntax =
  /** Whatever it is: what cannot be read as it may have been meant is searched as words. */
  | 'forgiving'
  /** As its syntax says: what cannot be read is an error, and so is a value that a field does not have. */
  | 'strict'
  /** As words: no sign in it means anything. */
  | 'words'

/** Something in the text of a query that cannot be read as it may have been meant. It is read as its words are. */
export interface SyntaxProblem {
  /** What is wrong. */
  kind: SyntaxProblemKind
  /** What is wrong and where, in words. */
  message: Bilingual
  /** What to do about it. */
  remedy: Bilingual
  /** Where. */
  span: Span
}

/** What may be wrong with the text of a query. */
export type SyntaxProblemKind =
  /** A quotation mark has no other to close it, or to open it. */
  | 'unclosed_quotation'
  /** There is no word between quotation marks. */
  | 'empty_quotation'
  /** A parenthesis is not closed. */
  | 'unclosed_parenthesis'
  /** A parenthesis closes none. */
  | 'unopened_parenthesis'
  /** There is nothing between parentheses. */
  | 'empty_parentheses'
  /** Parentheses in parentheses, more than 16 deep. */
  | 'too_deep'
  /** An operator has nothing to stand for. */
  | 'missing_operand'
  /** A field has no value. */
  | 'missing_value'

/** A glossary entry: a term in both languages, its variants, and what it means. */
export interface Term {
  /** True for a term that is listed so that readers know to avoid it. */
  avoid?: boolean
  /** One or more definitions. */
  definitions?: Definition[]
  /** Identifies the term in the catalogue. */
  id: string
  /** A note on usage. */
  note?: LocalizedText
  /** Toolkit pages that tell more. */
  pages?: PageTarget[]
  /** Pages that pair or use the term. */
  sources?: Source[]
  /** The term itself. */
  term: LocalizedText
  /** The topics it belongs to, by id. */
  topics?: string[]
  /** Other forms: gendered forms, abbreviations, spellings. */
  variants?: LocalizedList
}

/** A glossary term. */
export interface TermLinkTargetView {
  /** Its first definition. */
  definition?: Text
  /** The term's id. */
  id: string
  /** The term. */
  term: Text
  type: 'term'
}

/** One row of a table of terms. A row that is about the words of the other language says so in its texts. */
export interface TermRowView {
  /** What not to say. */
  avoid?: Text
  /** Why. */
  note?: Text
  /** What to say. */
  use: Text
}

/** Terms to use and to avoid. */
export interface TermTableBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The sentence that leads into the table. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The rows. */
  rows: TermRowView[]
  /** Where the advice comes from. */
  source?: string
  type: 'term_table'
}

/** A glossary entry, for one reader. */
export interface TermView {
  /** True for a term listed so that readers know to avoid it. */
  avoid?: boolean
  /** The term in the other language. */
  counterpart?: Text
  /** What it means. */
  definitions?: DefinitionView[]
  /** The term's id. */
  id: string
  /** A note on usage. */
  note?: Text
  /** Toolkit pages that tell more. */
  pages?: PageLinkView[]
  /** Pages that pair or use the term. */
  sources?: Source[]
  /** The term. */
  term: Text
  /** The topics it belongs to. */
  topics?: LabelView[]
  /** Other forms, in the term's language. */
  variants?: TextList
}

/** A text as a reader gets it: the value and the language it is in. */
export interface Text {
  /** True when the reader's language has no such text, so that this is the other one. */
  fallback: boolean
  /** The language of the text: what a page's `lang` attribute must say. */
  language: Language
  /** How the text came to be in its language. */
  state: TranslationState
  /** The text. */
  value: string
}

/** Prose. */
export interface TextBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The text. */
  body?: RichTextView
  /** The heading above the block. */
  heading?: Text
  /** The heading's level: 2 or 3. */
  level: number
  type: 'text'
}

/** Plain words. */
export interface TextInlineView {
  /** The words. */
  text: string
  type: 'text'
}

/** A text as a reader gets it: the value and the language it is in. */
export interface TextList {
  /** True when the reader's language has no such text, so that this is the other one. */
  fallback: boolean
  /** The language of the text: what a page's `lang` attribute must say. */
  language: Language
  /** How the text came to be in its language. */
  state: TranslationState
  /** The text. */
  value: string[]
}

/** A token: a place in a text, and the words it is searched by. */
export interface Token {
  /** The words it stands for: one, or two for an inclusive form. */
  forms: Form[]
  /** True for a compound seen as one word. */
  joined: boolean
  /** Its place among the words of the text, from 0. A compound's joined form shares that of its first part. */
  position: number
  /** What made the token, in the order of the chain. */
  rules: Rule[]
  /** Where it is written. */
  span: Span
  /** True for a frequent word, which is searched only when a query has nothing else. */
  stop: boolean
  /** The token as written. */
  text: string
}

/**
 * A toolkit: a set of pages for a purpose, with its navigation, contacts and credits.
 *
 * Its pages are kept by the `Catalogue`, in the order of `pages`.
 */
export interface Toolkit {
  /** Whom to write to, by purpose. */
  contacts?: Contact[]
  /** Funders, partners, authors. */
  credits?: Credit[]
  /** What it is for, in a sentence or two. */
  description?: LocalizedText
  /** What the views expressed do and do not stand for. */
  disclaimer?: LocalizedText
  /** Identifies the toolkit; part of page addresses. */
  key: string
  /** A short name, for navigation. */
  label?: LocalizedText
  /** The acknowledgement of the land, in each language's own words. */
  land_acknowledgement?: LocalizedText
  /** The side navigation, two levels; its labels may differ from the pages' titles. */
  navigation?: NavigationItem[]
  /** The toolkit to go on with, by key. */
  next?: string
  /** The keys of its pages, in reading order. */
  pages: string[]
  /** Who publishes it. */
  publisher?: Name
  /** When it was last reviewed. */
  reviewed?: PartialDate
  /** The full title. */
  title: LocalizedText
}

/** The way to another toolkit. */
export interface ToolkitLinkBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The sentence that leads to it. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  /** The other toolkit. */
  toolkit: ToolkitLinkView
  type: 'toolkit_link'
}

/** A toolkit as others refer to it. */
export interface ToolkitLinkView {
  /** The address of its first page. */
  address?: string
  /** What it is for. */
  description?: Text
  /** The toolkit's key. */
  key: string
  /** The full title. */
  title: Text
}

/** A toolkit, for one reader. */
export interface ToolkitView {
  /** Whom to write to, by purpose. */
  contacts?: ContactView[]
  /** Funders, partners, authors. */
  credits?: CreditView[]
  /** What it is for. */
  description?: Text
  /** What the views expressed do and do not stand for. */
  disclaimer?: Text
  /** The toolkit's key. */
  key: string
  /** A short name, for navigation; the title where there is none. */
  label: Text
  /** The acknowledgement of the land. */
  land_acknowledgement?: Text
  /** The side navigation, two levels. */
  navigation?: NavigationView[]
  /** The toolkit to go on with. */
  next?: ToolkitLinkView
  /** Its pages, in reading order. */
  pages: PageLinkView[]
  /** Who publishes it. */
  publisher?: string
  /** When it was last reviewed. */
  reviewed?: PartialDate
  /** The full title. */
  title: Text
}

/** One key topic. */
export interface TopicItemView {
  /** Where it leads: `TOOLKIT/PAGE` or `TOOLKIT/PAGE#ANCHOR`. */
  address: string
  /** What it reads. */
  label: Text
}

/** The key topics of a page or toolkit. */
export interface TopicListBlockView {
  /** What links to this place of the page. */
  anchor?: string
  /** The heading above the block. */
  heading?: Text
  /** The topics. */
  items: TopicItemView[]
  /** The sentence that leads into the list. */
  lead_in?: Text
  /** The heading's level: 2 or 3. */
  level: number
  type: 'topic_list'
}

/** A text with how it came to be in its language. */
export interface TranslatedList {
  /** What it was translated from: the fingerprint of that text. */
  source?: Fingerprint
  /**
   * How it came to be.
   *
   * @defaultValue `"original"`
   */
  state: TranslationState
  /** The text. */
  value: string[]
}

/** A text with how it came to be in its language. */
export interface TranslatedText {
  /** What it was translated from: the fingerprint of that text. */
  source?: Fingerprint
  /**
   * How it came to be.
   *
   * @defaultValue `"original"`
   */
  state: TranslationState
  /** The text. */
  value: string
}

/** Where a translation comes from, the surest first. */
export type TranslationSource =
  /** The labels of a topic of the catalogue. */
  | 'topics'
  /** The catalogue's glossary. */
  | 'glossary'
  /** Learned from the catalogue's records that are in both languages. */
  | 'learned'
  /** The general lexicon that ships with the library. */
  | 'general'

/** How a text came to be in its language. */
export type TranslationState =
  /** Written in this language. */
  | 'original'
  /** Translated by a person. */
  | 'human'
  /** Translated by a machine, not yet read by a person. */
  | 'machine'
  /** Translated, then reviewed by a second person. */
  | 'reviewed'

/** Which vocabulary a concept belongs to. */
export type VocabularyName =
  /** What a resource is about. */
  | 'topics'
  /** What kind of thing a resource is. */
  | 'kinds'
  /** The part of the toolkits a resource serves. */
  | 'clusters'
  /** Whom a resource is for. */
  | 'audiences'
  /** Where a resource comes from or applies. */
  | 'places'

/** An address on the Web, `http` or `https`. */
export interface WebLinkTargetView {
  type: 'web'
  /** The address. */
  url: string
}

/** Years from one to another, both included; either may be left open. */
export interface YearRange {
  /** The first year. */
  from?: number | null
  /** The last year. */
  to?: number | null
}
