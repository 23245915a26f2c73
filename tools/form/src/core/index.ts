/** All that the page may use of the core; it imports this module and no other of this folder. */

export * from "./dossier.ts";
export * from "./kit.ts";
export * from "./paths.ts";
