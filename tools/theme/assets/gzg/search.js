// The search page: words and filters to results as you type, with Pagefind's own index. What is
// asked for stands in the address, so that a selection can be shared and the back button works.

import { entry } from "./results.js";
import { asCsv, countsOf, rowsWith, save, selectedRows } from "./selection.js";

const form = document.querySelector("#search");
const words = document.querySelector("#words");
const selects = [...form.querySelectorAll("[data-filter]")];
const narrowing = document.querySelector("#narrowing");
const status = document.querySelector("#status");
const results = document.querySelector("#results");
const more = document.querySelector("#more");
const downloads = document.querySelector("#downloads");
const PAGE = 10;
const WAIT = 120; // Longer than between two keys of who types well: a part of a word costs as much as the whole.
const SMALL = matchMedia("(max-width: 44rem)"); // Where the lists would push what is found off the screen.
const FEWEST_LETTERS = 3; // Of a shorter word half the index would be fetched, at every key.

let loading;
let isNarrowing = false; // Whether somebody turned to the filters: their files are large.
let isFilled = false;
let filled;
let found = [];
let shown = 0;
let latest = 0; // Which search counts: an earlier one may be answered after it.
let settled; // When the latest search is done.
let timer;

// Loaded at the first sign that somebody searches, so that it is there after the last key.
function index() {
  loading ??= load();
  return loading;
}

async function load() {
  try {
    const pagefind = await import(new URL(form.dataset.index, document.baseURI));
    await pagefind.options({ excerptLength: 25 });
    await pagefind.init();
    return pagefind;
  } catch (error) {
    loading = undefined; // The next key tries again.
    throw error;
  }
}

// The lists get their values when somebody turns to them; what is found stays as it is.
async function offer() {
  if (isFilled) return;
  isNarrowing = true;
  filled ??= fill();
  await filled;
  filled = undefined; // What failed is tried at the next turn.
}

async function fill() {
  const turn = latest;
  const query = words.value.trim() || null;
  try {
    if (query) await (await index()).filters();
    await fillFilters(turn, query, (await answerTo(query, chosen())).filters);
  } catch (error) {
    console.warn(error);
    if (turn === latest) status.textContent = form.dataset.failed;
  }
}

// A list that is pressed before that opens when it has them.
async function open(event) {
  if (isFilled) return;
  event.preventDefault();
  await offer();
  event.target.focus();
  try {
    event.target.showPicker?.();
  } catch (error) {
    console.info(error); // Too long after the press for a browser: it opens at the next.
  }
}

// While somebody types, what the search will read is fetched; it searches when the word is there.
async function ahead() {
  const query = words.value.trim();
  try {
    if (query) await (await index()).preload(query);
  } catch (error) {
    console.warn(error); // The search itself says so.
  }
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
  if (query) return (await index()).search(query, { filters });
  if (Object.keys(filters).length === 0) {
    return { results: [], filters: isNarrowing ? await (await index()).filters() : {} };
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
async function fillFilters(turn, query, counts) {
  for (const select of selects) {
    const own = select.value ? (await answerTo(query, chosen(select))).filters : counts;
    if (turn !== latest) return; // The search that came since fills them.
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
  isFilled = true;
}

function entriesOf(results) {
  return Promise.all(results.map(async (one) => entry(await one.data())));
}

// Gives the first of them.
async function showMore() {
  const turn = latest;
  const start = shown;
  const next = await entriesOf(found.slice(start, start + PAGE));
  if (turn !== latest || start !== shown) return undefined; // Asked twice, or something else since.
  results.append(...next);
  shown += next.length;
  more.hidden = shown >= found.length;
  return next[0];
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
    const isFilling = isNarrowing; // Who turns to a list from here on fills the lists.
    // Only after this does an answer say how many each filter leaves.
    if (isFilling && query) await (await index()).filters();
    const answer = await answerTo(query, chosen());
    if (turn !== latest) return;
    const first = await entriesOf(answer.results.slice(0, PAGE));
    if (turn !== latest) return;
    show(answer.results, first);
    status.textContent = isEmpty ? form.dataset.start : count(found.length);
    if (isFilling) await fillFilters(turn, query, answer.filters);
  } catch (error) {
    console.warn(error);
    if (turn === latest) status.textContent = form.dataset.failed;
  }
}

function searchNow() {
  clearTimeout(timer);
  timer = undefined;
  settled = search();
  return settled;
}

function show(all, first) {
  found = all;
  shown = first.length;
  results.replaceChildren(...first);
  more.hidden = shown >= found.length;
  downloads.hidden = found.length === 0;
}

// What is asked for may have changed since the results that are shown were found.
async function download(kind) {
  if (timer) searchNow();
  await settled;
  const turn = latest;
  const { rows: address, root, columns, busy, name } = downloads.dataset;
  const before = status.textContent;
  const say = (text) => {
    if (turn === latest) status.textContent = text;
  };
  const progress = (done, total) => say(busy.replace("{count}", done).replace("{total}", total));
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
    say(before);
  } catch (error) {
    console.warn(error);
    say(form.dataset.failed);
  }
}

for (const button of downloads.querySelectorAll("button")) {
  button.addEventListener("click", () => download(button.value));
}

form.addEventListener("input", (event) => {
  clearTimeout(timer);
  timer = undefined;
  const isShort = words.value.trim() && words.value.trim().length < FEWEST_LETTERS;
  if (event.target === words && isShort) return;
  if (event.target === words) ahead();
  timer = setTimeout(searchNow, event.target === words ? WAIT : 0);
});
words.addEventListener("focus", () => index().catch(console.warn));
for (const select of selects) {
  select.addEventListener("mouseenter", offer);
  select.addEventListener("focus", offer);
  select.addEventListener("mousedown", open);
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  searchNow();
});
form.addEventListener("reset", () => setTimeout(searchNow, 0));
more.addEventListener("click", async () => {
  try {
    const first = await showMore();
    first?.querySelector("a").focus();
  } catch (error) {
    console.warn(error);
    status.textContent = form.dataset.failed;
  }
});
addEventListener("popstate", () => {
  readAddress();
  searchNow();
});

// Whoever was there before this script keeps what was typed, and may be at a list without values.
const typed = words.value;
readAddress();
words.value = typed || words.value;
narrowing.open = !SMALL.matches || selects.some((select) => select.value || select.matches(":focus"));
searchNow();
if (words.matches(":focus")) index().catch(console.warn);
if (selects.some((select) => select.matches(":focus, :hover"))) offer();
