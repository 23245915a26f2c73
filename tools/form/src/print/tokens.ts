/** The parts of a Markdown text, by the parser that the rules on texts have; HTML in it stays text. */

import markdownIt, { type Token } from "markdown-it";
import { isQuickToRead } from "../core/prose.ts";

const PARSER = markdownIt({ html: false });

/** Its parts in order; undefined where reading it could take long. */
export function tokensOf(text: string): readonly Token[] | undefined {
  return isQuickToRead(text) ? PARSER.parse(text, {}) : undefined;
}
