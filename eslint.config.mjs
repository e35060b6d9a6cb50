import tseslint from "typescript-eslint";

/** Strict and type-checked; the exceptions say why. */
export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      "**/*.cjs",
      "**/*.mjs",
      "webpack.config.js",
      "src/workbench/page/office-loader.js",
      "src/snapshot/*/index.ts",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Numbers and periods belong into sentences.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A listener or a timer may end in a call without a value.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date']",
          message: "Time lives in domain/period.ts; hosts hand in the clock.",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "Hosts hand in the clock.",
        },
      ],
    },
  },
  { files: ["src/domain/period.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    // Only the workbook's room and the add-in's entry speak with Excel.
    files: ["src/**"],
    ignores: ["src/workbook/**", "src/addin/**"],
    rules: { "no-restricted-globals": ["error", "Excel", "Office", "OfficeExtension"] },
  },
  // Hosts own the clock.
  {
    files: [
      "src/workbench/connect.ts",
      "src/workbench/page/**",
      "src/addin/**",
      "src/cli/**",
      "scripts/**",
      "test/**",
    ],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // Excel's metadata generator knows `any` and nothing better for "a value of any kind"; it is taken apart at once.
    files: ["src/functions/*.ts", "src/functions/bridge/later.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    files: ["test/**", "scripts/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-type-assertion": "off",
    },
  },
);
