import { namedPeriod, readPeriodArgument } from "../../answer/period-argument";
import { asProblem, badInput } from "../../domain/problem";
import type { CellBlock, CellContent } from "../../workbook/cell-block";
import { callText, quoted } from "../call-text";
import type { Word } from "../words/en";
import type { Speech } from "../words/speech";

/** What a person fills in for a target of their own: texts, or cells such as `='My data'!B3`. */
export const FIELDS = ["base", "baseDate", "target", "deadline"] as const;
export type OwnField = (typeof FIELDS)[number];

export interface OwnTargetForm extends Readonly<Record<OwnField, string>> {
  readonly name: string;
}

export const EMPTY: OwnTargetForm = { name: "", base: "", baseDate: "", target: "", deadline: "" };

/** A cell of the workbook, as picking one writes it. */
const REFERENCE = /^=(?:(?:'(?:[^']|'')+'|[\p{L}\d_.]+)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/iu;

export const isReference = (text: string): boolean => REFERENCE.test(text.trim());

/** A cell's address as it stands in a field. */
export const referenceTo = (address: string): string => `=${address}`;

/** What PACE takes for a field: a number or a text; undefined where it is a cell. A Problem says what is wrong. */
export function valueOf(field: OwnField, form: OwnTargetForm): number | string | undefined {
  const text = form[field].normalize("NFKC").trim();
  if (text.startsWith("=")) {
    if (isReference(text)) return undefined;
    throw badInput("Pick a cell, or write a figure; other formulas belong into the sheet.");
  }
  if (text === "") throw badInput("Fill this in, or pick a cell.");
  if (field === "baseDate" || field === "deadline")
    return namedPeriod(readPeriodArgument(/^\d{4}$/.test(text) ? Number(text) : text, field), field);
  const number = Number(text.replaceAll(/[,\s]/g, ""));
  if (Number.isFinite(number)) return number;
  throw badInput("Write a number without its unit, such as 50000.");
}

/** Which fields cannot be read, and why. */
export function faultsOf(form: OwnTargetForm): Readonly<Partial<Record<OwnField, string>>> {
  const faults: Partial<Record<OwnField, string>> = {};
  for (const field of FIELDS)
    try {
      valueOf(field, form);
    } catch (thrown) {
      faults[field] = asProblem(thrown).message;
    }
  return faults;
}

const ASKED = [
  ["gap", "ownGap", "#,##0.##"],
  ["peryear.plan", "ownPerYear", "#,##0.##"],
  ["cagr", "ownCompound", "0.00"],
  ["path", "ownPath", "#,##0.##"],
  ["words", "ownWords", undefined],
] as const satisfies readonly (readonly [string, Word, string | undefined])[];

const LABELS = {
  base: "ownBase",
  baseDate: "ownBaseDate",
  target: "ownTarget",
  deadline: "ownDeadline",
} as const satisfies Record<OwnField, Word>;

/** The label of a field. */
export const labelOf = (field: OwnField): Word => LABELS[field];

/** Name, what was filled in, and what PACE makes of those cells: change a figure in the sheet and all of it follows. */
export function ownTargetBlock(form: OwnTargetForm, namespace: string, { say }: Speech): CellBlock {
  const given = FIELDS.map((field) => [{ text: say(LABELS[field]) }, contentOf(field, form)]);
  const title = [{ text: form.name.trim() === "" ? say("ownTitle") : form.name.trim() }, { text: "" }];
  return {
    rows: 1 + FIELDS.length + ASKED.length,
    columns: 2,
    titles: [0],
    widths: [150, 110],
    contents: (names) => {
      const cells = FIELDS.map((_, i) => names(i + 1, 1));
      const pace = (what: string): string => `=${callText(namespace, "PACE", [...cells, quoted(what)])}`;
      return [
        title,
        ...given,
        ...ASKED.map(([what, word, format]): readonly CellContent[] => [
          { text: say(word) },
          { formula: pace(what), ...(format !== undefined && { format }) },
        ]),
      ];
    },
  };
}

function contentOf(field: OwnField, form: OwnTargetForm): CellContent {
  const value = valueOf(field, form);
  if (value === undefined) return { formula: form[field].trim() };
  return typeof value === "number" ? { number: value, format: "#,##0.##" } : { text: value };
}
