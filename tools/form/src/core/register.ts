/** Organisations by their id, as they were on the day that counts: the twin of `gzg`'s register. */

import type { Organisation } from "./kit.ts";
import type { Value, Values } from "./values.ts";
import { Day, OneOf } from "./values.ts";

const MADE = new WeakMap<readonly Organisation[], Register>();

/** The register of these organisations on a day, made once for judging many times. */
export function registerOf(
  organisations: readonly Organisation[],
  day: string | undefined,
): Register {
  const made = MADE.get(organisations);
  if (made && made.day === day) return made;
  const found = new Register(organisations, day);
  MADE.set(organisations, found);
  return found;
}

export class Register {
  private readonly byId = new Map<string, Organisation[]>();
  private readonly byNis = new Map<string, Organisation>();
  private readonly made = new Map<string, Organisation[]>();

  /** `day` is the call's closing day; without one, every municipality counts. */
  constructor(
    organisations: readonly Organisation[],
    readonly day: string | undefined,
  ) {
    for (const each of organisations) {
      add(this.byId, each.id, each);
      if (each.nis) this.byNis.set(each.nis, each);
      if (each.successor) add(this.made, each.successor, each);
    }
    for (const each of this.byId.values()) {
      each.sort((one, other) => ((one.valid_from ?? "") < (other.valid_from ?? "") ? -1 : 1));
    }
  }

  get ids(): Iterable<string> {
    return this.byId.keys();
  }

  /** The organisation of that id on that day; undefined where there was none. */
  at(id: string): Organisation | undefined {
    const found = this.byId.get(id) ?? [];
    const other = found.find(({ nis }) => nis === undefined);
    if (other) return other;
    return this.day === undefined ? found.at(-1) : found.find((each) => this.existed(each));
  }

  kindOf(id: string): string | undefined {
    return this.at(id)?.kind;
  }

  /** The id of the municipality with this NIS code. */
  ofCode(nis: string): string | undefined {
    return this.byNis.get(nis)?.id;
  }

  /** What became of a municipality that is not there on the day; undefined for an unknown id. */
  history(id: string): Values | undefined {
    const found = this.byId.get(id);
    const gone = found?.at(-1);
    if (!found || !gone || this.day === undefined) return undefined;
    const day = this.day;
    const later = found.find(({ valid_from }) => valid_from !== undefined && valid_from > day);
    if (later) {
      const before = [...new Set(this.predecessors(later).map((each) => each.id))].sort();
      const since = dayValue(later.valid_from);
      return { name: later.name, day: new Day(day), before: new OneOf(before), since };
    }
    const after = this.successor(gone)?.id ?? null;
    return { name: gone.name, day: new Day(day), after, until: dayValue(gone.valid_to) };
  }

  private existed(one: Organisation): boolean {
    const day = this.day ?? "";
    return (one.valid_from ?? "") <= day && day <= (one.valid_to ?? "9999-12-31");
  }

  private successor(gone: Organisation): Organisation | undefined {
    let one: Organisation | undefined = gone;
    for (let merged = 0; merged < this.byNis.size; merged += 1) {
      one = one?.successor ? this.byNis.get(one.successor) : undefined;
      if (!one || this.existed(one)) return one;
    }
    return undefined;
  }

  private predecessors(later: Organisation): readonly Organisation[] {
    const [found, waiting, seen] = [[] as Organisation[], [later.nis], new Set([later.nis])];
    while (waiting.length) {
      for (const each of this.made.get(waiting.pop() ?? "") ?? []) {
        if (this.existed(each)) found.push(each);
        else if (!seen.has(each.nis)) waiting.push(each.nis);
        seen.add(each.nis);
      }
    }
    return found;
  }
}

function dayValue(day: string | undefined): Value {
  return day === undefined ? null : new Day(day);
}

function add<K>(table: Map<K, Organisation[]>, key: K, one: Organisation): void {
  const found = table.get(key);
  if (found) found.push(one);
  else table.set(key, [one]);
}
