/** A text of a dossier as it will read: Markdown without HTML, with nothing fetched from elsewhere. */

import { createElement, Fragment, type ReactNode } from "react";
import { tokensOf } from "../core/index.ts";

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/** What may stand on the page as it is; a heading of the text stands below those of the dossier. */
const TAGS = new Set(
  "p ul li blockquote table thead tbody tr th td strong em s".split(" "),
);

export function Prose({ text }: { readonly text: string }): ReactNode {
  const tokens = tokensOf(text);
  return tokens ? <div className="prose">{nodes([...tokens])}</div> : <pre>{text}</pre>;
}

/** The elements of tokens up to the end that belongs to the first of them; takes what it uses. */
function nodes(tokens: Token[]): readonly ReactNode[] {
  const found: ReactNode[] = [];
  for (let token = tokens.shift(); token; token = tokens.shift()) {
    if (token.nesting < 0) return found;
    const inner = token.nesting > 0 ? nodes(tokens) : undefined;
    found.push(<Fragment key={found.length}>{inner ? container(token, inner) : single(token)}</Fragment>);
  }
  return found;
}

function container(token: Token, inner: readonly ReactNode[]): ReactNode {
  if (token.hidden) return inner;
  if (token.type === "heading_open") return <h5>{inner}</h5>;
  if (token.type === "link_open") {
    return (
      <a href={String(token.attrGet("href") ?? "")} target="_blank" rel="external noopener noreferrer">
        {inner}
      </a>
    );
  }
  if (token.tag === "ol") return <ol start={Number(token.attrGet("start") ?? 1)}>{inner}</ol>;
  return TAGS.has(token.tag) ? createElement(token.tag, null, ...inner) : inner;
}

function single(token: Token): ReactNode {
  switch (token.type) {
    case "inline":
      return nodes([...(token.children ?? [])]);
    case "softbreak":
      return "\n";
    case "hardbreak":
      return <br />;
    case "hr":
      return <hr />;
    case "fence":
    case "code_block":
      return <pre>{token.content}</pre>;
    case "code_inline":
      return <code>{token.content}</code>;
    // An image of another host is not fetched here: what it shows stands in its place.
    case "image":
      return <span className="absent">{token.content}</span>;
    default:
      return token.content;
  }
}
