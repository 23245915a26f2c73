/** What the core holds of drafts: all that needs no browser. */

export { dossierAmong, type Among } from "./among.ts";
export { commonState, joined, withAllOf } from "./ancestry.ts";
export { compared, suggestedOr, type Comparison, type Difference, type Side } from "./differences.ts";
export * from "./draft.ts";
export { draftIn, fileOf, isDraftFile, type FileDraft, type Unreadable } from "./draft_file.ts";
export { nameOf, patternOf, questionsOf, settled, type Asked, type Settled } from "./questions.ts";
export { same } from "./sameness.ts";
