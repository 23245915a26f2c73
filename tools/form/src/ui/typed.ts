/**
 * What somebody types stays on the screen as it was typed, while the dossier has what it means.
 * Only an answer that comes from elsewhere is put in its place.
 */

import { useState } from "react";

export interface Reading {
  /** What an answer looks like in the box. */
  readonly show: (value: unknown) => string;
  /** What the letters in the box mean; undefined where there are none. */
  readonly read: (typed: string) => unknown;
}

export function useTyped(
  value: unknown,
  { show, read }: Reading,
  change: (value: unknown) => void,
): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(() => show(value));
  const isOwn = JSON.stringify(read(typed)) === JSON.stringify(value ?? undefined);
  const type = (text: string): void => {
    setTyped(text);
    change(read(text));
  };
  return [isOwn ? typed : show(value), type];
}
