/** @type {import("jest").Config} */
const base = {
  // That one package is nothing but an ECMAScript module, which jest does not run as it is.
  transformIgnorePatterns: ["/node_modules/(?!wasm-xlsxwriter/)"],
  transform: {
    "\\.tsx?$|[\\\\/]wasm_xlsxwriter\\.js$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2022",
        },
        module: { type: "commonjs" },
      },
    ],
  },
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json"],
};

/** Contract suites over the real office.js in a page of jsdom, once for each ExcelApi that the host can advertise. */
const office = (excelApi) => ({
  ...base,
  displayName: `office-${excelApi}`,
  testEnvironment: "<rootDir>/test/workbench/host/page-environment.mjs",
  // The page's own address, over https as Office demands; and the builds that Node loads, not those for browsers.
  testEnvironmentOptions: { url: "https://localhost/", customExportConditions: ["node", "require"] },
  globals: { EXCEL_API: excelApi },
  testMatch: ["<rootDir>/test/workbench/host/**/*.test.ts", "<rootDir>/test/workbook/**/*.test.ts"],
});

export default {
  // For what never ends, not for what is slow on a busy machine.
  testTimeout: 30_000,
  // On two cores jest would leave one idle.
  maxWorkers: "100%",
  projects: [
    {
      ...base,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/test/e2e/",
        "<rootDir>/test/workbench/host/",
        "<rootDir>/test/workbook/",
        "<rootDir>/test/gateway/",
        "<rootDir>/test/cli/",
      ],
    },
    {
      ...base,
      displayName: "gateway",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/gateway/**/*.test.ts", "<rootDir>/test/cli/**/*.test.ts"],
    },
    office("1.12"),
    office("1.15"),
    { ...base, displayName: "e2e", testEnvironment: "node", testMatch: ["<rootDir>/test/e2e/**/*.test.ts"] },
  ],
};
