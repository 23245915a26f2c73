/** How far the dossier is, what is missing and how long there is: always in view. */

import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import type { Diagnostic } from "../core/index.ts";
import { Deadline } from "./deadline.tsx";
import { useDossier, useFilling } from "./filling.tsx";
import type { Group } from "./groups.ts";
import { isAbout } from "./groups.ts";
import { isUnanswered, placeOf } from "./placement.ts";
import { goTo, nearestId } from "./places.ts";
import type { Progress } from "./progress.ts";
import { say, sayCount } from "./texts.ts";

/** From here on there is room for it beside the form. */
const WIDE = "(min-width: 60rem)";

export interface PieceOfForm {
  readonly group: Group;
  readonly progress: Progress;
}

interface PanelProps {
  readonly groups: readonly PieceOfForm[];
  readonly whole: Progress;
  readonly shown: readonly Diagnostic[];
  readonly now: Date;
  readonly onCheck: () => void;
}

export function ProgressPanel({ groups, whole, shown, now, onCheck }: PanelProps): ReactNode {
  const { kit } = useFilling();
  const dossier = useDossier();
  const { total, open } = whole;
  const isWrong = (each: Diagnostic): boolean =>
    each.severity === "error" && !isUnanswered(placeOf(each, kit), dossier);
  const wrong = shown.filter(isWrong);
  const faults = wrong.length;
  const count = total - open.length;
  const [isUnfolded, setUnfolded] = useUnfolded();
  return (
    <aside className="progress" aria-label={say(kit, "page.progress")}>
      <Deadline kit={kit} now={now} />
      <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary>
          <span className="far">{say(kit, "page.filled", { count, total })}</span>
          <progress max={total} value={count} aria-hidden="true" />
          {faults > 0 && <span className="badge error">{sayCount(kit, "page.faults", faults)}</span>}
        </summary>
        <Pieces pieces={groups.filter(({ group }) => group.sections.length > 0)} wrong={wrong} />
        <p className="over">{say(kit, "page.texts")}</p>
        <Pieces pieces={groups.filter(({ group }) => group.chapters.length > 0)} wrong={wrong} />
      </details>
      <button type="button" onClick={onCheck}>
        {say(kit, "page.check")}
      </button>
    </aside>
  );
}

function Pieces({ pieces, wrong }: { pieces: readonly PieceOfForm[]; wrong: readonly Diagnostic[] }): ReactNode {
  return (
    <ol>
      {pieces.map(({ group, progress }) => (
        <Piece key={group.id} group={group} progress={progress} wrong={wrong} />
      ))}
    </ol>
  );
}

function useUnfolded(): [boolean, (isUnfolded: boolean) => void] {
  const [isUnfolded, setUnfolded] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const follow = (): void => setUnfolded(wide.matches);
    wide.addEventListener("change", follow);
    return () => wide.removeEventListener("change", follow);
  }, []);
  return [isUnfolded, setUnfolded];
}

interface PieceProps extends PieceOfForm {
  readonly wrong: readonly Diagnostic[];
}

function Piece({ group, progress, wrong }: PieceProps): ReactNode {
  const { kit } = useFilling();
  const faults = wrong.filter((each) => isAbout(group, each)).length;
  const open = progress.open.length;
  const [first] = progress.open;
  const target = (): string => (first && faults === 0 && open < progress.total ? nearestId(first.path, kit) : group.id);
  const look = faults > 0 ? "wrong" : progress.total === 0 ? "free" : open === 0 ? "done" : "open";
  return (
    <li className={look}>
      <a
        href={`#${group.id}`}
        onClick={(event) => {
          event.preventDefault();
          goTo(target());
        }}
      >
        {group.title}
      </a>{" "}
      <span className="note">{stateOf(faults, open, progress.total)}</span>
    </li>
  );

  function stateOf(wrong: number, left: number, total: number): string {
    if (wrong > 0) return sayCount(kit, "page.faults", wrong);
    if (left > 0) return say(kit, "page.open-short", { count: left });
    return total > 0 ? say(kit, "page.done") : say(kit, "field.optional");
  }
}
