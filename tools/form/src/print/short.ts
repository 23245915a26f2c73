/** A name as a label says it: what somebody typed there may be as long as a chapter. */

const LONGEST = 80;

/** A name of at most 80 signs; where it is cut, it ends with “…”. */
export function shortened(name: string): string {
  const signs = [...name.slice(0, 2 * LONGEST + 2)];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("").trimEnd()}…` : name;
}
