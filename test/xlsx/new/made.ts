import * as engine from "@odoo/o-spreadsheet";
import { unzipSync } from "fflate";
import { makeBook, type MadeBook } from "../../../src/cli/new-book";
import type { OpenBook } from "../../../src/cli/new-values";
import type { Language } from "../../../src/charts/common/language";
import { period } from "../../../src/domain/period";
import { connectEmbedded } from "../../../src/workbench/connect";
import type { BookPlan } from "../../../src/xlsx/new/plan";

/** The parts of a file as texts, by name. */
export type Parts = ReadonlyMap<string, string>;

export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));

/** A planned workbook, worked out over the embedded figures by the real functions. */
export function made(
  plan: BookPlan,
  { lang = "en", frozen = false }: { readonly lang?: Language; readonly frozen?: boolean } = {},
): Promise<MadeBook> {
  let open: OpenBook | undefined;
  const edition = connectEmbedded({ book: { formulaAt: (address) => open?.formulaAt(address) } });
  const onOpen = (book: OpenBook): void => void (open = book);
  return makeBook({ engine, plan, lang, edition, created: period("2026-11-23"), onOpen, frozen });
}

/** A cell as it is stored: its attributes, its formula with the formula's own attributes, its value as text. */
export interface StoredCell {
  readonly attributes: string;
  readonly formula: { readonly attributes: string; readonly text: string } | undefined;
  readonly value: string | undefined;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#10;", "\n")
    .replaceAll("&amp;", "&");

/** The cells of a sheet's part by name; shared texts are looked up. */
export function storedCells(parts: Parts, sheet: number): ReadonlyMap<string, StoredCell> {
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? "";
  const strings = [
    ...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs),
  ].map(([, text = ""]) => unescaped(text));
  const found = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)];
  return new Map(
    found.map(([, name = "", attributes = "", inside = ""]) => {
      const [, formulaAttributes = "", formula] = /<f([^>]*)>(.*?)<\/f>/s.exec(inside) ?? [];
      const value = /<v[^>]*>(.*?)<\/v>/s.exec(inside)?.[1];
      return [
        name,
        {
          attributes,
          formula:
            formula === undefined ? undefined : { attributes: formulaAttributes, text: unescaped(formula) },
          value: attributes.includes('t="s"')
            ? strings[Number(value)]
            : value === undefined
              ? value
              : unescaped(value),
        },
      ];
    }),
  );
}
