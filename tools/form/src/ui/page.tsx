/** The page: finds its place, fetches what belongs to it, and shows the form. */

import { createRoot } from "react-dom/client";
import type { Kit, Schema, Shared } from "../core/index.ts";
import { openShelf, siteOf } from "../draft/shelf.ts";
import { App } from "./app.tsx";
import { Unbroken } from "./unbroken.tsx";

async function fetched<T>(address: string, from: string): Promise<T> {
  const response = await fetch(new URL(address, from));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return (await response.json()) as T;
}

async function mount(place: HTMLElement): Promise<void> {
  const address = new URL(place.dataset["kit"] ?? "form.json", document.baseURI).href;
  const kit = await fetched<Kit>(address, address);
  const [schema, shared] = await Promise.all([
    fetched<Schema>(kit.schema, address),
    fetched<Shared>(kit.shared, address),
  ]);
  const shelf = await openShelf(kit, schema, siteOf(kit, address));
  createRoot(place).render(
    <Unbroken kit={kit} shelf={shelf}>
      <App kit={kit} schema={schema} shared={shared} shelf={shelf} />
    </Unbroken>,
  );
}

const place = document.getElementById("form");
// What stands there says what to do where the form cannot come; the fault itself is for the console.
if (place) void mount(place);
