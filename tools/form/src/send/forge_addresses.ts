/**
 * The addresses of a forge's own pages, with what is to be filled in there. GitHub and Forgejo take
 * the name and the text of a new file, GitLab takes the name only: its editor passes over the text
 * (https://gitlab.com/gitlab-org/gitlab/-/work_items/594214).
 */

import type { Forge, KnownForge } from "./sending.ts";

/**
 * The longest address that every forge takes. GitHub answers 414 from 8,192 bytes on
 * (https://github.com/github/docs/issues/5136), and so does nginx in front of another.
 */
export const LONGEST_ADDRESS = 8000;

const NEW_FILE: Readonly<Record<Forge, string>> = { github: "new", gitlab: "-/new", forgejo: "_new" };

/** The forge's page for a new file, with the text in it where `text` is given and the forge can. */
export function newFileAddress(at: KnownForge, path: string, text?: string): string {
  const page = `${at.repository}/${NEW_FILE[at.forge]}/${escaped(at.branch)}`;
  if (at.forge === "gitlab") return `${page}?file_name=${escaped(path)}`;
  const value = text === undefined ? "" : `&value=${escaped(text)}`;
  return `${page}${at.forge === "forgejo" ? "/" : ""}?filename=${escaped(path)}${value}`;
}

/** Whether the forge takes a text along in an address, and takes one of this length. */
export function fits(at: KnownForge, address: string): boolean {
  return at.forge !== "gitlab" && address.length <= LONGEST_ADDRESS;
}

/** The page on which the branch of a copy is offered to the programme. */
export function offerAddress(to: KnownForge, from: Copy): string {
  const branch = escaped(from.branch);
  const isOwn = from.repository === to.repository;
  if (to.forge === "gitlab") {
    return `${from.repository}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${branch}`;
  }
  const [owner = "", name = ""] = pathOf(from.repository).slice(-2);
  const who = to.forge === "github" ? `${owner}:${name}` : `${owner}/${name}`;
  return `${to.repository}/compare/${escaped(to.branch)}...${isOwn ? "" : `${who}:`}${branch}`;
}

/** Somebody's own copy of the repository, and the branch that the files are on. */
export interface Copy {
  readonly repository: string;
  readonly branch: string;
}

/**
 * The copy that a page of the forge is about: the one that it leads to after a file was saved, or
 * one that shows the branch. Undefined where the address says nothing of it.
 */
export function copyAt(at: KnownForge, address: string): Copy | undefined {
  const url = parsed(address);
  const home = parsed(at.repository);
  if (!url || !home || url.host !== home.host) return undefined;
  const steps = pathOf(address).map(unescaped);
  return at.forge === "gitlab" ? onGitlab(url, steps, at) : onOthers(url, steps, at);
}

function onGitlab(url: URL, steps: readonly string[], at: KnownForge): Copy | undefined {
  const dash = steps.indexOf("-");
  if (dash < 2) return undefined;
  const repository = `${url.origin}/${steps.slice(0, dash).join("/")}`;
  const [page = "", ...rest] = steps.slice(dash + 1);
  return named(repository, url.searchParams.get("merge_request[source_branch]") ?? branchIn(page, rest, at));
}

/** A forge may stand below a path of its host; what is of the forge comes after it. */
function onOthers(url: URL, steps: readonly string[], at: KnownForge): Copy | undefined {
  const below = pathOf(at.repository).slice(0, -2).map(unescaped);
  if (below.some((step, index) => steps[index] !== step)) return undefined;
  const [owner = "", name = "", page = "", ...rest] = steps.slice(below.length);
  const root = [url.origin, ...below].join("/");
  const repository = `${root}/${owner}/${name}`;
  if (page === "compare") return compared(root, name, repository, rest.join("/"));
  if (page === "pull" && rest[0] === "new") return named(repository, rest.slice(1).join("/"));
  if (at.forge === "github") return named(repository, branchIn(page, rest, at));
  return page === "src" && rest[0] === "branch" ? named(repository, branchIn("tree", rest.slice(1), at)) : undefined;
}

/**
 * The branch at the start of the steps to a folder or a file: its own name may have a slash in it,
 * so it is all that stands before the folder of the dossiers. Without that folder the steps to a
 * folder are the branch, and of those to a file the first is.
 */
function branchIn(page: string, steps: readonly string[], { folder }: KnownForge): string | undefined {
  if (page !== "tree" && page !== "blob") return undefined;
  const wanted = folder.split("/");
  const isThere = (from: number): boolean =>
    steps.slice(from, from + wanted.length).every((step, index) => step === wanted[index]);
  const end = steps.findIndex((_, index) => index > 0 && isThere(index));
  if (end > 0) return steps.slice(0, end).join("/");
  return page === "tree" ? steps.join("/") : steps[0];
}

/** `main...owner:name:branch`, `main...owner/name:branch`, `main...owner:branch`, `main...branch`. */
function compared(root: string, name: string, repository: string, range: string): Copy | undefined {
  const parts = (range.split("...")[1] ?? "").split(":");
  const branch = parts.at(-1);
  const [owner = "", copy = name] = parts.length > 2 ? parts : (parts[0] ?? "").split("/");
  return named(parts.length > 1 ? `${root}/${owner}/${copy}` : repository, branch);
}

function named(repository: string, branch: string | undefined): Copy | undefined {
  return branch ? { repository, branch } : undefined;
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function pathOf(address: string): readonly string[] {
  return parsed(address)?.pathname.split("/").filter(Boolean) ?? [];
}

function unescaped(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** As a value in a query, and as short as that can be. */
export function escaped(text: string): string {
  const kept: Readonly<Record<string, string>> = { "%20": "+", "%3A": ":", "%2F": "/", "%2C": ",", "%40": "@" };
  return encodeURIComponent(text.toWellFormed()).replace(/%20|%3A|%2F|%2C|%40/g, (sign) => kept[sign] ?? sign);
}
