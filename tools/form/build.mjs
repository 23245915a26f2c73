// Makes the files that the site carries: core.js, form.js, form.css, and the licences of all that
// is in them. The same sources give the same bytes on every machine. The first argument is another
// folder to write to.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "../theme/assets/gzg/form"));
const ENTRIES = ["src/core/index.ts", "src/ui/page.tsx", "src/ui/form.css"];
const NAMES = ["core", "form", "form"];

// The page imports the core as a file of its own, so that it is in the site once.
const coreBeside = {
  name: "core-beside",
  setup(plugins) {
    plugins.onResolve({ filter: /(^|\/)core\/index\.ts$/ }, (found) =>
      found.kind === "entry-point" ? undefined : { path: "./core.js", external: true },
    );
  },
};

// The library's form with our own controls only; its own are a quarter of it.
const ownRegistry = {
  name: "own-registry",
  setup(plugins) {
    plugins.onResolve({ filter: /\/getDefaultRegistry\.js$/ }, () => ({ path: join(here, "src/ui/registry.tsx") }));
  },
};

const result = await build({
  absWorkingDir: here,
  entryPoints: ENTRIES.map((path, index) => ({ in: path, out: NAMES[index] })),
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
  alias: {
    // Nothing that the library shows is Markdown: what would read it is a third of the library.
    "markdown-to-jsx/react": join(here, "src/ui/plain_text.tsx"),
    "fast-uri": join(here, "src/ui/no_addresses.ts"),
    "linkify-it": join(here, "src/core/no_linkify.ts"),
  },
  plugins: [coreBeside, ownRegistry],
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(target, "form.LICENSES.txt"), licences(Object.keys(result.metafile.inputs)));
for (const [path, { bytes }] of Object.entries(result.metafile.outputs)) {
  console.log(`${relative(here, resolve(here, path))} ${bytes}`);
}

function licences(inputs) {
  const packages = inputs.flatMap((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
  const notices = [...new Set(packages)].sort().map(notice);
  return ["What the programs in this folder contain of others.\n", ...notices].join("\n");
}

function notice(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n"));
  return [`== ${name} ${version}, ${license}\n`, ...texts.map((text) => `${text.trim()}\n`)].join("\n");
}
