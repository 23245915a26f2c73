/** A dossier as the browser keeps it: values that JSON can hold, so that a draft is one text. */

import type { Path } from "./paths.ts";
import type { Severity } from "./kit.ts";

/**
 * The plain data of a submission, keyed as in submission.yml, without `id` and `call`. An amount is
 * a decimal as text (`"150000"`, `"1107397.55"`), a year or an account is a number; what could not be
 * read stays as it was typed.
 */
export type Data = Readonly<Record<string, unknown>>;

/** Lines above fields, and below the last one, without their number sign. */
export interface FoundComments {
  readonly above: readonly (readonly [Path, readonly string[]])[];
  readonly ending: readonly string[];
}

export interface Dossier {
  readonly id: string;
  readonly call: string;
  readonly data: Data;
  /** `textKey(part, heading)` → Markdown. */
  readonly texts: Readonly<Record<string, string>>;
  readonly comments: FoundComments;
}

/** What a check says of one place in a dossier. A text is at `["README", part, heading]`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export const NO_COMMENTS: FoundComments = { above: [], ending: [] };

/** How the text below the title is kept, above the first heading: no question asks for it. */
export const LEAD = "";

/** How the text below a heading is kept; `heading` is empty for a part without headings. */
export function textKey(part: string, heading: string): string {
  return `${part}/${heading}`;
}

/** Part and heading of a text. */
export function partsOfKey(key: string): readonly [string, string] {
  const slash = key.indexOf("/");
  return [key.slice(0, slash), key.slice(slash + 1)];
}

/** How a text is named among the fields. */
export function pathOfText(key: string): Path {
  return ["README", ...partsOfKey(key)];
}
