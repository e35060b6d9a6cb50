import { newWith } from "../../src/cli/new";
import { period } from "../../src/domain/period";
import type { Observation, Series } from "../../src/domain/series";
import { decodeEdition, EDITION } from "../../src/file/edition-parts";
import { customXml } from "../../src/xlsx/custom-xml";
import { openPackage } from "../../src/xlsx/package";
import { aSeries } from "../fixtures/documents";
import { ok, startFaultyGateway, type FaultyGateway } from "../fixtures/faulty-gateway";
import { gatewayWorld } from "./gateway-world";
import { cellsOf, gatewayOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();

let gateway: FaultyGateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

/** Balances of three years in hundreds of millions of yen, as no source published them. */
const item = (id: string, ...values: readonly [number, number, number]): Series =>
  aSeries(id, {
    version: "gateway-1",
    measure: "flow",
    unit: { kind: "money", currency: "JPY", power: 8 },
    frequency: "A",
    published: "2025-02-10",
    retrieved: "2025-02-11",
    observations: values.map((value, i): Observation => [period(String(2022 + i)), value]),
  });

const COMPUTER = item("JP.COMPUTER.NET", -10_000, -20_000, -30_000);
const COPYRIGHT = item("JP.COPYRIGHT.NET", -1_000, -2_000, -3_000);
const CONSULTING = item("JP.CONSULTING.NET", -100, -200, -300);
const ITEMS = [COMPUTER, COPYRIGHT, CONSULTING];

const made = (...figures: readonly string[]) =>
  ran(
    newWith(gatewayWorld().host),
    ...["--chart", "digital-balance;years=3", "-o", folder.path("a.xlsx"), "--force", ...figures],
  );

/** What the workbook says of each of its series: whether it is embedded, held, or as it was had. */
async function states(): Promise<Readonly<Record<string, unknown>>> {
  const cells = cellsOf(await folder.bytes("a.xlsx"), 1);
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, { value }]) => {
      const row = /^B(\d+)$/.exec(name)?.[1];
      return row !== undefined && /^[A-Z]+\.[A-Z.]+$/.test(String(value))
        ? [[String(value), cells[`G${row}`]?.value] as const]
        : [];
    }),
  );
}

/** The versions of the documents that travel in the workbook. */
async function kept(): Promise<Readonly<Record<string, unknown>>> {
  const edition = await decodeEdition(customXml(openPackage(await folder.bytes("a.xlsx")), EDITION));
  const { documents } = edition?.json as { documents: readonly { id: string; version: string }[] };
  return Object.fromEntries(documents.map(({ id, version }) => [id, version]));
}

const balances = async (): Promise<readonly unknown[]> => {
  const cells = cellsOf(await folder.bytes("a.xlsx"));
  return ["K5", "K6", "K7"].map((name) => cells[name]?.value);
};

/** Below the chart: who compiled the figures, and what they are. */
const sourceLine = async (): Promise<unknown> => cellsOf(await folder.bytes("a.xlsx"))["A24"]?.value;

const lateNote = (ids: string): string =>
  `Note: ${ids} could not be had from their sources now; what was held or is embedded answers. --offline asks nobody.\n`;

it("makes a workbook of a gateway's figures, asks for each once, and says that they are not embedded", async () => {
  gateway = await gatewayOf(...ITEMS);
  const { code, out, error } = await made("--from", `${gateway.origin}/`);
  expect([code, error]).toEqual([0, ""]);
  expect(out).toBe(`${folder.path("a.xlsx")}: 2 sheets, 1 chart, figures of 4 series.\n`);
  expect(await balances()).toEqual([-1.11, -2.22, -3.33]);
  expect(gateway.requests.map(({ url }) => url).sort()).toEqual(
    ["JP.COMPUTER.NET", "JP.CONSULTING.NET", "JP.COPYRIGHT.NET", "JP.DIGITAL.NET"].map(
      (id) => `/v1/series/${id}.json`,
    ),
  );
  expect(await kept()).toMatchObject(Object.fromEntries(ITEMS.map(({ id }) => [id, "gateway-1"])));
  expect(await states()).toEqual({
    "JP.COMPUTER.NET": "live, retrieved 2025-02-11",
    "JP.CONSULTING.NET": "live, retrieved 2025-02-11",
    "JP.COPYRIGHT.NET": "live, retrieved 2025-02-11",
    "JP.DIGITAL.NET": expect.stringMatching(/^of 4 series 3 live, 1 embedded/) as string,
  });
  expect(await sourceLine()).toMatch(/^Source: Nobody, vintage 2025-02-10\.?$/);
});

it("names the series that a gateway does not have, which are embedded then", async () => {
  gateway = await gatewayOf(COMPUTER);
  const { code, error } = await made("--from", gateway.origin);
  expect(code).toBe(0);
  expect(error).toBe(lateNote("JP.COPYRIGHT.NET, JP.CONSULTING.NET"));
  expect(await states()).toMatchObject({
    "JP.COMPUTER.NET": "live, retrieved 2025-02-11",
    "JP.COPYRIGHT.NET": expect.stringMatching(/^embedded, as of /) as string,
    "JP.CONSULTING.NET": expect.stringMatching(/^embedded, as of /) as string,
  });
  expect(await kept()).toMatchObject({ "JP.COMPUTER.NET": "gateway-1" });
});

it("is the workbook of --offline where the gateway cannot be reached, and says so", async () => {
  const closed = await startFaultyGateway();
  await closed.close();
  const { code, error } = await made("--from", closed.origin);
  expect(code).toBe(0);
  expect(error).toBe(lateNote("JP.COMPUTER.NET, JP.COPYRIGHT.NET, JP.CONSULTING.NET"));
  expect(await sourceLine()).toContain("Embedded figures");
  const alone = await folder.bytes("a.xlsx");
  expect(await made("--offline")).toMatchObject({ code: 0, error: "" });
  expect(Buffer.compare(alone, await folder.bytes("a.xlsx"))).toBe(0);
});

it("is made of embedded figures where a gateway answers with something else than figures", async () => {
  gateway = await startFaultyGateway();
  gateway.behave = ok("<html>Sign in</html>", { "Content-Type": "text/html" });
  const { code, error } = await made("--from", gateway.origin);
  expect(code).toBe(0);
  expect(error).toBe(lateNote("JP.COMPUTER.NET, JP.COPYRIGHT.NET, JP.CONSULTING.NET"));
  expect(Object.values(await states()).filter((one) => /live/.test(String(one)))).toEqual([]);
  expect((await balances())[1]).toBe(-5.3452);
});

it("writes nothing where the gateway's address is none", async () => {
  const { code, error } = await made("--from", "figures");
  expect([code, error]).toEqual([
    2,
    "--from figures is not an address; write --from https://figures.example.",
  ]);
  expect(await folder.names()).toEqual([]);
});
