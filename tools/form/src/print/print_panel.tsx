/** Shows the dossier as it will be read, and prints it: what is on paper is the dossier alone. */

import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Shelf } from "../draft/shelf.ts";
import { useView } from "../draft/use_shelf.ts";
import { say } from "../ui/texts.ts";
import { DossierView } from "./dossier_view.tsx";
import type { Words } from "./shown.ts";

interface PrintProps {
  readonly words: Words;
  readonly shelf: Shelf;
}

export function PrintPanel({ words, shelf }: PrintProps): ReactNode {
  const { kit } = words;
  const { draft } = useView(shelf);
  const [isShown, setShown] = useState(false);
  const isOnPaper = useOnPaper();
  return (
    <section className="printed">
      <p className="actions">
        <button type="button" className="second" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {say(kit, isShown ? "print.hide" : "print.show")}
        </button>{" "}
        <button type="button" className="second" onClick={() => window.print()}>
          {say(kit, "print.print")}
        </button>
      </p>
      {(isShown || isOnPaper) && <DossierView words={words} draft={draft} />}
    </section>
  );
}

/** Whether the page is being put on paper, by whatever way somebody asked for it. */
function useOnPaper(): boolean {
  const [isOnPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setOnPaper(true));
    const end = (): void => setOnPaper(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isOnPaper;
}
