/** The form of one call: the questions, the verdict on the answers, and what to do with them. */

import type { ReactNode, RefObject } from "react";
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Dossier, Kit, Path, Schema, Shared } from "../core/index.ts";
import { same, withValue } from "../core/index.ts";
import { DraftPanel } from "../draft/draft_panel.tsx";
import type { Shelf } from "../draft/shelf.ts";
import { PrintPanel } from "../print/print_panel.tsx";
import { SendPanel } from "../send/send_panel.tsx";
import { Chapters } from "./chapters.tsx";
import { isClosed, useNow } from "./deadline.tsx";
import { wordingOf } from "./faults.tsx";
import type { Filling } from "./filling.tsx";
import { FillingContext, storeOf, useDossier, useFilling } from "./filling.tsx";
import { folderOf } from "./folder_name.tsx";
import { rendered } from "./form_schema.ts";
import { groupsOf } from "./groups.ts";
import { useFocusInSight } from "./in_sight.ts";
import { directory } from "./organisations.ts";
import { placed, placeOf, titleOf } from "./placement.ts";
import type { PieceOfForm } from "./progress_panel.tsx";
import { ProgressPanel } from "./progress_panel.tsx";
import type { Progress } from "./progress.ts";
import { isAskedNow, progressOf, together } from "./progress.ts";
import { Summary } from "./summary.tsx";
import { say } from "./texts.ts";
import { cleaned, Questions } from "./theme.tsx";
import type { Verdict } from "./verdict.ts";
import { useVerdict } from "./verdict.ts";

export interface AppProps {
  readonly kit: Kit;
  readonly schema: Schema;
  readonly shared: Shared;
  readonly shelf: Shelf;
}

export function App(props: AppProps): ReactNode {
  const { kit, shared, shelf } = props;
  const [said, announce] = useState("");
  const now = useNow(kit);
  const day = kit.call.closes?.day ?? now.toISOString().slice(0, 10);
  const filling = useMemo((): Filling => {
    const names = directory(shared, kit.programme, day);
    return { kit, names, store: storeOf(shelf), announce, ...changes(shelf) };
  }, [kit, shared, shelf, day]);
  return (
    <FillingContext value={filling}>
      <p className="unseen" role="status">
        {said}
      </p>
      <Form {...props} now={now} />
    </FillingContext>
  );
}

function Form({ kit, schema, shared, shelf, now }: AppProps & { readonly now: Date }): ReactNode {
  const { store } = useFilling();
  const dossier = useDossier();
  const closed = isClosed(kit, now);
  const verdict = useVerdict({ kit, schema, shared, dossier, isClosed: closed });
  const { shown, found, checks, check } = verdict;
  useLayoutEffect(() => store.tell({ faults: placed(shown, kit) }), [store, shown, kit]);
  useAnnounced(verdict);
  const { progress, groups } = useProgress(kit, dossier);
  const words = useMemo(() => ({ kit, shared }), [kit, shared]);
  const errors = found.filter(({ severity }) => severity === "error").length;
  const summary = useFocusOnCheck(verdict);
  const filling = useFocusInSight(".progress");
  return (
    <div className="filling" ref={filling} {...verdict.listeners}>
      <ProgressPanel groups={groups} whole={progress} shown={shown} now={now} onCheck={check} />
      <div className="asked">
        {closed && (
          <p className="notice closed" role="alert">
            {say(kit, "page.closed")}
          </p>
        )}
        <DraftPanel words={words} schema={schema} shelf={shelf} />
        {checks > 0 && <Summary found={found} open={progress.open} ref={summary} />}
        <Asked kit={kit} schema={schema} shelf={shelf} />
        <p className="check-all">
          <button type="button" onClick={check}>
            {say(kit, "page.check")}
          </button>
        </p>
        <PrintPanel words={words} shelf={shelf} />
        <SendPanel words={words} schema={schema} shelf={shelf} errors={errors} />
      </div>
    </div>
  );
}

/** All questions and texts; a verdict on them does not draw them again. */
const Asked = memo(function Asked({ kit, schema, shelf }: Omit<AppProps, "shared">): ReactNode {
  const { data } = useDossier();
  const questions = useMemo(() => rendered(kit, schema), [kit, schema]);
  const change = useCallback(
    (given: unknown) => shelf.change((before) => withData(before, cleaned(given))),
    [shelf],
  );
  return (
    <>
      <Questions rendered={questions} data={data} onChange={change} />
      <Chapters />
    </>
  );
});

interface Far {
  readonly progress: Progress;
  readonly groups: readonly PieceOfForm[];
}

/** How far the whole is, and each piece of it. */
function useProgress(kit: Kit, dossier: Dossier): Far {
  return useMemo(() => {
    const groups = groupsOf(kit, (section) => isAskedNow(section, kit, dossier));
    const pieces = groups.map((group) => ({ group, progress: progressOf(group, dossier) }));
    return { groups: pieces, progress: together(pieces.map((each) => each.progress)) };
  }, [kit, dossier]);
}

/** Whoever has everything checked goes to what was found. */
function useFocusOnCheck({ checks }: Verdict): RefObject<HTMLElement | null> {
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (checks === 0) return;
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: "start" });
  }, [checks]);
  return summary;
}

/** What is found while somebody types is read aloud where it is new; a summary speaks for itself. */
function useAnnounced({ shown, checks }: Verdict): void {
  const { kit, names, store, announce } = useFilling();
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = shown.filter((each) => !known.current.has(`${each.code} ${each.message}`));
    known.current = new Set(shown.map((each) => `${each.code} ${each.message}`));
    const [first] = fresh;
    if (!first || checks > 0) return;
    const title = titleOf(placeOf(first, kit), kit, store.state().dossier, names);
    announce(`${title}${say(kit, "page.between")}${wordingOf(first, kit).message}`);
  }, [shown, checks, kit, names, store, announce]);
}

function changes(shelf: Shelf): Pick<Filling, "answer" | "rename" | "write"> {
  return {
    answer: (path: Path, value: unknown) =>
      shelf.change((before) => ({ ...before, data: withValue(before.data, path, value) as Dossier["data"] })),
    rename: (id: string) => shelf.change((before) => ({ ...before, id })),
    write: (key: string, text: string) =>
      shelf.change((before) => {
        const { [key]: _before, ...others } = before.texts;
        return { ...before, texts: text ? { ...others, [key]: text } : others };
      }),
  };
}

/** The dossier with these answers; its folder follows the title until it got a name of its own. */
function withData(before: Dossier, data: Dossier["data"]): Dossier {
  if (same(before.data, data)) return before;
  const follows = before.id === folderOf(before.data["title"]);
  return { ...before, data, id: follows ? folderOf(data["title"]) : before.id };
}
