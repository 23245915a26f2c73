/** What the rules say of one place, in the words of their cards, with a link to the rule. */

import type { ReactNode } from "react";
import type { Diagnostic, Kit } from "../core/index.ts";
import { useFilling } from "./filling.tsx";
import { say } from "./texts.ts";

export function Faults({ id, faults }: { id: string; faults: readonly Diagnostic[] }): ReactNode {
  if (faults.length === 0) return null;
  return (
    <ul className="faults" id={id}>
      {faults.map((each) => (
        <li key={`${each.code} ${each.message}`} className={each.severity}>
          <Fault diagnostic={each} />
        </li>
      ))}
    </ul>
  );
}

/** Rules on how a day or an amount is written in a file, which is not how a person types it. */
const TYPED_OTHERWISE = ["GZG104", "GZG105"];
const MISSING = "GZG101";

/** A finding in words, for who types answers and sees no file: as `gzg new` says it. */
export function wordingOf({ code, message, remedy, values }: Diagnostic, kit: Kit): { message: string; remedy: string } {
  const card = kit.cards[code];
  if (code === MISSING && card) return { message: card.title, remedy: "" };
  if (TYPED_OTHERWISE.includes(code) && !values["suggestion"]) {
    return { message, remedy: say(kit, `wizard.type.${code}`) };
  }
  return { message, remedy };
}

function Fault({ diagnostic }: { diagnostic: Diagnostic }): ReactNode {
  const { kit } = useFilling();
  const { code, severity } = diagnostic;
  const { message, remedy } = wordingOf(diagnostic, kit);
  return (
    <>
      <strong className="severity">{say(kit, `page.severity-${severity}`)}</strong> {message}{" "}
      {remedy} <RuleLink code={code} />
    </>
  );
}

function RuleLink({ code }: { code: string }): ReactNode {
  const { kit } = useFilling();
  const card = kit.cards[code];
  if (!card) return <code>{code}</code>;
  return (
    <a href={card.href} target="_blank" rel="noopener" className="rule">
      {code}
      <span className="unseen"> ({say(kit, "page.new-tab")})</span>
    </a>
  );
}
