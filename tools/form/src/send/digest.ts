/**
 * The digest of a dossier, as in `gzg/repository/digest.py`: the SHA-256 of what `sha256sum` prints
 * for its files. Whoever gets a receipt can compare it with what was sent.
 */

/** The digest of files by their path in the dossier's folder; empty where the browser has no means. */
export async function digestOf(files: Readonly<Record<string, string>>): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return "";
  const lines: string[] = [];
  for (const path of Object.keys(files).sort(byCodePoint)) {
    lines.push(`${await sha256(subtle, files[path] ?? "")}  ${path}\n`);
  }
  return sha256(subtle, lines.join(""));
}

async function sha256(subtle: SubtleCrypto, text: string): Promise<string> {
  const bytes = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
