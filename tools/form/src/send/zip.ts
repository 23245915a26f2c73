/** A zip of the files of a dossier, with the same bytes for the same files; and the files in one. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What stands in a zip as the time of every file: a day like any other, on every machine. */
const TIME = new Date(2000, 0, 1);

/** Far more than a file of a dossier takes. */
const LARGEST_FILE = 2_000_000;

/** How many files are looked at: a small zip can hold more of them than a browser has room for. */
const MOST_FILES = 20;

/** The zip of files by their path. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const paths = Object.keys(files).sort();
  const entries = Object.fromEntries(paths.map((path) => [path, strToU8(files[path] ?? "")]));
  return new Uint8Array(zipSync(entries, { level: 9, mtime: TIME }));
}

/** The text of each file with one of these names, by its path; raises where it is no zip. */
export function textsIn(zip: Uint8Array, names: readonly string[]): Readonly<Record<string, string>> {
  const isWanted = (path: string): boolean => names.includes(path.split(/[/\\]/).at(-1) ?? "");
  let room = MOST_FILES;
  const found = unzipSync(zip, {
    filter: ({ name, originalSize }) => isWanted(name) && originalSize <= LARGEST_FILE && room-- > 0,
  });
  return Object.fromEntries(Object.entries(found).map(([path, raw]) => [path, strFromU8(raw)]));
}
