/**
 * Details of persons in a text, and letters that only look like ours: the twins of GZG511 to GZG515 and
 * GZG520. A finding never has what was found, only as much as a message may say.
 */

import type { Shared } from "./kit.ts";
import type { Values } from "./values.ts";

/** A find: between which signs of the text, and the values of the card's sentences. */
export interface Find {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly values: Values;
}

export const MOST_FINDS = 100;

const SIGNS = " \\u00a0\\u202f.\\-\\u2010-\\u2013/";
const GAP = `[${SIGNS}]`;
const EVERY_GAP = new RegExp(GAP, "g");
const LONG_NUMBER = new RegExp(`[0-9](?:[${SIGNS}()]{0,3}[0-9]){8}`);
const WORD = "\\p{L}\\p{N}_";

/** Everything in a text that one of these rules finds; `now` tells which years were. */
export function* personalData(text: string, shared: Shared, now: Date): Generator<Find> {
  if (LONG_NUMBER.test(text)) {
    yield* few(nationalNumbers(text, now));
    yield* few(bankAccounts(text, shared));
    yield* few(mobileNumbers(text));
  }
  if (text.includes("@")) yield* few(mailboxes(text, shared));
  yield* few(lookalikes(text));
}

function* few(finds: Iterable<Find>): Generator<Find> {
  const counts = new Map<string, number>();
  for (const each of finds) {
    const count = (counts.get(each.code) ?? 0) + 1;
    counts.set(each.code, count);
    if (count <= MOST_FINDS) yield each;
  }
}

/** The value with a dot for every letter and digit after the first `keep` signs. */
function masked(value: string, keep = 0): string {
  const signs = [...value];
  return signs.map((sign, at) => (at >= keep && /[\p{L}\p{N}]/u.test(sign) ? "•" : sign)).join("");
}

const NATIONAL = new RegExp(
  `(?<![0-9A-Za-z+])(?<![0-9]\\.)[0-9]{2}${GAP}{0,3}[0-9]{2}${GAP}{0,3}[0-9]{2}${GAP}{0,3}[0-9]{3}${GAP}{0,3}[0-9]{2}(?![0-9A-Za-z])`,
  "g",
);

/** National numbers and bis numbers: the month of the latter is 20 or 40 more. */
function* nationalNumbers(text: string, now: Date): Generator<Find> {
  for (const found of text.matchAll(NATIONAL)) {
    const digits = found[0].replace(/[^0-9]/g, "");
    const month = Number(digits.slice(2, 4));
    const code = month <= 12 ? "GZG511" : isBisMonth(month) ? "GZG512" : undefined;
    if (!code || !hasCheckDigits(digits, now)) continue;
    const end = found.index + found[0].length;
    yield { code, start: found.index, end, values: { masked: masked(found[0]) } };
  }
}

function isBisMonth(month: number): boolean {
  return (month >= 20 && month <= 32) || (month >= 40 && month <= 52);
}

/** The last two digits are 97 minus the rest modulo 97; since 2000 with a 2 before the number. */
function hasCheckDigits(digits: string, now: Date): boolean {
  const centuries = Number(digits.slice(0, 2)) + 2000 <= now.getFullYear() ? ["", "2"] : [""];
  const check = Number(digits.slice(-2));
  const isRight = (before: string) => 97 - (Number(before + digits.slice(0, -2)) % 97) === check;
  return Number(digits) > 0 && centuries.some(isRight);
}

const SHORTEST_ACCOUNT = 15;
const LONGEST_ACCOUNT = 34;
const ACCOUNT = /(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}/g;
const REST = new RegExp(
  `(?:${GAP}?[0-9A-Za-z]){${SHORTEST_ACCOUNT - 4},${LONGEST_ACCOUNT - 4}}`,
  "y",
);

function* bankAccounts(text: string, shared: Shared): Generator<Find> {
  for (const begin of text.matchAll(ACCOUNT)) {
    REST.lastIndex = begin.index + begin[0].length;
    const rest = REST.exec(text);
    const end = rest && accountEnd(text, begin.index, REST.lastIndex, shared.accounts);
    if (!end) continue;
    const shown = masked(text.slice(begin.index, end), 2);
    yield { code: "GZG513", start: begin.index, end, values: { masked: shown } };
  }
}

/** Where the account number ends, if there is one: words may follow it without a sign between. */
function accountEnd(
  text: string,
  start: number,
  end: number,
  accounts: Shared["accounts"],
): number | undefined {
  const head = Number([...text.slice(start, start + 4)].map((sign) => parseInt(sign, 36)).join(""));
  let remainder = 0;
  for (let at = start + 4; at < end; at += 1) {
    const value = parseInt(text[at] ?? "", 36);
    if (Number.isNaN(value)) continue;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    const isChecked = (remainder * 1_000_000 + head) % 97 === 1;
    if (isChecked && isAccount(text.slice(start, at + 1), accounts)) return at + 1;
  }
  return undefined;
}

function isAccount(written: string, accounts: Shared["accounts"]): boolean {
  const number = written.replace(EVERY_GAP, "").toUpperCase();
  const country = number.slice(0, 2);
  const structure = Object.hasOwn(accounts, country) ? accounts[country] : undefined;
  if (structure === undefined) return false;
  const kinds: Readonly<Record<string, string>> = { n: "[0-9]", a: "[A-Z]", c: "[A-Za-z0-9]" };
  const pattern = structure.replace(/([1-9][0-9]*)!([nac])/g, (_, count, kind) => `${kinds[kind]}{${count}}`);
  return new RegExp(`^${pattern}$`).test(number.slice(4));
}

const PREFIX = `(?:(?:\\+|00)32\\)?${GAP}?(?:\\(0\\)${GAP}?)?|(?:\\((?=0[^()\\n]{3,6}\\)))?0)`;
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z+])(?<![0-9]\\.)${PREFIX}${GAP}?4${GAP}?[5-9]${GAP}?[0-9]\\)?${GAP}{0,3}[0-9](?:${GAP}?[0-9]){5}(?![0-9A-Za-z])`,
  "g",
);
const AS_ENTERPRISE = new RegExp(`^[0-9]{4}(${GAP}?)[0-9]{3}\\1[0-9]{3}$`);

function* mobileNumbers(text: string): Generator<Find> {
  for (const found of text.matchAll(MOBILE)) {
    if (isEnterpriseNumber(text, found.index, found[0])) continue;
    const end = found.index + found[0].length;
    const values = { masked: masked(found[0], 2) };
    yield { code: "GZG514", start: found.index, end, values };
  }
}

function isEnterpriseNumber(text: string, start: number, written: string): boolean {
  if (!AS_ENTERPRISE.test(written)) return false;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (/^[ -]*kbo:/.test(line)) return true;
  const digits = written.replace(EVERY_GAP, "");
  return (Number(digits.slice(0, -2)) + Number(digits.slice(-2))) % 97 === 0;
}

const LONGEST_NAME = 64;
const NAME = new RegExp(`[${WORD}%+][${WORD}.%+'-]*$`, "u");
const DOMAIN = /[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}/y;
const NOBODY = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|localhost|test)$/;

function* mailboxes(text: string, shared: Shared): Generator<Find> {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const name = NAME.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[0];
    DOMAIN.lastIndex = at + 1;
    const domain = DOMAIN.exec(text)?.[0];
    if (!name || !domain || !isPersonal(text, at - name.length, name, domain, shared)) continue;
    const values = { masked: `${[...name][0]}…@${domain}` };
    yield { code: "GZG515", start: at - name.length, end: at + 1 + domain.length, values };
  }
}

function isPersonal(text: string, start: number, name: string, domain: string, shared: Shared): boolean {
  if (text[start - 1] === "@") return false;
  return !isService(name, shared) && !NOBODY.test(domain.toLowerCase().replace(/\.+$/, ""));
}

/** Whether the part before the @ names a service. */
export function isService(mailbox: string, shared: Shared): boolean {
  const found = mailbox.toLowerCase().split(/[^a-zA-Zà-öø-ÿÀ-ÖØ-ß]+/).filter(Boolean);
  const known = found.map(
    (word) =>
      shared.service_words.includes(word) ||
      shared.service_endings.some((ending) => word.endsWith(ending)),
  );
  return known[0] === true && 2 * known.filter(Boolean).length >= known.length;
}

const LOOKALIKES =
  "\\u0391\\u0392\\u0395\\u0396\\u0397\\u0399\\u039a\\u039c\\u039d\\u039f\\u03a1\\u03a4\\u03a5\\u03a7" +
  "\\u03bf\\u03bd\\u03c1" +
  "\\u0405\\u0406\\u0408\\u0410\\u0412\\u0415\\u041a\\u041c\\u041d\\u041e\\u0420\\u0421\\u0422" +
  "\\u0425\\u0430\\u0435\\u043e\\u0440\\u0441\\u0443\\u0445\\u0455\\u0456\\u0458\\u0501\\u051b\\u051d\\u04bb" +
  "\\u0578\\u057d\\u0585\\u0570" +
  "\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a";
const ALPHANUMERIC = "[\\p{L}\\p{N}]";
const MIXED = new RegExp(
  `[A-Za-z]${ALPHANUMERIC}{0,60}?[${LOOKALIKES}]|[${LOOKALIKES}]${ALPHANUMERIC}{0,60}?[A-Za-z]`,
  "u",
);
const LOOKALIKE = new RegExp(`[${LOOKALIKES}]`, "u");

/** The first letter of another alphabet in each line, inside a word where it looks like one of ours. */
function* lookalikes(text: string): Generator<Find> {
  let begin = 0;
  for (const line of text.split("\n")) {
    const found = MIXED.exec(line);
    const letter = found && LOOKALIKE.exec(found[0]);
    if (letter) {
      const start = begin + found.index + letter.index;
      const code = `U+${(letter[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      yield { code: "GZG520", start, end: start + 1, values: { letter: letter[0], code } };
    }
    begin += line.length + 1;
  }
}
