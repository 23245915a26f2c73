/** The sentences of the kit, filled in. No sentence is made anywhere else in the form. */

import type { Kit } from "../core/index.ts";

export type Values = Readonly<Record<string, string | number>>;

/** A sentence of the kit; a key that it does not have is a fault of ours. */
export function say(kit: Kit, key: string, values: Values = {}): string {
  const text = kit.texts[key];
  if (text === undefined) throw new Error(`no text: ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence for one or for several, which stand at `….one` and `….many`. */
export function sayCount(kit: Kit, key: string, count: number, values: Values = {}): string {
  return say(kit, `${key}.${count === 1 ? "one" : "many"}`, { count, ...values });
}
