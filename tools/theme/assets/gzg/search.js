// The search page: words and filters to results as you type, with Pagefind's own index. What is
// asked for stands in the address, so that a selection can be shared and the back button works.

import { asCsv, countsOf, rowsWith, save, selectedRows } from "./selection.js";

const form = document.querySelector("#search");
const words = document.querySelector("#words");
const selects = [...form.querySelectorAll("[data-filter]")];
const status = document.querySelector("#status");
const results = document.querySelector("#results");
const more = document.querySelector("#more");
const downloads = document.querySelector("#downloads");
const PAGE = 10;
const TOLD = { "blueprint-kind": 3, call: 1, region: 1, status: 1, licence: 1, year: 2 }; // At most.
const WAIT = 180; // Longer than between two keys of who types well: a part of a word costs as much as the whole.
const FEWEST_LETTERS = 3; // Of a shorter word half the index would be fetched, at every key.

let pagefind;
let isNarrowing = false; // Whether somebody turned to the filters: their files are large.
let isFilled = false;
let filled;
let found = [];
let shown = 0;
let latest = 0;

async function index() {
  if (!pagefind) {
    pagefind = await import(new URL(form.dataset.index, document.baseURI));
    await pagefind.options({ excerptLength: 25 });
  }
  return pagefind;
}

// The lists get their values when somebody turns to them.
async function offer() {
  isNarrowing = true;
  filled ??= search();
  await filled;
  if (!isFilled) filled = undefined; // What failed, or was overtaken, is tried at the next turn.
}

// A list that is pressed before that opens when it has them.
async function open(event) {
  if (isFilled) return;
  event.preventDefault();
  await offer();
  event.target.focus();
  event.target.showPicker?.();
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  words.value = asked.get("q") ?? "";
  for (const select of selects) {
    const value = asked.get(select.name) ?? "";
    if (value && ![...select.options].some((option) => option.value === value)) {
      select.add(new Option(value, value));
    }
    select.value = value;
  }
}

function writeAddress() {
  const asked = new URLSearchParams();
  if (words.value.trim()) asked.set("q", words.value.trim());
  for (const select of selects) if (select.value) asked.set(select.name, select.value);
  const query = asked.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

function chosen(without) {
  const active = selects.filter((select) => select.value && select !== without);
  return Object.fromEntries(active.map((select) => [select.name, select.value]));
}

// Without words Pagefind would fetch its whole index, so then the table for download answers.
async function answerTo(query, filters) {
  const api = await index();
  if (query) return api.search(query, { filters });
  if (Object.keys(filters).length === 0) {
    return { results: [], filters: isNarrowing ? await api.filters() : {} };
  }
  const rows = await rowsWith(filters, downloads.dataset.rows);
  const root = new URL(downloads.dataset.root, document.baseURI);
  const results = rows.map((row) => ({
    data: () => ({
      url: new URL(row.address, root).href,
      meta: row,
      filters: row,
      summary: row.summary,
    }),
  }));
  return { results, filters: countsOf(rows, selects.map((select) => select.name)) };
}

// A filter offers what would be found if only this filter were free.
async function fillFilters(query, counts) {
  for (const select of selects) {
    const own = select.value ? (await answerTo(query, chosen(select))).filters : counts;
    const values = Object.entries(own[select.name] ?? {}).filter(
      ([value, count]) => count > 0 || value === select.value,
    );
    const order = JSON.parse(select.dataset.order);
    values.sort(
      ([one], [other]) =>
        order.indexOf(one) - order.indexOf(other) ||
        one.localeCompare(other, form.dataset.language, { numeric: true }),
    );
    const options = values.map(([value, count]) => {
      const option = new Option(`${value} (${count})`, value);
      option.selected = value === select.value;
      return option;
    });
    select.replaceChildren(select.options[0], ...options);
    select.closest("p").hidden = values.length === 0;
  }
}

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

function entry(data) {
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

async function showMore() {
  const turn = latest;
  const next = await Promise.all(found.slice(shown, shown + PAGE).map((one) => one.data()));
  if (turn !== latest) return;
  results.append(...next.map(entry));
  shown += next.length;
  more.hidden = shown >= found.length;
}

function count(number) {
  if (number === 0) return form.dataset.none;
  return number === 1 ? form.dataset.one : form.dataset.many.replace("{count}", number);
}

async function search() {
  const turn = ++latest;
  writeAddress();
  const query = words.value.trim() || null;
  const isEmpty = !query && Object.keys(chosen()).length === 0;
  status.textContent = isEmpty ? form.dataset.start : form.dataset.loading;
  try {
    isNarrowing ||= Object.keys(chosen()).length > 0;
    // Only after this does an answer say how many each filter leaves.
    if (isNarrowing && query) await (await index()).filters();
    const answer = await answerTo(query, chosen());
    if (turn !== latest) return;
    if (isNarrowing) await fillFilters(query, answer.filters);
    if (turn !== latest) return;
    isFilled = isNarrowing;
    found = answer.results;
    downloads.hidden = found.length === 0;
    shown = 0;
    results.replaceChildren();
    more.hidden = true;
    await showMore();
    if (turn === latest) status.textContent = isEmpty ? form.dataset.start : count(found.length);
  } catch (error) {
    console.warn(error);
    status.textContent = form.dataset.failed;
  }
}

async function download(kind) {
  const { rows: address, root, columns, busy, name } = downloads.dataset;
  const before = status.textContent;
  const progress = (count, total) => {
    status.textContent = busy.replace("{count}", count).replace("{total}", total);
  };
  try {
    const rows = await selectedRows({
      address,
      root: new URL(root, document.baseURI),
      filters: chosen(),
      results: words.value.trim() ? found : null,
      progress,
    });
    if (kind === "csv") save(asCsv(rows, Object.fromEntries(JSON.parse(columns))), "text/csv", `${name}.csv`);
    else save(JSON.stringify(rows, null, 2), "application/json", `${name}.json`);
    status.textContent = before;
  } catch (error) {
    console.warn(error);
    status.textContent = form.dataset.failed;
  }
}

for (const button of downloads.querySelectorAll("button")) {
  button.addEventListener("click", () => download(button.value));
}

let timer;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  const isShort = words.value.trim() && words.value.trim().length < FEWEST_LETTERS;
  if (event.target === words && isShort) return;
  timer = setTimeout(search, event.target === words ? WAIT : 0);
});
words.addEventListener("focus", () => index().catch(console.warn), { once: true });
for (const select of selects) {
  select.addEventListener("mouseenter", offer);
  select.addEventListener("focus", offer);
  select.addEventListener("mousedown", open);
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("reset", () => setTimeout(search, 0));
more.addEventListener("click", async () => {
  const first = results.children.length;
  await showMore();
  results.children[first]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  readAddress();
  search();
});

// Whoever was there before this script keeps what was typed, and may be at a list without values.
const typed = words.value;
readAddress();
words.value = typed || words.value;
search();
if (selects.some((select) => select.matches(":focus, :hover"))) offer();
