import { chmodSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import * as tsx from "tsx/cjs/api";
import webpack from "webpack";

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

/** Where a build goes: dist/<name>, or a folder of the caller's. */
const output = (env, name) => path.join(path.resolve(env.out ?? at("dist")), name);

/** What all builds share. No content hashes: names stay the same, so that a rebuilt folder is a diffable one. */
const shared = (name, production) => ({
  name,
  mode: production ? "production" : "development",
  devtool: production ? false : "source-map",
  context: root,
  resolve: { extensions: [".ts", ".tsx", ".js"], mainFields: ["module", "main"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        // Types are checked by `tsc`; here they are only removed. The project's own configuration never emits.
        use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
      {
        test: /\.json$/,
        include: at("src/snapshot"),
        type: "json",
        // Readable in the folder, packed in the bundle: less than half the download.
        use: at("scripts/pack-loader.cjs"),
      },
    ],
  },
  optimization: { chunkIds: "named", moduleIds: "deterministic" },
  performance: { hints: false },
  stats: "errors-warnings",
});

/**
 * The spreadsheet library (LGPL), its view library, Chart.js and the writer of new workbooks are copied byte for byte as
 * their publishers built them, with their licences: anyone can replace them by other versions without building this project.
 */
const UNMODIFIED = [
  ["@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js", "o-spreadsheet.js"],
  ["@odoo/o-spreadsheet/dist/o_spreadsheet.xml", "o-spreadsheet.xml"],
  ["@odoo/o-spreadsheet/dist/o_spreadsheet.css", "o-spreadsheet.css"],
  ["@odoo/o-spreadsheet/LICENSE", "o-spreadsheet.LICENSE.txt"],
  ["@odoo/owl/dist/owl.iife.min.js", "owl.js"],
  ["@odoo/owl/LICENSE", "owl.LICENSE.txt"],
  ["chart.js/dist/chart.umd.min.js", "chart.js"],
  ["chart.js/LICENSE.md", "chart.LICENSE.txt"],
  ["wasm-xlsxwriter/web/wasm_xlsxwriter.js", "wasm_xlsxwriter.js"],
  ["wasm-xlsxwriter/web/wasm_xlsxwriter_bg.wasm", "wasm_xlsxwriter_bg.wasm"],
  ["wasm-xlsxwriter/LICENSE", "wasm_xlsxwriter.LICENSE.txt"],
  ["bootstrap/dist/css/bootstrap.min.css", "bootstrap.css"],
  ["font-awesome/css/font-awesome.min.css", "font-awesome/css/font-awesome.css"],
  ["font-awesome/fonts", "font-awesome/fonts"],
];

const workbench = (production, env) => ({
  ...shared("workbench", production),
  target: ["web", "es2022"],
  entry: { workbench: at("src/workbench/page/app.ts") },
  output: {
    path: output(env, "workbench"),
    filename: "[name].js",
    chunkFilename: "[name].js",
    clean: true,
    compareBeforeEmit: false,
  },
  // Loaded with the first workbook that is written whole.
  externalsType: "import",
  externals: Object.fromEntries(
    ["wasm-xlsxwriter", "wasm-xlsxwriter/web"].map((name) => [name, "./vendor/wasm_xlsxwriter.js"]),
  ),
  plugins: [
    new HtmlPlugin({
      template: at("src/workbench/page/index.html"),
      scriptLoading: "defer",
      minify: false,
      hash: false,
    }),
    new CopyPlugin({
      patterns: [
        ...UNMODIFIED.map(([from, to]) => ({
          from: at("node_modules", from),
          to: `vendor/${to}`,
          info: { minimized: true },
        })),
        { from: at("src/workbench/page/style.css"), to: "style.css" },
        {
          from: at("src/workbench/page/office-loader.js"),
          to: "office-loader.js",
          info: { minimized: true },
        },
        { from: at("assets"), to: "assets", noErrorOnMissing: true },
        { from: at("docs/help"), to: "help", noErrorOnMissing: true },
      ],
    }),
    officeSchema,
  ],
});

/** What the installed office.js says about itself, for the workbook host; never kept in the repository. */
const officeSchema = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap("office-schema", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "office-schema", stage }, () => {
        const schema = tsx.require(at("scripts/office-schema.ts"), import.meta.url).officeSchema();
        compilation.emitAsset("office-schema.json", new webpack.sources.RawSource(JSON.stringify(schema)));
      });
    }),
};

const cliFile = "digitrade.mjs";

/** Small packages that nearly every command needs: looked up and read one by one, they take longer to load than to work. */
const BUILT_IN = ["valibot", "saxes", "xmlchars", "fflate", "@borgar/fx"];

/** The command line. Packages stay in node_modules, unmodified and unbundled, but for a few small ones. */
const cli = (production, env) => ({
  ...shared("cli", production),
  target: "node20",
  entry: { digitrade: at("src/cli/main.ts") },
  output: {
    path: output(env, "cli"),
    filename: cliFile,
    chunkFilename: "[name].mjs",
    module: true,
    chunkFormat: "module",
    library: { type: "module" },
    clean: true,
  },
  experiments: { outputModule: true },
  externalsType: "module",
  // A package's name starts neither as a path does nor as a module of Node's.
  externals: [
    // Imported, Node would first search its three megabytes for what they export, which takes longer than to run them.
    { "@odoo/o-spreadsheet": "node-commonjs @odoo/o-spreadsheet" },
    new RegExp(String.raw`^(?!(?:${BUILT_IN.join("|")})(?:/|$))(?:@[\w.-]+/)?[\w-][\w.-]*(?:/.+)?$`),
  ],
  // One file for each command with all that it needs: a dozen small ones take several times as long to load.
  optimization: { ...shared("cli", production).optimization, minimize: false, splitChunks: false },
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, test: new RegExp(`^${cliFile}$`) }),
    new CopyPlugin({
      patterns: BUILT_IN.map((name) => ({
        from: at("node_modules", name, "LICENSE*"),
        to: `${name.replace(/.*\//, "")}.LICENSE.txt`,
        noErrorOnMissing: true,
      })),
    }),
    {
      apply: (compiler) =>
        compiler.hooks.afterEmit.tap("executable", () =>
          chmodSync(path.join(output(env, "cli"), cliFile), 0o755),
        ),
    },
  ],
});

/**
 * The add-in as it is served. The first script keeps its name, since Excel remembers it for a day; everything that it
 * loads is named by its content, so that a script of yesterday still finds its own parts.
 */
const addin = (
  production,
  env,
  { origin = "https://localhost:3000", namespace = "DIGITRADE", gateway = "" } = env,
) => ({
  ...shared("addin", production),
  target: ["web", "es2020"],
  entry: { functions: at("src/addin/functions.ts") },
  output: {
    path: output(env, "addin"),
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:12].js",
    clean: true,
  },
  optimization: {
    ...shared("addin", production).optimization,
    // One name a part: the pane's packages belong to the pane. But what the later functions need is on its way from the
    // start, in a chunk of its own where the pane needs it too, instead of being carried twice.
    splitChunks: {
      chunks: "async",
      cacheGroups: {
        default: false,
        defaultVendors: false,
        answers: {
          name: "answers",
          test: /[\\/]src[\\/](?:answer|catalog|charts|domain|functions)[\\/]/,
          minChunks: 2,
          enforce: true,
        },
        // What several tabs of the pane share comes once, with the first of them that is looked at.
        tabs: {
          name: "pane-shared",
          chunks: (chunk) => chunk.name?.startsWith("pane-") ?? false,
          minChunks: 2,
          enforce: true,
        },
      },
    },
  },
  plugins: [
    new HtmlPlugin({
      template: at("src/addin/taskpane.html"),
      filename: "taskpane.html",
      namespace,
      gateway,
      inject: "head",
      // At once, after office.js: a call of a function that is not associated yet fails.
      scriptLoading: "blocking",
      minify: false,
    }),
    new CopyPlugin({
      patterns: [
        { from: at("assets/icons"), to: "assets/icons", noErrorOnMissing: true },
        { from: at("docs/help"), to: "help", noErrorOnMissing: true },
      ],
    }),
    functionMetadata(origin),
  ],
});

/** The files in which Excel reads what functions there are. */
const functionMetadata = (origin) => ({
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap("function-metadata", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "function-metadata", stage }, () => {
        const base = JSON.parse(readFileSync(at("src/functions/metadata.json"), "utf8"));
        const { metadataFiles } = tsx.require(at("scripts/complete-metadata.ts"), import.meta.url);
        for (const [name, text] of metadataFiles(base, origin))
          compilation.emitAsset(name, new webpack.sources.RawSource(text));
      });
    }),
});

const BUILDS = { workbench, cli, addin };

/** `webpack --env target=addin --env origin=https://…` builds one; without a target, all whose entry exists. */
export default function configurations(env = {}, argv = {}) {
  const production = (argv.mode ?? "production") === "production";
  const names = env.target === undefined ? Object.keys(BUILDS) : String(env.target).split(",");
  const unknown = names.filter((name) => !Object.hasOwn(BUILDS, name));
  if (unknown.length > 0)
    throw new Error(`No build named ${unknown.join(", ")}. There are: ${Object.keys(BUILDS).join(", ")}.`);
  return names
    .map((name) => BUILDS[name](production, env))
    .filter((build) => Object.values(build.entry).every((file) => existsSync(file)));
}
