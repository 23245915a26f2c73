/** What the core holds of sending: all that needs no browser. */

export { digestOf } from "./digest.ts";
export { copyAt, fits, LONGEST_ADDRESS, newFileAddress, offerAddress, type Copy } from "./forge_addresses.ts";
export { issueAddress } from "./issue.ts";
export { mailAddress } from "./mail.ts";
export { pathsOf, textsInZip, zipOf } from "./zip.ts";
export { forgeOf, sendingOf, type Forge, type KnownForge, type Sending } from "./sending.ts";
