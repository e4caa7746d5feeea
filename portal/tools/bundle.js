// Every file directly in static/css and static/js becomes one minified file of the same name in static/build.
import { existsSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const sourcesIn = (folder, extension) =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name}`)
    : [];

await build({
  entryPoints: [...sourcesIn("static/css", ".css"), ...sourcesIn("static/js", ".js")],
  outdir: "static/build",
  entryNames: "[name]",
  bundle: true,
  minify: true,
  format: "iife",
  // The first versions with nested CSS, which the design system is written in: nothing newer, nothing rewritten.
  target: ["chrome120", "firefox121", "safari17.2"],
  external: ["/static/*"],
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said what is wrong
