/** What is wrong with a Markdown text: the twins of GZG502 to GZG509 and GZG519. */

import type { Prose } from "./prose.ts";
import { stripped, trimmed } from "./python_text.ts";
import { shown } from "./shown.ts";
import type { Values } from "./values.ts";

/** A find in a text: on which line, and the values of the card's sentences. */
export interface LineFind {
  readonly code: string;
  readonly line: number;
  readonly values: Values;
}

type Finds = Generator<LineFind>;

const MOST_FINDS = 100;

/** Everything that these rules find. */
export function* proseFaults(prose: Prose): Finds {
  for (const rule of RULES) {
    let count = 0;
    for (const find of rule(prose)) {
      count += 1;
      if (count > MOST_FINDS) break;
      yield find;
    }
  }
}

function* imagesWithoutText({ targets }: Prose): Finds {
  for (const { target, text, isImage, line } of targets) {
    if (isImage && !trimmed(text)) yield { code: "GZG502", line, values: { target } };
  }
}

function* skippedHeadings({ headings }: Prose): Finds {
  let deepest = 0;
  for (const { level, line } of headings) {
    if (level > deepest + 1) {
      const values = { level, wanted: deepest + 1, top: deepest === 0 };
      yield { code: "GZG503", line, values };
    }
    deepest = level;
  }
}

const BARE: readonly string[] = [
  "deze link", "deze pagina", "hier", "klik", "klik hier", "lees meer", "link", "meer",
  "meer info", "meer informatie", "click", "click here", "here", "more", "more info",
  "more information", "read more", "this link", "this page",
];

function* bareLinkTexts(prose: Prose): Finds {
  for (const { isImage, line, column } of prose.targets) {
    if (isImage) continue;
    const text = stripped(/^\[([^\]]*)\]/.exec(prose.line(line).slice(column))?.[1] ?? "", "*_ ");
    if (BARE.includes(stripped(text, " .:>»→").toLowerCase())) {
      yield { code: "GZG504", line, values: { text } };
    }
  }
}

function* unsecuredAddresses({ targets }: Prose): Finds {
  for (const { target, isImage, line } of targets) {
    if (target.startsWith("http://") && !isImage) {
      yield { code: "GZG505", line, values: { target, wanted: `https${target.slice(4)}` } };
    }
  }
}

function* rawHtml(prose: Prose): Finds {
  let told = 0;
  for (const { line, start, end } of prose.rawHtml) {
    if (line === told) continue; // a tag and its end are one fault
    told = line;
    const text = prose.line(line).slice(start, end);
    const values = { html: shown(text), comment: /^\s*<!--/.test(text) };
    yield { code: "GZG506", line, values };
  }
}

const SAFE: readonly string[] = ["http", "https", "mailto"];
const RUNNING: readonly string[] = ["javascript", "vbscript", "data", "file", "blob", "filesystem"];
const DESTINATION = /\][ \t]?(?:\(|:)[ \t]*<?([^)>\n]{0,200})/dg;

function* unsafeLinks(prose: Prose): Finds {
  const told = new Set<number>();
  for (const { target, isImage, line } of prose.targets) {
    const scheme = schemeOf(target);
    if (scheme && !SAFE.includes(scheme) && !(scheme === "//" && isImage)) {
      told.add(line);
      yield unsafe(line, target, scheme);
    }
  }
  if (!prose.text.includes("](") && !prose.text.includes("]:")) return;
  for (const found of prose.withoutCode.matchAll(DESTINATION)) {
    const [target = ""] = found.slice(1);
    const scheme = schemeOf(target);
    if (!RUNNING.includes(scheme)) continue;
    const [start, end] = found.indices?.[1] ?? [0, 0];
    const { line } = prose.stretchOf(start, end);
    if (!told.has(line)) yield unsafe(line, target, scheme);
  }
}

function unsafe(line: number, target: string, scheme: string): LineFind {
  return { code: "GZG507", line, values: { target: shown(target), other_host: scheme === "//" } };
}

const IGNORED_BY_BROWSERS = /[\0-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]/g;

/** The scheme of a link, in lower case; `//` where it has none and names another host. */
function schemeOf(target: string): string {
  const plain = unescaped(target).replace(IGNORED_BY_BROWSERS, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1];
  return scheme ? scheme.toLowerCase() : /^[/\\]{2}/.test(plain) ? "//" : "";
}

function unescaped(target: string): string {
  const plain = target.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(colon|tab|newline|sol|bsol));?/gi, reference);
  return plain.replace(/(?:%[0-9a-f]{2})+/gi, (found) => {
    const bytes = found.slice(1).split("%").map((each) => parseInt(each, 16));
    return new TextDecoder().decode(new Uint8Array(bytes));
  });
}

const NAMED: Readonly<Record<string, string>> = {
  colon: ":", tab: "\t", newline: "\n", sol: "/", bsol: "\\",
};

function reference(found: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? found;
  const number = hex ? parseInt(hex, 16) : Number(decimal);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : "\ufffd";
}

function* remoteImages({ targets }: Prose): Finds {
  for (const { target, isImage, line } of targets) {
    if (isImage && ["http", "https", "//"].includes(schemeOf(target))) {
      yield { code: "GZG508", line, values: { target: shown(target) } };
    }
  }
}

const INSTRUCTION =
  /\{[{%#][^\n]{0,200}|\{:[^}\n]{0,200}\}?|\{[^{}=\n]{0,100}=[^{}\n]{0,200}\}|-8<-[^\n]{0,200}/g;

function* templateCode(prose: Prose): Finds {
  if (!prose.text.includes("{") && !prose.text.includes("-8<-")) return;
  for (const found of prose.withoutCode.matchAll(INSTRUCTION)) {
    yield { code: "GZG509", line: prose.stretchOf(found.index, found.index).line, values: {} };
  }
}

const MENTION =
  /(?<![\p{L}\p{N}_/.@&+%-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[\p{L}\p{N}_-]{1,60})?/gu;

function* mentions(prose: Prose): Finds {
  if (!prose.text.includes("@")) return;
  for (const found of prose.withoutCode.matchAll(MENTION)) {
    const { line } = prose.stretchOf(found.index, found.index);
    yield { code: "GZG519", line, values: { name: shown(found[0]) } };
  }
}

const RULES: readonly ((prose: Prose) => Finds)[] = [
  imagesWithoutText,
  skippedHeadings,
  bareLinkTexts,
  unsecuredAddresses,
  rawHtml,
  unsafeLinks,
  remoteImages,
  templateCode,
  mentions,
];
