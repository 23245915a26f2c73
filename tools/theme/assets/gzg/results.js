// What the search page shows of one result: its title, its kind, what tells it from the others, and
// the words around what was found.

const TOLD = { "blueprint-kind": 3, call: 1, region: 1, status: 1, licence: 1, year: 2 }; // At most.

// Pagefind marks the words it found; everything else in the excerpt stays text.
function excerpt(html) {
  const line = document.createElement("p");
  const decoder = document.createElement("textarea");
  for (const [at, part] of html.split(/<\/?mark>/).entries()) {
    decoder.innerHTML = part.replaceAll("<", "&lt;");
    const node = at % 2 ? document.createElement("mark") : document.createTextNode("");
    node.textContent = decoder.value;
    line.append(node);
  }
  return line;
}

function paragraph(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

// What helps to choose, beside the kind: not what is named in the title, nor a whole list.
function telling({ filters, meta }) {
  return Object.entries(TOLD).flatMap(([name, most]) => {
    const own = [filters[name] ?? []].flat();
    return own.length > most || own.includes(meta.title) ? [] : own;
  });
}

export function entry(data) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = data.url;
  link.textContent = data.meta.title;
  const kind = document.createElement("span");
  kind.className = "tag";
  kind.textContent = (data.filters.kind ?? []).join(", ");
  const about = paragraph(telling(data).join(" · "));
  about.className = "meta";
  about.hidden = !about.textContent;
  item.append(link, " ", kind, about, data.excerpt === undefined ? paragraph(data.summary) : excerpt(data.excerpt));
  return item;
}
