/**
 * Keeps one draft while it is written: in the journal at once, in the database within a second. What
 * another tab wrote in the same draft is taken over; where both changed one answer, both versions
 * stay, as two drafts.
 */

import type { Draft } from "../core/index.ts";
import { commonState, compared, isEmpty, saysTheSame, suggestedOr, withAllOf } from "../core/index.ts";
import type { Journal } from "./journal.ts";
import type { Storage, Trouble } from "./storage.ts";
import { troubleOf } from "./storage.ts";

/** How long a pause in typing is, and the longest that anything waits. */
const PAUSE = 400;
const LONGEST_WAIT = 900;

export type Keeping =
  | { readonly is: "kept" | "waiting" | "nothing" }
  | { readonly is: "trouble"; readonly trouble: Trouble };

/** What whoever shows the draft has to know. */
export interface Seen {
  readonly draft: Draft;
  readonly keeping: Keeping;
  /** The other version, where two tabs changed the same answers and this one became a copy. */
  readonly other: Draft | undefined;
}

export interface Keeper {
  readonly seen: () => Seen;
  readonly change: (update: (draft: Draft) => Draft) => void;
  /** Keep what waits, without waiting. */
  readonly flush: () => Promise<void>;
  /** Keep nothing more: the draft is thrown away. */
  readonly stop: () => void;
  /** Another tab kept this draft. */
  readonly hear: (key: string, revision: number) => Promise<void>;
}

export interface Surroundings {
  readonly storage: Storage | undefined;
  readonly journal: Journal;
  readonly newKey: () => string;
  readonly tell: (key: string, revision: number) => void;
  readonly onSeen: (seen: Seen) => void;
}

/** Begin keeping a draft. */
export function keeperOf(start: Draft, around: Surroundings, trouble?: Trouble): Keeper {
  const is = start.revision ? "kept" : "nothing";
  let seen: Seen = { draft: start, keeping: trouble ? { is: "trouble", trouble } : { is }, other: undefined };
  /** The draft as this tab kept or took it last, and as both tabs had it last. */
  let last = start;
  let base = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();

  const show = (change: Partial<Seen>): void => {
    seen = { ...seen, ...change };
    around.onSeen(seen);
  };
  const change = (update: (draft: Draft) => Draft): void => {
    const draft = update(seen.draft);
    if (draft === seen.draft) return;
    if (draft.revision || !isEmpty(draft)) around.journal.note(draft);
    const { keeping } = seen;
    show({ draft, keeping: keeping.is === "trouble" ? keeping : { is: "waiting" } });
    since ||= performance.now();
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(PAUSE, since + LONGEST_WAIT - performance.now()));
    timer = setTimeout(() => void flush(), wait);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    since = 0;
    writing = writing.then(write);
    return writing;
  };
  const write = async (): Promise<void> => {
    const { draft } = seen;
    if (draft === last || (!draft.revision && isEmpty(draft))) return;
    if (!around.storage) return;
    const kept = await around.storage.keep(draft);
    if (kept.is === "trouble") return show({ keeping: kept });
    if (kept.is === "overtaken") {
      meet(kept.by);
      return write();
    }
    base = kept.draft;
    if (seen.draft === draft) {
      last = kept.draft;
      around.journal.clear(draft.key);
      show({ draft: last, keeping: { is: "kept" } });
    } else {
      const draft = { ...seen.draft, revision: base.revision };
      around.journal.note(draft);
      show({ draft, keeping: { is: "waiting" } });
    }
    around.tell(base.key, base.revision);
  };
  const meet = (theirs: Draft): void => {
    const mine = seen.draft;
    const { differences, merged } = compared(mine.dossier, theirs.dossier, base.dossier);
    if (differences.every(({ suggested }) => suggested)) {
      const dossier = merged(suggestedOr("mine"));
      base = theirs;
      show({ draft: { ...withAllOf(mine, theirs), dossier, revision: theirs.revision } });
    } else {
      around.journal.clear(mine.key);
      const copy = { ...mine, key: around.newKey(), revision: 0 };
      around.journal.note(copy);
      show({ draft: copy, other: theirs });
    }
  };
  const hear = async (key: string, revision: number): Promise<void> => {
    await writing;
    const { draft } = seen;
    if (key !== draft.key || revision <= draft.revision || !around.storage) return;
    if (draft !== last) return flush();
    const theirs = await around.storage.load(key);
    if (!theirs || theirs.revision <= seen.draft.revision || seen.draft !== draft) return;
    last = theirs;
    base = theirs;
    show({ draft: theirs, keeping: { is: "kept" } });
  };
  const stop = (): void => {
    clearTimeout(timer);
    last = seen.draft;
  };
  return { seen: () => seen, change, flush, stop, hear };
}

/** Put into the database what a tab that was killed left in the journal. */
export async function recovered(storage: Storage, journal: Journal, newKey: () => string): Promise<void> {
  for (const draft of journal.left()) {
    try {
      const kept = await storage.keep(draft);
      if (kept.is === "trouble") continue;
      if (kept.is === "overtaken" && !isContained(draft, kept.by)) {
        const copied = await storage.keep({ ...draft, key: newKey(), revision: 0 });
        if (copied.is !== "kept") continue;
      }
      journal.clear(draft.key);
    } catch (error) {
      if (troubleOf(error) !== "failed") return;
    }
  }
}

function isContained(draft: Draft, by: Draft): boolean {
  return saysTheSame(draft.dossier, by.dossier) || commonState(by, draft) === draft.dossier;
}
