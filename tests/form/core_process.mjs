// Answers questions to the published core.js: one JSON value a line in, one a line out. The first
// argument is the file of the core. Amounts travel as {"amount": text}, whole numbers that JSON
// would change as {"whole": text}, mappings as {"mapping": [[key, value], …]} where order counts.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const core = await import(pathToFileURL(process.argv[2]).href);
const kits = new Map();

const ANSWERS = {
  call: ({ name, values }) => core[name](...values),
  pathsOf: ({ zip }) => core.pathsOf(Buffer.from(zip, "base64")),
  textsInZip: ({ zip, paths }) => core.textsInZip(Buffer.from(zip, "base64"), paths),
  merge: ({ mine, theirs, base, sides }) => {
    const { differences, merged } = core.compared(mine, theirs, base ?? undefined);
    return { differences, dossier: merged(({ id, suggested }) => sides[id] ?? sides.all ?? suggested ?? "mine") };
  },
  kit: ({ name, kit, schema, shared }) => void kits.set(name, { kit, schema, shared }),
  written: ({ data, comments, ending }) =>
    core.written(decoded(data), new Map(comments.map(([path, lines]) => [core.keyOf(path), lines])), ending),
  files: ({ name, dossier }) => {
    const { kit, schema } = kits.get(name);
    return core.files(dossier, kit, schema);
  },
  readable: ({ name, value: [kind, value] }) => core.readable(VALUES[kind](value), kits.get(name).kit.formats),
  judge: ({ name, dossier, now }) => {
    const { kit, schema, shared } = kits.get(name);
    return core.judge(dossier, kit, schema, shared, new Date(now));
  },
};

const VALUES = {
  plain: (value) => value,
  amount: (value) => core.Decimal.of(value),
  share: (value) => new core.Share(value),
  day: (value) => new core.Day(value),
  instant: ([day, clock]) => new core.Instant(day, clock),
  oneOf: (values) => new core.OneOf(values),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...values } = JSON.parse(line);
  let answer;
  try {
    answer = { answer: ANSWERS[ask](values) ?? null };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function decoded(value) {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== "object" || value === null) return value;
  if ("amount" in value) return core.Decimal.of(value.amount);
  if ("whole" in value) return BigInt(value.whole);
  return Object.fromEntries(value.mapping.map(([key, each]) => [key, decoded(each)]));
}
