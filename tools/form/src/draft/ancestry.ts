/** Which earlier state two drafts of one dossier have in common. */

import type { Dossier } from "../core/dossier.ts";
import type { Draft } from "./draft.ts";
import { remembered, saysTheSame, withShared } from "./draft.ts";
import { same } from "./sameness.ts";

type Lineage = Pick<Draft, "dossier" | "shared">;

/** The latest state that both have had; undefined where nobody knows one. */
export function commonState(mine: Lineage, theirs: Lineage): Dossier | undefined {
  const own = [...mine.shared, mine.dossier];
  const others = [...theirs.shared, theirs.dossier];
  return others.findLast((state) => own.some((each) => saysTheSame(each, state)));
}

/** My draft with what theirs has beside the dossier: earlier states, answers kept apart, sendings. */
export function withAllOf(mine: Draft, theirs: Draft): Draft {
  const isNew = (each: unknown, known: readonly unknown[]): boolean => !known.some((one) => same(one, each));
  return {
    ...mine,
    shared: remembered([...theirs.shared, ...mine.shared]),
    unasked: [...mine.unasked, ...theirs.unasked.filter((each) => isNew(each, mine.unasked))],
    sent: [...mine.sent, ...theirs.sent.filter((each) => isNew(each, mine.sent))],
  };
}

/** My draft with a dossier that was made of both, so that the next comparison starts from here. */
export function joined(mine: Draft, theirs: Draft, dossier: Dossier, now: Date): Draft {
  const known = withShared(withAllOf(mine, theirs), theirs.dossier);
  return { ...known, dossier, changed: now.toISOString() };
}
