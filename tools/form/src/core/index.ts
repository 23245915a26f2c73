/** All that the page may use of the core; it imports this module and no other of this folder. */

export { Decimal } from "./decimal.ts";
export * from "./dossier.ts";
export * from "../draft/index.ts";
export { dossierLines } from "./dossier_text.ts";
export * from "./files.ts";
export * from "./kit.ts";
export * from "./paths.ts";
export { type Schema, keptData, plainData, plainSchema, schemaAt } from "./schema.ts";
export { filledIn } from "./sentences.ts";
export { recordLines } from "./record_text.ts";
export { written } from "./yaml_writer.ts";
