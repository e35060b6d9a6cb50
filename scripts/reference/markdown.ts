import type { SheetAnswer } from "../../src/workbench/sheet/headless";
import type { Answered, ReferenceEntry } from "./answered";
import { CONVENTIONS, OPTIONS_INTRODUCTION } from "./conventions";
import { OPTION_WORDS } from "./option-words";
import { isRequired, signature, shortened, takersOf, type Shown } from "./shown";
import type { Block } from "./words";

/** docs/functions.md: contents, conventions, options, and each function with its examples as they came out. */
export function referenceMarkdown(entries: readonly ReferenceEntry[]): string {
  const lines = [
    "# The custom functions",
    "",
    "Written by scripts/write-reference.ts; every result below was worked out from the embedded figures.",
    "The same, in English and Japanese, is the help page help/functions.html.",
    "",
    "## Contents",
    "",
    `- Conventions: ${CONVENTIONS.map((c) => link(c.title.en, anchorOf(c.title.en))).join(" · ")}`,
    `- ${link("Options", "options")}`,
    `- Functions: ${entries.map((e) => link(e.base.id, e.base.id.toLowerCase())).join(" · ")}`,
    "",
    ...CONVENTIONS.flatMap((c) => [`## ${c.title.en}`, "", ...c.blocks.flatMap(blockLines)]),
    "## Options",
    "",
    OPTIONS_INTRODUCTION.en,
    "",
    ...optionLines(entries),
    ...entries.flatMap(entryLines),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

const link = (text: string, anchor: string): string => `[${text}](#${anchor})`;
const anchorOf = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

function blockLines(block: Block): readonly string[] {
  if (block.kind === "paragraph") return [block.text.en, ""];
  return tableLines(
    block.head.map((w) => w.en),
    block.rows.map((row) => row.map((w) => w.en)),
  );
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "<br>");

function optionLines(entries: readonly ReferenceEntry[]): readonly string[] {
  const rows = Object.entries(OPTION_WORDS).map(([key, { values, text }]) => [
    `\`${key}\``,
    values.map((v) => `\`${v}\``).join(" "),
    text.en,
    takersOf(entries, key).join(", "),
  ]);
  return tableLines(["Key", "Values", "What it does", "Functions"], rows);
}

function entryLines(entry: ReferenceEntry): readonly string[] {
  const { base, options } = entry;
  return [
    `## ${base.id}`,
    "",
    "```text",
    signature(base),
    "```",
    "",
    base.description,
    "",
    ...tableLines(
      ["Argument", "", "What it is"],
      base.parameters.map((p) => [`\`${p.name}\``, isRequired(p) ? "" : "optional", p.description]),
    ),
    `Answers with: ${lowered(base.returns)}.`,
    "",
    ...(options.length > 0 ? [`Options: ${options.map((o) => `\`${o}\``).join(" ")}`, ""] : []),
    ...entry.examples.flatMap((e) => exampleLines(e, entry)),
    "Errors:",
    "",
    ...entry.failures.map(failureLine),
    "",
  ];
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function exampleLines({ formula, answer }: Answered, entry: ReferenceEntry): readonly string[] {
  return ["```text", formula, "```", "", ...resultLines(shortened(answer, entry.base))];
}

function resultLines(shown: Shown): readonly string[] {
  if (shown.kind === "text") return [`> ${shown.text.replaceAll("\n", "\n> ")}`, ""];
  const { head, body, more } = shown;
  // Markdown knows no table without a head.
  const top = head.length > 0 ? head : (body[0] ?? []).map(() => "");
  return [...tableLines(top, body), ...(more > 0 ? [`… and ${more} more rows.`, ""] : [])];
}

function failureLine({ formula, answer }: Answered): string {
  return `- \`${formula}\` → ${failureText(answer)}`;
}

function failureText(answer: SheetAnswer): string {
  if (answer.kind !== "error") throw new Error("A failure is an error.");
  return `\`${answer.error}\` ${answer.message}`;
}
