/** Around the form: where it cannot be shown, what was typed can still be taken along. */

import { Component, type ReactNode } from "react";
import { fileOf } from "../core/index.ts";
import type { Kit } from "../core/index.ts";
import { download } from "../draft/download.ts";
import type { Shelf } from "../draft/shelf.ts";
import { say } from "./texts.ts";

interface UnbrokenProps {
  readonly kit: Kit;
  readonly shelf: Shelf;
  readonly children: ReactNode;
}

interface State {
  readonly isBroken: boolean;
}

export class Unbroken extends Component<UnbrokenProps, State> {
  override readonly state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    const { kit, shelf, children } = this.props;
    if (!this.state.isBroken) return children;
    const save = (): void => {
      const { name, text } = fileOf(shelf.view().draft, say(kit, "draft.file-about"));
      download(name, text, "application/json");
    };
    const begin = (): void => void shelf.begin().then(() => this.setState({ isBroken: false }));
    return (
      <div className="notice trouble" role="alert">
        <p>{say(kit, "page.broken")}</p>
        <p className="actions">
          <button type="button" onClick={save}>
            {say(kit, "draft.save")}
          </button>{" "}
          <button type="button" className="second" onClick={begin}>
            {say(kit, "draft.begin")}
          </button>
        </p>
      </div>
    );
  }
}
