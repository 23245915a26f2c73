/** Sending as an issue on the forge, in its own form; a workflow makes the dossier of it. */

import type { ReactNode } from "react";
import { issueAddress, LONGEST_ADDRESS } from "../core/index.ts";
import { say } from "../ui/texts.ts";
import { CopyButton } from "./copy_button.tsx";
import type { WayProps } from "./send_panel.tsx";

interface IssueProps extends WayProps {
  readonly form: string;
}

export function IssueWay({ words: { kit }, files, id, form, onSent }: IssueProps): ReactNode {
  const title = say(kit, "send.issue-name", { id });
  const [record, readme] = ["submission.yml", "README.md"].map(
    (name) => Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1] ?? "",
  );
  const whole = issueAddress(form, title, record, readme);
  const isWhole = whole.length <= LONGEST_ADDRESS;
  return (
    <section className="way" aria-labelledby="send-issue">
      <h3 id="send-issue">{say(kit, "send.issue-title")}</h3>
      <p>{say(kit, "send.issue-lead")}</p>
      {!isWhole && (
        <>
          <p>{say(kit, "send.issue-too-long")}</p>
          <ul className="plain">
            {Object.entries(files).map(([path, text]) => (
              <li key={path}>
                {path.split("/").at(-1)} <CopyButton kit={kit} text={text} about={path} />
              </li>
            ))}
          </ul>
        </>
      )}
      <a
        className="button"
        href={isWhole ? whole : issueAddress(form, title)}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => onSent("issue")}
      >
        {say(kit, isWhole ? "send.issue-open" : "send.issue-open-empty")}
      </a>
    </section>
  );
}
