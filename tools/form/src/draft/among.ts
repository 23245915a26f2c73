/** Which of several files make one dossier: a record, and the texts that stand in its folder. */

const RECORD = "submission.yml";
const README = "README.md";
/** What a system adds to a folder unasked. */
const HIDDEN = /(^|[/\\])(__MACOSX[/\\]|\.[^/\\]*$)/;

/** The files of one dossier by their path, and how many there are besides them. */
export interface Among {
  readonly record: string | undefined;
  readonly readme: string | undefined;
  readonly others: number;
}

/** The outermost record with the texts beside it; without a record, the outermost texts. */
export function dossierAmong(paths: readonly string[]): Among {
  const files = paths.filter((path) => !/[/\\]$/.test(path) && !HIDDEN.test(path));
  const record = outermost(files, RECORD);
  const beside = record === undefined ? files : files.filter((path) => folderOf(path) === folderOf(record));
  const readme = outermost(beside, README);
  const used = [record, readme].filter((path) => path !== undefined).length;
  return { record, readme, others: files.length - used };
}

function outermost(paths: readonly string[], name: string): string | undefined {
  const found = paths.filter((path) => stepsOf(path).at(-1) === name).sort();
  return found.sort((one, other) => stepsOf(one).length - stepsOf(other).length)[0];
}

function folderOf(path: string): string {
  return stepsOf(path).slice(0, -1).join("/");
}

function stepsOf(path: string): readonly string[] {
  return path.split(/[/\\]/);
}
