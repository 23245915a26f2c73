/**
 * The verdict of the core while somebody types, and which of it is shown: nobody is told of what is
 * still to come. An answer is judged as soon as it is there, what is absent when it was passed by, a
 * sum when its list was left; after "check everything" all of it, at once.
 */

import type { FocusEvent, FormEvent } from "react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Diagnostic, Dossier, Kit, Schema, Shared } from "../core/index.ts";
import { keyOf } from "../core/index.ts";
import { judgedSoFar } from "./judging.ts";
import { isOneAnswer, isUnanswered, placeOf } from "./placement.ts";
import { whenReleased } from "./pressing.ts";

/** A box in which a few letters are no answer yet: a list of what they may mean is open. */
const HALF_WAY = "[role='combobox']";
/** A pause in typing. */
const PAUSE = 300;

export interface Judged {
  readonly kit: Kit;
  readonly schema: Schema;
  readonly shared: Shared;
  readonly dossier: Dossier;
  /** Whether the call has closed: that changes the verdict too. */
  readonly isClosed: boolean;
}

export interface Verdict {
  /** All that the rules find. */
  readonly found: readonly Diagnostic[];
  /** What of it is shown. */
  readonly shown: readonly Diagnostic[];
  /** How often all of it was asked for. */
  readonly checks: number;
  /** Judge now, and show all. */
  readonly check: () => void;
  /** To be told of what happens in the form. */
  readonly listeners: {
    readonly onInput: (event: FormEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

export function useVerdict(judged: Judged): Verdict {
  const { found, judgeNow } = useFound(judged);
  const { left, active, typing, listeners } = useVisited();
  const [checks, setChecks] = useState(0);
  const before = useRef<ReadonlySet<string>>(new Set());
  const { kit, schema, dossier } = judged;
  const sums = useMemo(() => sumsOf(schema), [schema]);
  const shown = useMemo(() => {
    const isShown = (each: Diagnostic): boolean => {
      const place = placeOf(each, kit);
      const key = keyOf(place);
      if (isUnanswered(place, dossier)) return left.has(key);
      if (key === typing) return false;
      if (active === undefined) return true;
      if (active !== sectionOf(key)) return !sums.has(each.code) || before.current.has(nameOf(each));
      return isOneAnswer(place, kit) || left.has(key);
    };
    return checks > 0 ? found : found.filter(isShown);
  }, [found, left, active, typing, checks, kit, sums, dossier]);
  useEffect(() => {
    before.current = new Set(shown.map(nameOf));
  }, [shown]);
  const check = (): void => {
    judgeNow();
    setChecks((before) => before + 1);
  };
  return { found, shown, checks, check, listeners };
}

/** The rules on sums: while one list is filled in they would complain of another place. */
function sumsOf(schema: Schema): ReadonlySet<unknown> {
  const rules = schema["x-gzg-rules"] ?? [];
  return new Set(rules.filter(({ kind }) => String(kind).startsWith("sum")).map(({ code }) => code));
}

function useFound(judged: Judged): { found: readonly Diagnostic[]; judgeNow: () => void } {
  const { kit, schema, shared, dossier, isClosed } = judged;
  const [found, setFound] = useState<readonly Diagnostic[]>([]);
  const judgeNow = (): void => setFound(judgedSoFar(dossier, { kit, schema, shared }, new Date()));
  useEffect(() => {
    const timer = setTimeout(() => whenReleased(judgeNow), PAUSE);
    return () => clearTimeout(timer);
    // judgeNow is made of just these.
  }, [kit, schema, shared, dossier, isClosed]);
  return { found, judgeNow };
}

interface Visited {
  readonly left: ReadonlySet<string>;
  /** The section in which somebody is. */
  readonly active: string | undefined;
  /** Where a few letters are no answer yet. */
  readonly typing: string | undefined;
  readonly listeners: Verdict["listeners"];
}

function useVisited(): Visited {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const [typing, setTyping] = useState<string>();
  const listeners = {
    onInput: ({ target }: FormEvent): void => {
      const isHalfWay = target instanceof Element && target.matches(HALF_WAY);
      setTyping(isHalfWay ? keyAround(target) : undefined);
    },
    onFocus: ({ target }: FocusEvent): void => {
      const key = keyAround(target);
      whenReleased(() => setActive(key && sectionOf(key)));
    },
    onBlur: ({ target, relatedTarget }: FocusEvent): void => {
      const quit = placesAround(target).filter((place) => !place.contains(relatedTarget));
      const keys = quit.map((place) => place.dataset["at"] ?? "");
      const isOut = placesAround(relatedTarget).length === 0;
      whenReleased(() => {
        setTyping(undefined);
        setLeft((before) => withAll(before, keys));
        if (isOut) setActive(undefined);
      });
    },
  };
  return { left, active, typing, listeners };
}

function keyAround(target: EventTarget | null): string | undefined {
  return placesAround(target)[0]?.dataset["at"];
}

/** The elements around one that stand for a place in the dossier, the innermost first. */
function placesAround(target: EventTarget | null): readonly HTMLElement[] {
  const places: HTMLElement[] = [];
  let place = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  while (place) {
    places.push(place);
    place = place.parentElement?.closest<HTMLElement>("[data-at]") ?? null;
  }
  return places;
}

function withAll(before: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  return keys.every((key) => before.has(key)) ? before : new Set([...before, ...keys]);
}

/** What a place is in: a section, or a part of the text. */
function sectionOf(key: string): string {
  const [first, second] = JSON.parse(key) as readonly (string | number)[];
  return first === "README" ? `${first}/${second}` : String(first);
}

function nameOf({ code, path }: Diagnostic): string {
  return `${code} ${keyOf(path)}`;
}
