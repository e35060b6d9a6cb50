import { format } from "prettier/standalone";
import * as html from "prettier/plugins/html";
import * as markdown from "prettier/plugins/markdown";
import type { BaseMetadata } from "../function-index";
import { answeredReference } from "./answered";
import { chartsMarkdown } from "./chart-markdown";
import { referenceMarkdown } from "./markdown";
import { referencePage } from "./page";

const PRINT_WIDTH = 110;

/** The texts of the reference by their place under docs/. */
export async function referenceFiles(base: BaseMetadata): Promise<ReadonlyMap<string, string>> {
  const entries = await answeredReference(base);
  const formatted = (text: string, parser: "markdown" | "html"): Promise<string> =>
    format(text, { parser, plugins: [html, markdown], printWidth: PRINT_WIDTH });
  return new Map([
    ["charts.md", await formatted(chartsMarkdown(), "markdown")],
    ["functions.md", await formatted(referenceMarkdown(entries), "markdown")],
    ["help/functions.html", await formatted(referencePage(entries), "html")],
  ]);
}
