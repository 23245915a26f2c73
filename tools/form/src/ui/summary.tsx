/** All that is wrong, absent or worth a look, with a link to each place; it takes the focus. */

import type { ReactNode, Ref } from "react";
import type { Diagnostic, Path } from "../core/index.ts";
import { wordingOf } from "./faults.tsx";
import { useDossier, useFilling } from "./filling.tsx";
import { goTo, idOf, nearestId } from "./places.ts";
import { isAsked, isUnanswered, placeOf, titleOf } from "./placement.ts";
import type { Open } from "./progress.ts";
import { say, sayCount } from "./texts.ts";

interface SummaryProps {
  readonly found: readonly Diagnostic[];
  readonly open: readonly Open[];
  readonly ref: Ref<HTMLElement>;
}

export function Summary({ found, open, ref }: SummaryProps): ReactNode {
  const { kit } = useFilling();
  const dossier = useDossier();
  const answered = found.filter((each) => !isUnanswered(placeOf(each, kit), dossier));
  const errors = answered.filter(({ severity }) => severity === "error");
  const others = answered.filter(({ severity }) => severity !== "error");
  const isGood = errors.length === 0 && open.length === 0;
  return (
    <section className={isGood ? "summary good" : "summary"} aria-labelledby="found-title" tabIndex={-1} ref={ref}>
      <h2 id="found-title">{say(kit, isGood ? "page.summary-good" : "page.summary")}</h2>
      {isGood && <p>{say(kit, "page.summary-good-text")}</p>}
      <Findings title={sayCount(kit, "page.faults", errors.length)} found={errors} />
      {open.length > 0 && (
        <>
          <h3>{sayCount(kit, "page.open", open.length)}</h3>
          <ul className="names">
            {open.map((each) => (
              <li key={idOf(each.path, kit)}>
                <PlaceLink path={each.path}>{each.title}</PlaceLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Findings title={say(kit, "page.summary-notes")} found={others} />
    </section>
  );
}

function Findings({ title, found }: { title: string; found: readonly Diagnostic[] }): ReactNode {
  const { kit, names } = useFilling();
  const dossier = useDossier();
  if (found.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {found.map((each) => {
          const place = placeOf(each, kit);
          return (
            <li key={`${each.code} ${JSON.stringify(each.path)} ${each.message}`}>
              <PlaceLink path={place}>{titleOf(place, kit, dossier, names)}</PlaceLink>{" "}
              {wordingOf(each, kit).message} <span className="note">{each.code}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function PlaceLink({ path, children }: { path: Path; children: ReactNode }): ReactNode {
  const { kit } = useFilling();
  if (!isAsked(path, kit)) return <strong>{children}</strong>;
  return (
    <a
      href={`#${idOf(path, kit)}`}
      onClick={(event) => {
        event.preventDefault();
        goTo(nearestId(path, kit));
      }}
    >
      {children}
    </a>
  );
}
