/** The time that is left until a call closes, and that it has closed. */

import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import type { Kit } from "../core/index.ts";
import { say, sayCount } from "./texts.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time, as often as somebody who looks at the deadline wants to know it. */
export function useNow(kit: Kit): Date {
  const [now, setNow] = useState(() => new Date());
  const left = leftOf(kit, now);
  const pause = left !== undefined && left > 0 && left < HOUR ? SECOND : 30 * SECOND;
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), pause);
    return () => clearInterval(timer);
  }, [pause]);
  return now;
}

/** Whether nothing can be handed in any more. */
export function isClosed(kit: Kit, now: Date): boolean {
  const left = leftOf(kit, now);
  return left !== undefined && left <= 0;
}

/** Milliseconds; undefined where a call stays open. The last instant still counts as in time. */
function leftOf({ call }: Kit, now: Date): number | undefined {
  return call.closes ? Date.parse(call.closes.last_instant) + SECOND - now.getTime() : undefined;
}

export function Deadline({ kit, now }: { kit: Kit; now: Date }): ReactNode {
  const left = leftOf(kit, now);
  const { closes } = kit.call;
  if (left === undefined || !closes) return null;
  const moment = closes.text;
  if (left <= 0) return <p className="deadline closed">{say(kit, "page.closed-short")}</p>;
  return (
    <div className={left < DAY ? "deadline soon" : "deadline"}>
      <p>
        <strong>{timeLeft(left, kit)}</strong> <span className="note">{moment}</span>
      </p>
      <p role="status">{left < HOUR ? say(kit, "page.soon") : ""}</p>
    </div>
  );
}

function timeLeft(left: number, kit: Kit): string {
  if (left >= 2 * DAY) return sayCount(kit, "page.left-days", Math.floor(left / DAY));
  if (left >= 2 * HOUR) return sayCount(kit, "page.left-hours", Math.floor(left / HOUR));
  if (left >= MINUTE) return sayCount(kit, "page.left-minutes", Math.floor(left / MINUTE));
  return sayCount(kit, "page.left-seconds", Math.max(0, Math.floor(left / SECOND)));
}
