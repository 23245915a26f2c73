/** The page: finds its place, fetches the kit that belongs to it, and shows the form. */

import { createRoot } from "react-dom/client";
import type { Kit } from "../core/index.ts";

async function mount(place: HTMLElement): Promise<void> {
  const response = await fetch(new URL(place.dataset["kit"] ?? "form.json", document.baseURI));
  const kit = (await response.json()) as Kit;
  createRoot(place).render(<h2>{kit.call.title}</h2>);
}

const place = document.getElementById("form");
if (place) void mount(place);
