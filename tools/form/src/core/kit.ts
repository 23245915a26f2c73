/**
 * What `form.json` holds: the questions of one call in one language, with every sentence the form
 * says. It is written by `gzg.site.form_kit`; keys are those of that module.
 */

export type Language = "nl" | "en";
export type Severity = "error" | "warning" | "hint";

/** A sentence in each language that the tool speaks. */
export type Localised = Readonly<Record<Language, string>>;

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
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
  readonly field: string;
  readonly texts: string;
  readonly title: string;
  readonly help: string;
  readonly example: string;
  readonly form: Form;
  readonly required: boolean;
  readonly choices: readonly Choice[];
}

export interface Section {
  readonly field: string;
  readonly title: string;
  readonly help: string;
  readonly demands: readonly string[];
  readonly is_list: boolean;
  readonly required: boolean;
  readonly questions: readonly Question[];
}

export interface Chapter {
  readonly part: string;
  readonly part_title: string;
  /** Empty where the part has no headings of its own. */
  readonly heading: string;
  readonly title: string;
  readonly help: string;
  readonly wanted: string;
  readonly minimum_words?: number | null;
  readonly maximum_words?: number | null;
}

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly function: string;
}

/** A rule's card in the language of the kit. */
export interface Card {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  readonly remedy_with?: Readonly<Record<string, string>>;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly valid_from?: string | null;
  readonly valid_to?: string | null;
}

export interface EarlierDossier {
  readonly id: string;
  readonly title: string;
  readonly recommendations: readonly { readonly id: string; readonly text: string }[];
}

/** How values read in a sentence: the data that `gzg.texts.formats` uses. */
export interface Formats {
  readonly decimal: string;
  readonly group: string;
  readonly months: readonly string[];
  /** Between the items of a list: pairs, start, middle, end; `{0}` and `{1}` are the items. */
  readonly and: ListPatterns;
  readonly or: ListPatterns;
}

export interface ListPatterns {
  readonly pair: string;
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

export interface CallOfKit {
  readonly id: string;
  readonly title: string;
  readonly demo: boolean;
  readonly opens?: string | null;
  readonly closes?: string | null;
  readonly zone: string;
}

export interface Kit {
  readonly version: 1;
  readonly language: Language;
  readonly call: CallOfKit;
  /** The address of the call's schema, from the page. */
  readonly schema: string;
  readonly sections: readonly Section[];
  readonly chapters: readonly Chapter[];
  readonly programme: {
    readonly roles: readonly Role[];
    readonly main_language: Language;
  };
  readonly cards: Readonly<Record<string, Card>>;
  /** Path of a field, such as `parties[].share` → its title. */
  readonly names: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly formats: Formats;
  /** The address of the list of organisations, from the page. */
  readonly organisations: string;
  readonly earlier: readonly EarlierDossier[];
  readonly blueprints: readonly { readonly id: string; readonly title: string }[];
  /** What stands in the files by itself: in each language, so that it is known again. */
  readonly comments: Readonly<Record<string, Localised>>;
}
