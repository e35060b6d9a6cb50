import type { BaseFunction } from "../function-index";
import type { Answered, ReferenceEntry } from "./answered";
import { CONVENTIONS, OPTIONS_INTRODUCTION } from "./conventions";
import { OPTION_WORDS } from "./option-words";
import { isRequired, shortened, signature, takersOf, type Shown } from "./shown";
import { LANGUAGES, type Block, type Language, type Words } from "./words";

const LABELS = {
  title: { en: "The custom functions", ja: "関数リファレンス" },
  lead: {
    en: "Digital trade, exchange rates and Treasury holdings in cells. Every result on this page was worked out from the figures embedded in DigiTrade.",
    ja: "デジタル収支、為替レート、米国債保有残高をセルで扱う関数です。このページの結果はすべて DigiTrade に同梱されたデータから計算したものです。",
  },
  functions: { en: "Functions", ja: "関数" },
  conventions: { en: "Conventions", ja: "共通の規則" },
  options: { en: "Options", ja: "オプション" },
  argument: { en: "Argument", ja: "引数" },
  meaning: { en: "What it is", ja: "内容" },
  optional: { en: "optional", ja: "省略可" },
  returns: { en: "Answers with", ja: "結果" },
  examples: { en: "Examples", ja: "例" },
  failures: { en: "Errors", ja: "エラーの例" },
  key: { en: "Key", ja: "キー" },
  values: { en: "Values", ja: "値" },
  does: { en: "What it does", ja: "働き" },
  more: { en: "more rows", ja: "行を省略" },
  top: { en: "Contents", ja: "目次へ" },
} as const satisfies Record<string, Words>;

/** docs/help/functions.html: one page without script; English first, then Japanese under anchors that end in -ja. */
export function referencePage(entries: readonly ReferenceEntry[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>DigiTrade for Excel: the custom functions</title>
<link rel="stylesheet" href="functions.css">
</head>
<body>
<nav class="languages" aria-label="Language"><a href="#top">English</a> <a href="#top-ja" lang="ja" hreflang="ja">日本語</a></nav>
<main>
${LANGUAGES.map((language) => part(entries, language)).join("\n")}
</main>
</body>
</html>
`;
}

function part(entries: readonly ReferenceEntry[], language: Language): string {
  const t = (words: Words): string => inline(words[language]);
  const at = (anchor: string): string => (language === "en" ? anchor : `${anchor}-${language}`);
  const list = (items: readonly (readonly [string, string])[]): string =>
    `<ul class="contents">${items.map(([anchor, text]) => `<li><a href="#${at(anchor)}">${text}</a></li>`).join("")}</ul>`;
  return `<section lang="${language}" id="${at("top")}">
<h1>${t(LABELS.title)}</h1>
<p>${t(LABELS.lead)}</p>
<nav aria-label="${t(LABELS.functions)}">
<h2>${t(LABELS.functions)}</h2>
${list(entries.map((e) => [e.base.id.toLowerCase(), `<code>${e.base.id}</code>`]))}
</nav>
<nav aria-label="${t(LABELS.conventions)}">
<h2>${t(LABELS.conventions)}</h2>
${list([...CONVENTIONS.map((c) => [c.anchor, t(c.title)] as const), ["options", t(LABELS.options)]])}
</nav>
${entries.map((e) => functionArticle(e, language, at)).join("\n")}
${CONVENTIONS.map(
  (c) => `<section class="convention" id="${at(c.anchor)}">
<h2>${t(c.title)}</h2>
${c.blocks.map((b) => blockHtml(b, language)).join("\n")}
</section>`,
).join("\n")}
<section class="convention" id="${at("options")}">
<h2>${t(LABELS.options)}</h2>
<p>${t(OPTIONS_INTRODUCTION)}</p>
${optionTable(entries, language, at)}
</section>
</section>`;
}

type Anchor = (name: string) => string;

function functionArticle(entry: ReferenceEntry, language: Language, at: Anchor): string {
  const { base, japanese, options } = entry;
  const t = (words: Words): string => inline(words[language]);
  const description = language === "en" ? base.description : japanese.description;
  const returns = language === "en" ? base.returns : japanese.returns;
  const parameters = base.parameters.map((p) => [
    `<code>${p.name}</code>${isRequired(p) ? "" : ` <small>${t(LABELS.optional)}</small>`}`,
    inline(language === "en" ? p.description : (japanese.parameters[p.name] ?? "")),
  ]);
  const keys = options.map((o) => `<a href="#${at(`option-${o}`)}"><code>${o}</code></a>`).join(" ");
  return `<article id="${at(base.id.toLowerCase())}">
<h2>${base.id}</h2>
<pre><code>${escaped(signature(base))}</code></pre>
<p>${inline(description)}</p>
${table([t(LABELS.argument), t(LABELS.meaning)], parameters)}
<p><strong>${t(LABELS.returns)}:</strong> ${inline(returns)}</p>
${options.length > 0 ? `<p><strong>${t(LABELS.options)}:</strong> ${keys}</p>\n` : ""}<h3>${t(LABELS.examples)}</h3>
${entry.examples.map((e) => example(e, base, language)).join("\n")}
<h3>${t(LABELS.failures)}</h3>
<ul>
${entry.failures.map((e) => `<li>${failure(e)}</li>`).join("\n")}
</ul>
<p class="back"><a href="#${at("top")}">${t(LABELS.top)}</a></p>
</article>`;
}

function example({ formula, answer }: Answered, f: BaseFunction, language: Language): string {
  return `<pre><code>${escaped(formula)}</code></pre>\n${result(shortened(answer, f), language)}`;
}

function result(shown: Shown, language: Language): string {
  if (shown.kind === "text") return `<p class="result" lang="en">${escaped(shown.text)}</p>`;
  const body = shown.body.map((row) => row.map(escaped));
  const more = shown.more > 0 ? `\n<p><small>… ${shown.more} ${LABELS.more[language]}</small></p>` : "";
  return `${table(shown.head.map(escaped), body, "result")}${more}`;
}

function failure({ formula, answer }: Answered): string {
  if (answer.kind !== "error") throw new Error(`${formula} is no failure.`);
  return `<code>${escaped(formula)}</code><br><strong>${answer.error}</strong> <span lang="en">${escaped(answer.message)}</span>`;
}

function optionTable(entries: readonly ReferenceEntry[], language: Language, at: Anchor): string {
  const rows = Object.entries(OPTION_WORDS).map(([key, { values, text }]) => {
    const takers = takersOf(entries, key)
      .map((id) => `<a href="#${at(id.toLowerCase())}">${id}</a>`)
      .join(" ");
    return [
      `<code id="${at(`option-${key}`)}">${key}</code>`,
      values.map((v) => `<code>${v}</code>`).join(" "),
      `${inline(text[language])}<br><small>${takers}</small>`,
    ];
  });
  return table(
    [LABELS.key, LABELS.values, LABELS.does].map((w) => w[language]),
    rows,
  );
}

function blockHtml(block: Block, language: Language): string {
  if (block.kind === "paragraph") return `<p>${inline(block.text[language])}</p>`;
  return table(
    block.head.map((w) => inline(w[language])),
    block.rows.map((row) => row.map((w) => inline(w[language]))),
  );
}

/** Cells are HTML already. A wide table scrolls in its own box, which the keyboard reaches. */
function table(head: readonly string[], rows: readonly (readonly string[])[], kind = ""): string {
  const cells = (row: readonly string[], tag: string): string =>
    `<tr>${row.map((c) => `<${tag}${isNumber(c) ? ' class="number"' : ""}>${c}</${tag}>`).join("")}</tr>`;
  const top = head.length > 0 ? `<thead>${cells(head, "th")}</thead>\n` : "";
  return `<div class="wide" role="group" tabindex="0"><table${kind === "" ? "" : ` class="${kind}" lang="en"`}>
${top}<tbody>
${rows.map((row) => cells(row, "td")).join("\n")}
</tbody>
</table></div>`;
}

const isNumber = (html: string): boolean => /^-?[\d,]+(\.\d+)?$/.test(html);

/** Text with code between back ticks. */
function inline(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
