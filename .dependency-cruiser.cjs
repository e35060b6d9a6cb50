/** Which room may know which: arrows point one way (docs/decisions.md). */
const room = (name) => `^src/${name}(/|$)`;
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: room(from) },
  to: { path: "^src/", pathNot: [room(from), ...allowed.map(room)] },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domain-has-no-packages",
      severity: "error",
      from: { path: room("domain") },
      to: { pathNot: "^src/domain/" },
    },
    only("catalog-knows-domain", "catalog", ["domain"]),
    only("load-knows-domain-and-catalog", "load", ["domain", "catalog"]),
    only("snapshot-knows-domain", "snapshot", ["domain"]),
    only("answer-knows-domain-and-catalog", "answer", ["domain", "catalog"]),
    only("charts-know-answers", "charts", ["domain", "catalog", "answer"]),
    only("functions-know-answers", "functions", ["domain", "catalog", "answer", "charts"]),
    {
      name: "of-the-functions-only-caption-knows-charts",
      severity: "error",
      from: { path: room("functions"), pathNot: "^src/functions/caption\\.ts$" },
      to: { path: room("charts") },
    },
    only("workbook-knows-figures", "workbook", ["domain", "catalog", "load", "functions/bridge", "charts"]),
    only("pane-knows-workbook-and-answers", "pane", [
      "domain",
      "catalog",
      "answer",
      "charts",
      "functions/bridge",
      "workbook",
    ]),
    only("sources-are-pure", "sources", ["domain", "catalog"]),
    only("gateway-knows-sources-and-figures", "gateway", [
      "domain",
      "catalog",
      "load",
      "snapshot",
      "sources",
    ]),
    only("cli-knows-no-page", "cli", [
      "domain",
      "catalog",
      "load",
      "snapshot",
      "answer",
      "functions",
      "workbench",
      "sources",
      "gateway",
    ]),
    {
      name: "grid-engine-only-in-workbench-and-cli",
      severity: "error",
      from: { pathNot: ["^src/workbench/", "^src/cli/", "^test/", "^scripts/", "^bench/"] },
      to: { path: "@odoo/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: ["\\.d\\.ts$", "office-loader\\.js$"] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    exclude: { path: "\\.json$" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  },
};
