/** All that the page may use of the core; it imports this module and no other of this folder. */

export { daysLater, isDay } from "./calendar.ts";
export { wordsOf } from "./chapters.ts";
export { Decimal } from "./decimal.ts";
export * from "./dossier.ts";
export * from "../draft/index.ts";
export { dossierLines } from "./dossier_text.ts";
export * from "./files.ts";
export { judge } from "./judge.ts";
export * from "./kit.ts";
export * from "./paths.ts";
export { shortened } from "../print/short.ts";
export { tokensOf } from "../print/tokens.ts";
export * from "../send/index.ts";
export { slug } from "./python_text.ts";
export { dossierIn, ReadingError, recordIn, textsOf } from "./reading.ts";
export { recordLines } from "./record_text.ts";
export { type Schema, keptData, plainData, plainSchema, schemaAt } from "./schema.ts";
export { filledIn } from "./sentences.ts";
export { nearest, nearestCalled } from "./suggestion.ts";
export { amountMeant, dayMeant, readAmount, readDay, tidy } from "./typed.ts";
export { Day, Instant, OneOf, Share, readable, sentence, type Value, type Values } from "./values.ts";
export { written } from "./yaml_writer.ts";
