// The selection of the search page as a file: the rows of the whole catalogue that have the chosen
// values and, where words are asked for too, are among what was found. CSV opens in a spreadsheet.

const BATCH = 50;
const FORMULA = /^[=+\-@\t\r]/;

let table;

function allRows(address) {
  table ??= fetched(address);
  return table;
}

async function fetched(address) {
  try {
    return await (await fetch(address)).json();
  } catch (error) {
    table = undefined; // The next time tries again.
    throw error;
  }
}

// Where the results stand. Each is a small file of its own, so this takes a while for many.
async function addressesOf(results, progress) {
  const found = new Set();
  for (let start = 0; start < results.length; start += BATCH) {
    progress(start, results.length);
    const batch = results.slice(start, start + BATCH);
    for (const data of await Promise.all(batch.map((one) => one.data()))) {
      found.add(data.raw_url.replace(/^\//, ""));
    }
  }
  return found;
}

export async function rowsWith(filters, address) {
  return (await allRows(address)).filter((row) =>
    Object.entries(filters).every(([name, value]) => row[name].includes(value)),
  );
}

// Filter → its value → how many of the rows have that value.
export function countsOf(rows, names) {
  const counts = Object.fromEntries(names.map((name) => [name, Object.create(null)]));
  for (const row of rows) {
    for (const name of names) {
      for (const value of row[name]) counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

export async function selectedRows({ address, root, filters, results, progress }) {
  const addresses = results && (await addressesOf(results, progress));
  const rows = (await rowsWith(filters, address)).filter(
    (row) => !addresses || addresses.has(row.address),
  );
  return rows.map((row) => ({ ...row, address: new URL(row.address, root).href }));
}

function cell(value) {
  const text = [value ?? ""].flat().join("; ");
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function asCsv(rows, columns) {
  const lines = rows.map((row) => Object.keys(columns).map((name) => cell(row[name])));
  return `\ufeff${[Object.values(columns).map(cell), ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}

export function save(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
