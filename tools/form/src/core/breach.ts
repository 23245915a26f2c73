/** A fault that a judge finds: which rule, at which field, and the values of its sentences. */

import type { Path } from "./paths.ts";
import type { Values } from "./values.ts";

export interface Breach {
  readonly code: string;
  readonly path: Path;
  readonly values: Values;
}
