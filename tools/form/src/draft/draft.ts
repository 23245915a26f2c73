/**
 * A draft: a dossier that is being written, with all around it that must not get lost. How it is
 * kept is not known here, and neither is how it is shown.
 */

import type { Dossier } from "../core/dossier.ts";
import { NO_COMMENTS } from "../core/dossier.ts";
import type { Path } from "../core/paths.ts";
import { same } from "./sameness.ts";

export const DRAFT_VERSION = 1;

/** How many earlier states are remembered, so that a file that comes back can be compared. */
const MOST_SHARED = 6;

/** An answer to a question that the call does not ask, or no longer asks. */
export interface Unasked {
  readonly path: Path;
  /** What was asked, as far as that is still known. */
  readonly title: string;
  /** Which item of a list it belonged to; empty outside a list. */
  readonly about: string;
  readonly value: unknown;
}

/** By which way a dossier left the browser. */
export type Way = "forge" | "files" | "zip" | "mail" | "issue";

/** That a dossier was sent, or given to be sent. */
export interface Sent {
  readonly at: string;
  readonly way: Way;
  /** The digest that a receipt has too; empty where this browser cannot make one. */
  readonly digest: string;
}

export interface Draft {
  readonly version: typeof DRAFT_VERSION;
  /** Names the draft in this browser; a copy in another browser has another. */
  readonly key: string;
  readonly call: string;
  readonly dossier: Dossier;
  readonly unasked: readonly Unasked[];
  /** The questions as they were when last seen: pattern → title. */
  readonly asked: Readonly<Record<string, string>>;
  /** States that were saved to a file, sent, or taken from one; the latest last. */
  readonly shared: readonly Dossier[];
  readonly sent: readonly Sent[];
  /** Counts the times that it was kept. */
  readonly revision: number;
  /** When it was last changed, as an instant. */
  readonly changed: string;
}

/** A draft for a call in which nothing was answered. */
export function emptyDraft(key: string, call: string, now: Date): Draft {
  return draftOf(key, { id: "", call, data: {}, texts: {}, comments: NO_COMMENTS }, now);
}

/** A draft of a dossier that came from elsewhere. */
export function draftOf(key: string, dossier: Dossier, now: Date): Draft {
  const rest = { unasked: [], asked: {}, shared: [], sent: [] };
  const { call } = dossier;
  return { version: DRAFT_VERSION, key, call, dossier, ...rest, revision: 0, changed: now.toISOString() };
}

/** Whether anything was answered or kept apart. */
export function isEmpty({ dossier, unasked }: Draft): boolean {
  return [dossier.data, dossier.texts, unasked].every((found) => Object.keys(found).length === 0);
}

/** With this dossier. */
export function changedTo(draft: Draft, dossier: Dossier, now: Date): Draft {
  return { ...draft, dossier, changed: now.toISOString() };
}

/** With its present state remembered as one that somebody else may have. */
export function withShared(draft: Draft, ...states: readonly Dossier[]): Draft {
  return { ...draft, shared: remembered([...draft.shared, ...states]) };
}

/** With a note that it was sent, and its state remembered. */
export function withSent(draft: Draft, sent: Sent): Draft {
  return withShared({ ...draft, sent: [...draft.sent, sent] }, draft.dossier);
}

/** Whether two dossiers say the same; comments do not count. */
export function saysTheSame(one: Dossier, other: Dossier): boolean {
  return one.id === other.id && same(one.data, other.data) && same(one.texts, other.texts);
}

/** Each state once, where it stands last, and no more than are worth their room. */
export function remembered(states: readonly Dossier[]): readonly Dossier[] {
  const once = states.filter(
    (state, index) => !states.slice(index + 1).some((later) => saysTheSame(state, later)),
  );
  return once.slice(-MOST_SHARED);
}
