import { mismatch, type Given } from "../../../scripts/reference/stated-answer";
import { ENTRIES, findEntry } from "../../../src/catalog/catalog";
import metadata from "../../../src/functions/metadata.json";
import { loadFamily } from "../../../src/snapshot/families";
import { heightOf, widthOf } from "../../../src/workbench/host/a1";
import type { FunctionFile } from "../../../src/workbench/host/functions";
import type { Host } from "../../../src/workbench/host/index";
import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";

// The file that Excel gets has one flag more: how errors reach arguments of type any.
const file: FunctionFile = {
  ...(metadata as unknown as FunctionFile),
  allowCustomDataForDataTypeAny: true,
};
const examples = metadata.functions.flatMap(
  ({ examples: list }) => list as { formula: string; answer: string }[],
);

const ROWS_APART = 30;

/** A workbook under the add-in: cells of `Sheet1`. */
const open = (cells: Readonly<Record<string, string>>, rowNumber = 100): Host =>
  openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: { sheets: [{ id: "s", name: "Sheet1", colNumber: 20, rowNumber, cells }] },
  });

const cellOf = (host: Host, col: number, row: number) =>
  host.book.cell("s", col, row) as { value: unknown; message?: string; formattedValue: string };

/** What a formula shows, with its spill. */
function shown(host: Host, row: number): Given {
  const read = (col: number, at: number): string | number | boolean | { error: string; message: string } => {
    const { message = "" } = cellOf(host, col, at);
    const value = host.book.value("s", col, at);
    return typeof value === "string" && value.startsWith("#") ? { error: value, message } : value;
  };
  const zone = host.book.spillZone("s", 0, row);
  if (!zone) {
    const only = read(0, row);
    return typeof only === "object" ? only : { value: only };
  }
  return {
    values: Array.from({ length: heightOf(zone) }, (_, i) =>
      Array.from({ length: widthOf(zone) }, (_unused, j) => read(j, row + i)),
    ),
  };
}

/** A gateway that serves the embedded documents and counts what it is asked. */
const asked: string[] = [];
async function gateway(url: string): Promise<Response> {
  const id = decodeURIComponent(/\/v1\/series\/(.+)\.json$/.exec(url)?.[1] ?? "");
  asked.push(id);
  const family = findEntry(id)?.family;
  const document = family && (await loadFamily(family))[id];
  if (document === undefined) return new Response("", { status: 404 });
  return new Response(JSON.stringify(document), {
    status: 200,
    headers: { "content-type": "application/json" },
  });
}

let host: Host;

beforeAll(async () => {
  globalThis.fetch = gateway as typeof fetch;
  host = open({ A1: '=DIGITRADE.STATUS("version")' });
  await bootOffice(host);
  await import("../../../src/addin/functions");
  await host.settled();
});
afterAll(closeHosts);

test("every function of the metadata is associated", () => {
  const { mappings } = (CustomFunctions as unknown as { _association: { mappings: object } })._association;
  expect(Object.keys(mappings).sort()).toEqual(file.functions.map(({ id }) => id).sort());
});

describe("every example through the real runtime", () => {
  let book: Host;
  beforeAll(async () => {
    const cells = Object.fromEntries(examples.map(({ formula }, i) => [`A${i * ROWS_APART + 1}`, formula]));
    book = open(cells, (examples.length + 1) * ROWS_APART);
    attachHost(book);
    await book.settled();
  });

  test.each(examples.map(({ formula, answer }, i) => ({ formula, answer, i })))(
    "$formula",
    ({ answer, i }) => {
      expect(mismatch(answer, shown(book, i * ROWS_APART))).toBeUndefined();
    },
  );
});

describe("a sheet of questions", () => {
  let book: Host;
  beforeAll(async () => {
    book = open({
      A1: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn")',
      A2: '=DIGITRADE.VALUE("JP.DIGITAL.NET",2017)',
      A3: '=DIGITRADE.VALUE("JP.DIGITL.NET",2023)',
      A4: "=DIGITRADE.WHY(A1)",
      A5: '=IFERROR(A2,"caught")',
      A6: '=DIGITRADE.VALUE("JP.DIGITAL.NET",A5)',
      A7: '=DIGITRADE.VALUE("JP.DIGITAL.NET",A2)',
      C1: '=DIGITRADE.HISTORY("FX.USDJPY","2024-06-17","2024-06-21","freq=D")',
      F1: '=DIGITRADE.PANEL("JP.DIGITAL.NET",2014,2018,"freq=A;unit=bn")',
    });
    attachHost(book);
    await book.settled();
  });

  test("a figure", () => {
    expect(cellOf(book, 0, 0).value).toBeCloseTo(38.02, 2);
  });

  test("errors carry their sentences, and other formulas catch them", () => {
    expect(cellOf(book, 0, 1)).toMatchObject({
      value: "#N/A",
      message: expect.stringContaining("3 of 12 months"),
    });
    expect(cellOf(book, 0, 2)).toMatchObject({
      value: "#VALUE!",
      message: expect.stringContaining("JP.DIGITAL.NET"),
    });
    expect(cellOf(book, 0, 4).value).toBe("caught");
  });

  test("an argument that is #N/A stays #N/A, a word that is no period is #VALUE!", () => {
    expect(cellOf(book, 0, 5).value).toBe("#VALUE!");
    expect(cellOf(book, 0, 6).value).toBe("#N/A");
  });

  test("WHY finds the call of the cell that it points to", () => {
    expect(cellOf(book, 0, 3).value).toContain("38.0");
  });

  test("tables spill: dates as dates, holes as errors of their own cells with their sentence", () => {
    expect(book.book.spillZone("s", 2, 0)).toMatchObject({ left: 2, right: 3, top: 0, bottom: 5 });
    expect(cellOf(book, 2, 5).formattedValue).toBe("2024-06-21");
    expect(cellOf(book, 6, 1).value).toBeCloseTo(-2022.8, 1);
    expect(cellOf(book, 6, 4)).toMatchObject({ value: "#N/A", message: expect.stringContaining("2017") });
  });

  test("a recalculation asks nobody for anything", async () => {
    const before = asked.length;
    const { invoked } = book.functions.counts;
    book.recalculate();
    await book.settled();
    expect(book.functions.counts.invoked).toBeGreaterThan(invoked);
    expect(asked.length).toBe(before);
    expect(cellOf(book, 0, 0).value).toBeCloseTo(38.02, 2);
  });
});

test("10,000 cold cells over 50 series ask for each series once", async () => {
  const ids = ENTRIES.filter(({ family, id }) => family === "cross-country" && !asked.includes(id))
    .map(({ id }) => id)
    .slice(0, 50);
  expect(ids).toHaveLength(50);
  const cells = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, i) => [
      `A${i + 1}`,
      `=DIGITRADE.VALUE("${ids[i % 50] ?? ""}",${2010 + (Math.floor(i / 50) % 15)})`,
    ]),
  );
  const before = asked.length;
  const book = open(cells, 10_001);
  attachHost(book);
  await book.settled();
  expect(book.functions.counts).toMatchObject({ invoked: 10_000, messages: 5, answered: 10_000 });
  const loads = asked.slice(before);
  expect(loads.length).toBeLessThanOrEqual(50);
  expect(new Set(loads).size).toBe(loads.length);
  expect(cellOf(book, 0, 9_999).value).not.toBe("#BUSY!");
}, 60_000);
