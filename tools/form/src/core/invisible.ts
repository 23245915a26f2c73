/** Signs that nobody sees (GZG008): the twin of what `gzg/repository/source_file.py` refuses. */

import type { Values } from "./values.ts";

const INVISIBLE =
  /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/u;
const NO_SPACE = /^ *(?:(?:- )?[a-z_]+:|-)?\xa0/m;

/** The first such sign in a text; in data also a no-break space where a space belongs. */
export function invisible(
  text: string,
  { isData }: { isData: boolean },
): { code: string; start: number; values: Values } | undefined {
  const found = INVISIBLE.exec(text) ?? (isData ? NO_SPACE.exec(text) : null);
  if (!found) return undefined;
  const sign = [...found[0]].at(-1) ?? "";
  const number = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const values = { character: `U+${number}`, mark: sign === "\ufeff", space: sign === "\xa0" };
  return { code: "GZG008", start: found.index + found[0].length - sign.length, values };
}
