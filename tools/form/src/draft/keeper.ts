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

export interface Surroundings {
  readonly storage: Storage | undefined;
  readonly journal: Journal;
  readonly newKey: () => string;
  readonly tell: (key: string, revision: number) => void;
  readonly onSeen: (seen: Seen) => void;
}

export class Keeper {
  #seen: Seen;
  /** The draft as this tab kept or took it last, and as both tabs had it last. */
  #last: Draft;
  #base: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When what waits began to wait. */
  #since = 0;
  #writing: Promise<void> = Promise.resolve();
  readonly #around: Surroundings;

  constructor(start: Draft, around: Surroundings, trouble?: Trouble) {
    const is = start.revision ? "kept" : "nothing";
    this.#seen = { draft: start, keeping: trouble ? { is: "trouble", trouble } : { is }, other: undefined };
    this.#last = this.#base = start;
    this.#around = around;
  }

  get seen(): Seen {
    return this.#seen;
  }

  change(update: (draft: Draft) => Draft): void {
    const draft = update(this.#seen.draft);
    if (draft === this.#seen.draft) return;
    if (draft.revision || !isEmpty(draft)) this.#around.journal.note(draft);
    const { keeping } = this.#seen;
    this.#show({ draft, keeping: keeping.is === "trouble" ? keeping : { is: "waiting" } });
    this.#since ||= performance.now();
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(PAUSE, this.#since + LONGEST_WAIT - performance.now()));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  /** Keep what waits, without waiting. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#since = 0;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Keep nothing more: the draft is thrown away. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#last = this.#seen.draft;
  }

  /** Another tab kept this draft. */
  async hear(key: string, revision: number): Promise<void> {
    await this.#writing;
    const { draft } = this.#seen;
    if (key !== draft.key || revision <= draft.revision || !this.#around.storage) return;
    if (draft !== this.#last) return this.flush();
    const theirs = await this.#around.storage.load(key);
    if (!theirs || theirs.revision <= draft.revision || this.#seen.draft !== draft) return;
    this.#last = this.#base = theirs;
    this.#show({ draft: theirs, keeping: { is: "kept" } });
  }

  async #write(): Promise<void> {
    const { draft } = this.#seen;
    const { storage } = this.#around;
    if (!storage || draft === this.#last || (!draft.revision && isEmpty(draft))) return;
    const kept = await storage.keep(draft);
    if (kept.is === "trouble") return this.#show({ keeping: kept });
    if (kept.is === "overtaken") {
      this.#meet(kept.by);
      return this.#write();
    }
    this.#kept(draft, kept.draft);
  }

  #kept(draft: Draft, kept: Draft): void {
    const { journal, tell } = this.#around;
    this.#base = kept;
    if (this.#seen.draft === draft) {
      this.#last = kept;
      journal.clear(kept.key);
      this.#show({ draft: kept, keeping: { is: "kept" } });
    } else {
      const changed = { ...this.#seen.draft, revision: kept.revision };
      journal.note(changed);
      this.#show({ draft: changed, keeping: { is: "waiting" } });
    }
    tell(kept.key, kept.revision);
  }

  /** Put together what this tab and another wrote, or make mine a copy where both wrote one answer. */
  #meet(theirs: Draft): void {
    const { journal, newKey } = this.#around;
    const mine = this.#seen.draft;
    const { differences, merged } = compared(mine.dossier, theirs.dossier, this.#base.dossier);
    if (differences.every(({ suggested }) => suggested)) {
      this.#base = theirs;
      const dossier = merged(suggestedOr("mine"));
      this.#show({ draft: { ...withAllOf(mine, theirs), dossier, revision: theirs.revision } });
    } else {
      journal.clear(mine.key);
      const copy = { ...mine, key: newKey(), revision: 0 };
      journal.note(copy);
      this.#show({ draft: copy, other: theirs });
    }
  }

  #show(change: Partial<Seen>): void {
    this.#seen = { ...this.#seen, ...change };
    this.#around.onSeen(this.#seen);
  }
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
