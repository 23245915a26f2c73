/**
 * Organisations found by what people call them: a part of the name, an old spelling, a slip of the
 * keyboard. A municipality that has gone is offered too, with what became of it said elsewhere: the
 * rules tell whether it may stand in this dossier.
 */

import type { Organisation, Programme, Shared } from "../core/index.ts";
import { nearest, slug } from "../core/index.ts";

/** How many are offered at once. */
export const MOST = 8;
const NEAR = 0.72;

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface Directory {
  /** Those that the typed letters can mean, the likeliest first. */
  readonly find: (typed: string) => readonly Candidate[];
  /** Those whose name resembles what was typed; for when nothing is found. */
  readonly near: (typed: string) => readonly Candidate[];
  /** The one organisation whose name or id this is. */
  readonly exactly: (typed: string) => Candidate | undefined;
  readonly byId: (id: string) => Candidate | undefined;
}

interface Entry extends Candidate {
  readonly slugs: readonly string[];
}

export function directory(shared: Shared, programme: Programme, day: string): Directory {
  const kinds = new Map(programme.organisation_kinds.map((each) => [each.id, each.title]));
  const present = shared.organisations.filter((each) => isThere(each, day));
  const entries = present.map((each): Entry => ({
    id: each.id,
    name: each.name,
    kind: kinds.get(each.kind ?? "") ?? "",
    slugs: [each.id, ...[each.name, each.short_name ?? ""].filter(Boolean).map(slug)],
  }));
  const known = new Map(shared.organisations.map((each) => [each.id, each]));
  const byId = new Map(entries.map((each) => [each.id, each]));
  return {
    find: (typed) => found(entries, slug(typed)),
    near: (typed) => resembling(entries, slug(typed)),
    exactly: (typed) => only(entries.filter((each) => each.slugs.includes(slug(typed)))),
    byId: (id) => byId.get(id) ?? gone(known.get(id), kinds),
  };
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function gone(
  organisation: Organisation | undefined,
  kinds: ReadonlyMap<string, string>,
): Candidate | undefined {
  if (!organisation) return undefined;
  return { id: organisation.id, name: organisation.name, kind: kinds.get(organisation.kind ?? "") ?? "" };
}

function isThere(organisation: Organisation, day: string): boolean {
  const { valid_from: from, valid_to: to } = organisation;
  return (!from || from <= day) && (!to || to >= day);
}

function found(entries: readonly Entry[], word: string): readonly Candidate[] {
  if (!word) return [];
  const ranked = entries
    .map((each) => ({ each, rank: Math.min(...each.slugs.map((name) => rankOf(name, word))) }))
    .filter(({ rank }) => rank < Infinity);
  ranked.sort((one, other) => one.rank - other.rank || compare(one.each.name, other.each.name));
  return ranked.slice(0, MOST).map(({ each }) => each);
}

/** 0 is the name itself, 1 begins with it, 2 has a word that begins with it. */
function rankOf(name: string, word: string): number {
  if (name === word) return 0;
  if (name.startsWith(word)) return 1;
  return `-${name}`.includes(`-${word}`) ? 2 : Infinity;
}

/** Up to so many guesses at a misspelt name. */
const GUESSES = 3;

function resembling(entries: readonly Entry[], word: string): readonly Candidate[] {
  const owners = new Map(entries.flatMap((each) => each.slugs.map((name) => [name, each] as const)));
  const guesses = new Set<Candidate>();
  while (word && guesses.size < GUESSES) {
    const name = nearest(word, owners.keys(), NEAR);
    const owner = name === undefined ? undefined : owners.get(name);
    if (name === undefined || !owner) break;
    guesses.add(owner);
    owners.delete(name);
  }
  return [...guesses];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
