/**
 * Names in a dossier that lead nowhere (GZG301 to GZG303), and answers to the jury's recommendations
 * (GZG323, GZG324), as far as the kit knows what there is.
 */

import type { Breach } from "./breach.ts";
import type { Kit } from "./kit.ts";
import { read, type Path } from "./paths.ts";
import type { Register } from "./register.ts";
import { nearest, nearestCalled } from "./suggestion.ts";

type Data = Readonly<Record<string, unknown>>;

const ORGANISATION = "organisation";
const MOST_SUGGESTIONS = 20;
const LONGEST_CHOICE = 12;

/** Where a record names something, in the order of its fields, and what kind of thing. */
const REFERENCES: readonly (readonly [string, string])[] = [
  ["focus", "focus"],
  ["domains[]", "domain"],
  ["parties[]", "role"],
  ["budget[].organisation", ORGANISATION],
  ["blueprints[].kinds[]", "blueprint-kind"],
  ["agreement.kept_by", ORGANISATION],
  ["agreement.decisions[].organisation", ORGANISATION],
];

/** Every name that leads nowhere. */
export function* unresolved(data: Data, kit: Kit, register: Register): Generator<Breach> {
  let number = 0;
  for (const [path, kind, id] of references(data)) {
    const isKnown =
      kind === ORGANISATION
        ? register.at(id) !== undefined
        : (kit.programme.lists[kind]?.ids.includes(id) ?? true);
    if (isKnown) continue;
    const mayHelp = number < MOST_SUGGESTIONS;
    number += 1;
    yield kind === ORGANISATION
      ? unknownOrganisation(path, id, register, mayHelp)
      : unknownWord(path, id, kind, kit, mayHelp);
  }
}

function* references(data: Data): Generator<readonly [Path, string, string]> {
  for (const [pattern, kind] of REFERENCES) {
    for (const [path, value] of read(data, pattern)) {
      if (kind !== "role") yield [path, kind, String(value)];
      else {
        for (const [name, each] of [["organisation", ORGANISATION], ["role", "role"]] as const) {
          for (const [inner, id] of read(value, name)) yield [[...path, ...inner], each, String(id)];
        }
      }
    }
  }
}

function unknownWord(path: Path, word: string, kind: string, kit: Kit, mayHelp: boolean): Breach {
  const list = kit.programme.lists[kind];
  const known = list?.ids ?? [];
  const suggestion = mayHelp ? nearestCalled(word, known, kit.programme.names[kind] ?? {}) : undefined;
  return {
    code: "GZG301",
    path,
    values: {
      word,
      list: list?.title ?? "",
      field: list?.field ?? "",
      suggestion: suggestion ?? null,
      known: known.length <= LONGEST_CHOICE ? known : null,
    },
  };
}

function unknownOrganisation(path: Path, id: string, register: Register, mayHelp: boolean): Breach {
  const values = register.history(id);
  if (values) return { code: "GZG303", path, values };
  const suggestion =
    register.ofCode(id) ?? (mayHelp ? nearestCalled(id, register.ids, {}) : undefined) ?? null;
  return { code: "GZG302", path, values: { id, suggestion } };
}

/** Recommendations without an answer, and answers to nothing; of a dossier that the kit knows. */
export function* recommendations(data: Data, kit: Kit): Generator<Breach> {
  const earlier = kit.earlier.find(({ id }) => id === data["resubmission_of"]);
  if (!earlier) return;
  const known = earlier.recommendations.map(({ id }) => id);
  const answers = [...read(data, "answers[].recommendation")];
  const given = { earlier: earlier.id, file: earlier.advice };
  for (const recommendation of known) {
    if (!answers.some(([, id]) => id === recommendation)) {
      yield { code: "GZG323", path: ["answers"], values: { recommendation, ...given } };
    }
  }
  for (const [path, id] of answers) {
    const recommendation = String(id);
    if (!known.includes(recommendation)) {
      const suggestion = nearest(recommendation, known) ?? null;
      yield { code: "GZG324", path, values: { recommendation, ...given, suggestion } };
    }
  }
}
