/**
 * What `form.json` holds: the questions of one call in one language, with every sentence the form
 * says. `gzg/site/form_kit.py` makes it and describes it; keys are those of that module. No key is
 * ever left out: what is absent is null or empty.
 */

export type Language = "nl" | "en";
export type Severity = "error" | "warning" | "hint";

/** A sentence in each language that the tool speaks. */
export type Localised = Readonly<Record<Language, string>>;

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What an answer is: the values of `gzg.wizard.questions.Form`. */
export type Form =
  | "text"
  | "long-text"
  | "day"
  | "money"
  | "year"
  | "choice"
  | "choices"
  | "organisation"
  | "party"
  | "licence"
  | "digest"
  | "mailbox"
  | "address"
  | "texts"
  | "numbers";

export interface Question {
  /** Empty where the section is one value. */
  readonly field: string;
  readonly texts: string;
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly form: Form;
  readonly required: boolean;
  /** A party with one of these roles is not asked it. */
  readonly not_of: readonly string[];
  /** Only parties with one of these roles must answer. */
  readonly required_of: readonly string[] | null;
  readonly choices: readonly Choice[];
  readonly choices_from: "earlier" | "blueprints" | "parties" | null;
}

/** A list that has exactly one item for each of something, which `key` of the item names. */
export type Each =
  | { readonly key: string; readonly of: "recommendations" }
  | { readonly key: string; readonly of: "parties"; readonly roles: readonly string[] };

export interface Section {
  readonly field: string;
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly demands: readonly string[];
  readonly is_list: boolean;
  readonly required: boolean;
  readonly each: Each | null;
  readonly questions: readonly Question[];
  readonly nested: Section | null;
}

/** A text of README.md; `part` and `heading` are its key. */
export interface Chapter {
  readonly part: string;
  readonly part_title: string;
  readonly part_said: string;
  readonly part_help: string;
  /** Empty where the part has no headings of its own. */
  readonly heading: string;
  readonly title: string;
  readonly said: string;
  readonly help: string;
  readonly example: string;
  readonly wanted: string;
  readonly minimum_words: number | null;
  readonly maximum_words: number | null;
  readonly is_first: boolean;
  readonly is_last: boolean;
  /** The line that stands in the file where nothing was typed. */
  readonly hint: string;
}

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly function: string;
}

/** A rule's card in the language of the kit, with `{placeholders}`. */
export interface Card {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  /** The remedy to be used instead, where the finding has that value. */
  readonly remedy_with: Readonly<Record<string, string>>;
  readonly href: string;
}

/** The patterns of a list: `{0}` and `{1}` are what stands before and after. */
export interface ListPatterns {
  readonly two: string;
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/** How values read in a sentence: the data that `gzg.texts.formats` uses. */
export interface Formats {
  readonly decimal: string;
  readonly group: string;
  readonly months: readonly string[];
  /** `{day} {month} {year}` */
  readonly day: string;
  /** What false and true are called. */
  readonly truth: readonly [string, string];
  readonly list: ListPatterns;
  readonly or: ListPatterns;
}

export interface Moment {
  readonly day: string;
  readonly clock: string | null;
  readonly first_instant: string;
  readonly last_instant: string;
  readonly text: string;
}

export interface CallOfKit {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly demo: boolean;
  readonly openness: "public" | "at_decision";
  readonly asks: readonly string[];
  readonly opens: Moment | null;
  readonly closes: Moment | null;
  readonly zone: string;
  readonly href: string;
}

export interface OrganisationKind {
  readonly id: string;
  readonly title: string;
  readonly local_government: boolean;
}

export interface Programme {
  readonly title: string;
  readonly main_language: string;
  readonly authority: string;
  readonly roles: readonly Role[];
  readonly organisation_kinds: readonly OrganisationKind[];
  /** Kind of list → title in small letters → id. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Kind of list → the programme's field, what it is called, and its words. */
  readonly lists: Readonly<
    Record<string, { readonly field: string; readonly title: string; readonly ids: readonly string[] }>
  >;
}

export interface EarlierDossier {
  readonly id: string;
  readonly title: string;
  /** The file that the recommendations stand in, from the root of the repository. */
  readonly advice: string;
  readonly recommendations: readonly { readonly id: string; readonly text: string }[];
  /** The address of its own files, from the kit. */
  readonly files: string;
}

/** What `submission.yml` says by itself, in both languages so that it is known again. */
export interface FileTexts {
  readonly schema_line: string;
  readonly width: number;
  readonly above: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
  readonly still_open: Localised;
  readonly titles: Readonly<Record<string, Localised>>;
}

export interface Kit {
  readonly version: 1;
  readonly form: "submission";
  readonly language: Language;
  readonly call: CallOfKit;
  /** The address of the call's JSON Schema, from the kit. */
  readonly schema: string;
  /** The address of what all kits share, from the kit. */
  readonly shared: string;
  readonly sections: readonly Section[];
  readonly chapters: readonly Chapter[];
  readonly programme: Programme;
  readonly cards: Readonly<Record<string, Card>>;
  /** Path of a field, such as `parties[].share` → its title. */
  readonly names: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly formats: Formats;
  readonly earlier: readonly EarlierDossier[];
  /** Folders of the call's dossiers that everybody may read. */
  readonly taken: readonly string[];
  readonly blueprints: readonly { readonly id: string; readonly title: string }[];
  readonly file: FileTexts;
  /** As `form_sending` describes it: the part that sends knows its shape. */
  readonly send: unknown;
}

/** An organisation, or a municipality under one of its NIS codes; what is absent is left out. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly short_name?: string;
  readonly kind?: string;
  readonly nis?: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
  /** The NIS code of what it became. */
  readonly successor?: string;
}

/** What all kits of a site share. */
export interface Shared {
  readonly version: 1;
  readonly organisations: readonly Organisation[];
  /** The names that SPDX lists: of licences, those that they had before, and of exceptions. */
  readonly licences: readonly string[];
  readonly licence_aliases: readonly string[];
  readonly licence_exceptions: readonly string[];
  /** Country → what stands behind the check digits of a bank account there: `3!n7!n2!n`. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly service_words: readonly string[];
  readonly service_endings: readonly string[];
}
