/** The shelf of drafts for a component: it is shown anew when something changes. */

import { useSyncExternalStore } from "react";
import type { Shelf, View } from "./shelf.ts";

export function useView(shelf: Shelf): View {
  return useSyncExternalStore(shelf.subscribe, shelf.view);
}
