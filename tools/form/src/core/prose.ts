/**
 * What rules need of a Markdown text: its headings, links, images and HTML, with the lines that they
 * stand on. The twin of `gzg/repository/markdown.py`, with the parser of which that one has a port.
 */

import markdownIt, { type StateInline, type Token } from "markdown-it";

export interface Heading {
  readonly level: number;
  readonly line: number;
}

/** What a link or an image points at; `column` is where it begins on its line, from 0. */
export interface Target {
  readonly target: string;
  readonly text: string;
  readonly isImage: boolean;
  readonly line: number;
  readonly column: number;
}

/** A stretch of one line, from `start` to before `end`. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface BlockLine {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lead: number;
}

const LONGEST = 100_000;
/** What no text for people has more of; some texts full of one sign take minutes to be read. */
const MOST_SIGNS: readonly (readonly [string, number])[] = [
  ["](", 1000], ["[", 3000], ["<", 3000], ["&", 3000], ["`", 3000], ["*", 8000], ["_", 8000],
  ["\\", 5000], ["\n#", 500], ["\n=", 500], ["\n--", 500],
];
const DEEP_BLOCKS = /\n(?:[ \t]*(?:>|[-+*]|[0-9]{1,9}[.)])){13}/;
const DEEP_SIGNS = /[[(*_`!<]\s*(?:[[(*_`!<]\s*){59}/;
const MAY_LINK = /\][(\[:]|<[^\s>]/;
const MAY_BE_HTML = /<(?:[A-Za-z][A-Za-z0-9-]*[\s/>]|\/[A-Za-z]|[!?])/;
const NEARLY_HTML = /(?<![\\(])<(?:[A-Za-z][A-Za-z0-9-]*[\s/>]|\/[A-Za-z]|[!?])[^\n>]{0,200}>?/g;
const INLINE_CODE = /(?<!`)(`{1,9})(?!`)[^`]{1,1000}(?<!`)\1(?!`)/g;
const POINTING: Readonly<Record<string, string>> = { link_open: "href", image: "src" };
const NOTED = ["link", "image", "autolink", "html_inline"];

/** Whether a reader of Markdown is done with the text in a moment. */
export function isQuickToRead(text: string): boolean {
  return (
    text.length <= LONGEST &&
    MOST_SIGNS.every(([sign, most]) => text.split(sign).length - 1 <= most) &&
    !DEEP_SIGNS.test(text) &&
    !DEEP_BLOCKS.test(`\n${text}`)
  );
}

export class Prose {
  readonly lines: readonly string[];
  private parsed: readonly Token[] | undefined;
  private foundHeadings: readonly Heading[] | undefined;
  private foundTargets: readonly Target[] | undefined;

  constructor(readonly text: string) {
    this.lines = text.split(/\r\n?|\n/);
  }

  /** The text of a line, counted from 1. */
  line(number: number): string {
    return this.lines[number - 1] ?? "";
  }

  get headings(): readonly Heading[] {
    this.foundHeadings ??= this.findHeadings();
    return this.foundHeadings;
  }

  private findHeadings(): readonly Heading[] {
    return this.tokens.flatMap(({ type, map, tag }) =>
      type === "heading_open" && map ? [{ level: Number(tag.slice(1)), line: map[0] + 1 }] : [],
    );
  }

  /** Every link and image, in order. */
  get targets(): readonly Target[] {
    this.foundTargets ??= this.findTargets();
    return this.foundTargets;
  }

  private findTargets(): readonly Target[] {
    if (!MAY_LINK.test(this.text)) return [];
    return this.tokens.flatMap((block) => {
      const found = (block.children ?? []).filter(({ type }) => type in POINTING);
      const lines = found.length ? this.linesOf(block) : [];
      return found.map((token) => ({
        target: String(token.attrGet(POINTING[token.type] ?? "") ?? ""),
        text: token.content,
        isImage: token.type === "image",
        ...placeIn(lines, token),
      }));
    });
  }

  /** Every tag, comment or other piece of HTML, and what only looks like it, in order. */
  get rawHtml(): readonly Stretch[] {
    if (!MAY_BE_HTML.test(this.text)) return [];
    const found = this.tokens.flatMap((block) => this.htmlIn(block));
    const told = new Set(found.map(({ line }) => line));
    for (const match of this.withoutCode.matchAll(NEARLY_HTML)) {
      const stretch = this.stretchOf(match.index, match.index + match[0].length);
      if (!told.has(stretch.line)) found.push(stretch);
    }
    return found.sort((a, b) => a.line - b.line || a.start - b.start || a.end - b.end);
  }

  /** The text with dots for what is shown as code. */
  get withoutCode(): string {
    const lines = this.text.split("\n");
    for (const { type, map } of this.tokens) {
      if ((type === "fence" || type === "code_block") && map) {
        for (let at = map[0]; at < map[1]; at += 1) lines[at] = ".".repeat(lines[at]?.length ?? 0);
      }
    }
    return lines.join("\n").replace(INLINE_CODE, (found) => found.replace(/[^\n]/g, "."));
  }

  /** The stretch of a line that begins and ends at these signs of the text. */
  stretchOf(start: number, end: number): Stretch {
    const before = this.text.slice(0, start);
    const line = before.split("\n").length;
    const column = start - (before.lastIndexOf("\n") + 1);
    return { line, start: column, end: column + end - start };
  }

  private get tokens(): readonly Token[] {
    const tokens = this.parsed ?? parser().parse(this.text, {});
    this.parsed = tokens;
    return tokens;
  }

  private htmlIn(block: Token): readonly Stretch[] {
    if (block.type === "html_block" && block.map) {
      const line = block.map[0] + 1;
      return [{ line, start: 0, end: this.line(line).trimEnd().length }];
    }
    const pieces = (block.children ?? []).filter(({ type }) => type === "html_inline");
    const lines = pieces.length ? this.linesOf(block) : [];
    return pieces.map((piece) => {
      const { line, column, end } = placeIn(lines, piece);
      return { line, start: column, end };
    });
  }

  /** The lines of a block's text, which lacks what stands before it on a line of the file. */
  private linesOf(block: Token): readonly BlockLine[] {
    const [first = 0, last = 0] = block.map ?? [];
    const contents = block.content.split("\n");
    let at = first;
    while (at < last && !this.lines[at]?.includes(contents[0] ?? "")) at += 1;
    if (at === last) at = first;
    let start = 0;
    return contents.map((content, index) => {
      const lead = Math.max(0, this.lines[at + index]?.indexOf(content) ?? 0);
      const line = { start, end: start + content.length, line: at + index + 1, lead };
      start += content.length + 1;
      return line;
    });
  }
}

/** Where an inline token stands: the parser noted offsets in the text of its block. */
function placeIn(lines: readonly BlockLine[], token: Token): { line: number; column: number; end: number } {
  const [begin, end] = (token.meta as { span: readonly [number, number] }).span;
  const found = lines.findLast(({ start }) => start <= begin) ?? lines[0];
  if (!found) return { line: 1, column: 0, end: 0 };
  const column = found.lead + begin - found.start;
  return { line: found.line, column, end: column + Math.min(end, found.end) - begin };
}

let made: ReturnType<typeof markdownIt> | undefined;

/** CommonMark, and a note of where each link, image and tag stands; a link that could run is one too. */
function parser(): ReturnType<typeof markdownIt> {
  if (made) return made;
  made = markdownIt("commonmark");
  made.validateLink = () => true;
  const { ruler } = made.inline;
  const rules = ruler.getRules("");
  // The parser tells its rules and takes others by their names, but does not tell the names.
  const names = (ruler as unknown as { __rules__: { name: string; enabled: boolean }[] }).__rules__
    .filter(({ enabled }) => enabled)
    .map(({ name }) => name);
  for (const name of NOTED) {
    const rule = rules[names.indexOf(name)];
    if (rule) ruler.at(name, noted(rule));
  }
  return made;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** The parser's own inline rule, with the stretch of text it read kept in its first token. */
function noted(rule: InlineRule): InlineRule {
  return (state, silent) => {
    const [begin, count] = [state.pos, state.tokens.length];
    const isFound = rule(state, silent);
    if (!isFound || silent) return isFound;
    const token = state.tokens
      .slice(count)
      .find(({ type, meta }) => (type in POINTING || type === "html_inline") && !meta?.span);
    if (token) token.meta = { ...token.meta, span: [begin, state.pos] };
    return isFound;
  };
}
