/** What only the clock tells of a dossier: too early, too late, signed in the future. */

import type { Breach } from "./breach.ts";
import { instantIn } from "./calendar.ts";
import type { Kit } from "./kit.ts";
import { valueAt } from "./paths.ts";
import { Day } from "./values.ts";

const SECOND = 1000;

/** What is wrong with handing the dossier in at this moment. */
export function* onTime(data: unknown, kit: Kit, now: Date): Generator<Breach> {
  const { opens, closes, zone, id } = kit.call;
  const received = instantIn(now, zone);
  const isAtOdds = opens && closes && closes.day < opens.day;
  if (opens && !isAtOdds && now < new Date(opens.first_instant)) {
    const values = { received, opens: instantIn(new Date(opens.first_instant), zone), call: id };
    yield { code: "GZG411", path: ["call"], values };
  }
  // The whole of the last second is still in time: 23:59:59.4 too.
  const second = Math.trunc(now.getTime() / SECOND) * SECOND;
  if (closes && !isAtOdds && second > new Date(closes.last_instant).getTime()) {
    const values = { received, closes: instantIn(new Date(closes.last_instant), zone), call: id };
    yield { code: "GZG412", path: ["call"], values };
  }
  const signed = valueAt(data, ["agreement", "date"]);
  if (typeof signed === "string" && signed > received.day) {
    const values = { signed: new Day(signed), received: new Day(received.day) };
    yield { code: "GZG413", path: ["agreement", "date"], values };
  }
}
