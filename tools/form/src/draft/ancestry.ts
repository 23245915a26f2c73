/** Which earlier state two drafts of one dossier have in common. */

import type { Dossier } from "../core/dossier.ts";
import type { Draft } from "./draft.ts";
import { remembered, saysTheSame } from "./draft.ts";

type Lineage = Pick<Draft, "dossier" | "shared">;

/** The latest state that both have had; undefined where nobody knows one. */
export function commonState(mine: Lineage, theirs: Lineage): Dossier | undefined {
  const own = [...mine.shared, mine.dossier];
  const others = [...theirs.shared, theirs.dossier];
  return others.findLast((state) => own.some((each) => saysTheSame(each, state)));
}

/** My draft with a dossier that was made of both, so that the next comparison starts from here. */
export function joined(mine: Draft, theirs: Lineage, dossier: Dossier, now: Date): Draft {
  const shared = remembered([...theirs.shared, ...mine.shared, theirs.dossier]);
  return { ...mine, dossier, shared, changed: now.toISOString() };
}
