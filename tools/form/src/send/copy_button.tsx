/** Puts a text on the clipboard, and says that it did. Where the browser refuses, it says that too. */

import { type ReactNode, useState } from "react";
import type { Kit } from "../core/index.ts";
import { say } from "../ui/texts.ts";

interface CopyProps {
  readonly kit: Kit;
  readonly text: string;
  /** What is copied, in a few words. */
  readonly about: string;
  readonly onCopied?: () => void;
}

export function CopyButton({ kit, text, about, onCopied }: CopyProps): ReactNode {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const isCopied = await copied(text);
    setSaid(say(kit, isCopied ? "send.copied" : "send.not-copied"));
    if (isCopied) onCopied?.();
  };
  return (
    <>
      <button
        type="button"
        className="second"
        aria-label={say(kit, "send.copy-what", { what: about })}
        onClick={() => void copy()}
      >
        {say(kit, "send.copy")}
      </button>{" "}
      <span role="status" className="note">
        {said}
      </span>
    </>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure connection there is no clipboard, or the browser's settings refuse it.
    return false;
  }
}
