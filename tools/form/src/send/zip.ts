/** A zip of the files of a dossier, with the same bytes for the same files; and the files in one. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What stands in a zip as the time of every file: a day like any other, on every machine. */
const TIME = new Date(2000, 0, 1);

/** Far more than a file of a dossier takes. */
const LARGEST_FILE = 2_000_000;

/** The zip of files by their path. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const paths = Object.keys(files).sort();
  const entries = Object.fromEntries(paths.map((path) => [path, strToU8(files[path] ?? "")]));
  return new Uint8Array(zipSync(entries, { level: 9, mtime: TIME }));
}

/** The path of every file in a zip; raises where it is no zip. */
export function pathsOf(zip: Uint8Array): readonly string[] {
  const paths: string[] = [];
  unzipSync(zip, { filter: ({ name }) => paths.push(name) < 0 });
  return paths;
}

/** The texts of these files in a zip; undefined where one is too large to be of a dossier. */
export function textsInZip(zip: Uint8Array, paths: readonly string[]): Readonly<Record<string, string>> | undefined {
  let isTooLarge = false;
  const found = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      if (!paths.includes(name)) return false;
      isTooLarge ||= originalSize > LARGEST_FILE;
      return !isTooLarge;
    },
  });
  return isTooLarge ? undefined : Object.fromEntries(Object.entries(found).map(([path, raw]) => [path, strFromU8(raw)]));
}
