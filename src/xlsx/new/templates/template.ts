import type { Text } from "../../../domain/series";

/**
 * A line of a template's first sheet: what it is, a figure or a formula, and what to notice. A formula names other lines
 * by their keys in curly brackets: `={deficit}/{before}`.
 */
export interface TemplateLine {
  readonly key?: string;
  readonly label: Text;
  readonly content: string | number;
  readonly format?: string;
  readonly note?: Text;
  /** Meant to be changed by whoever reads it. */
  readonly input?: true;
  /** That there is no figure is what the line shows. */
  readonly mayFail?: true;
}

export interface TemplateSection {
  readonly heading: Text;
  readonly lines: readonly TemplateLine[];
}

/** A sheet with the table of one formula, which answers without headings. */
export interface TemplateTable {
  readonly name: Text;
  readonly title: Text;
  readonly note: Text;
  readonly formula: string;
  readonly columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  readonly heading: Text;
  /** In points. */
  readonly width: number;
  /** Where the function's own format will not do. */
  readonly format?: string;
  /** Its heading stands over numbers. */
  readonly numeric?: true;
}

/** A line whose derivation is written out on a sheet of its own. */
export interface TemplateReason {
  readonly key: string;
  readonly label: Text;
}

/** A workbook that tells a story, as data. */
export interface Template {
  readonly id: string;
  readonly title: Text;
  /** Of the first sheet. */
  readonly sheet: Text;
  readonly intro: readonly Text[];
  /** Below each other on the left of the first sheet, and on its right. */
  readonly left: readonly TemplateSection[];
  readonly right: readonly TemplateSection[];
  /** Charts and their options, each with a sheet of its own. */
  readonly charts: readonly (readonly [id: string, options: string])[];
  /** How many of them the first sheet shows as well: as many as one page takes. */
  readonly shown: number;
  readonly tables: readonly TemplateTable[];
  readonly reasons: readonly TemplateReason[];
}
