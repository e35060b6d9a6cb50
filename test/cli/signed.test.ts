import { chartWith } from "../../src/cli/chart";
import type { Command } from "../../src/cli/command";
import { freezeWith } from "../../src/cli/freeze";
import { refreshWith } from "../../src/cli/refresh";
import { repairWith } from "../../src/cli/repair";
import { scan } from "../../src/cli/scan";
import { thaw } from "../../src/cli/thaw";
import { signedFile } from "../xlsx/signed-file";
import type { FaultyGateway } from "../fixtures/faulty-gateway";
import { NEW, OLD, value } from "../xlsx/refresh/holdings";
import { madeFile, withFigures, type MadeCells } from "../xlsx/refresh/made-file";
import { gatewayWorld } from "./gateway-world";
import { cellsOf, gatewayOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();
const { host } = gatewayWorld();

let gateway: FaultyGateway;
beforeAll(async () => {
  gateway = await gatewayOf(NEW);
});
afterAll(() => gateway.close());

const CELLS: MadeCells = { A1: { f: value("2023-12"), v: 1100, spill: "A1" }, A2: "mine" };
const STUCK: MadeCells = {
  A1: { f: 'DIGITRADE.VALUE("TIC.JP","2023-12","unit=bn")', v: { error: "#NAME?" }, array: "A1" },
};
const REFUSAL =
  "This file was not changed: it is digitally signed, and a change would break its signature; " +
  "remove the signature in Excel (File, Info, View Signatures), run this again, and sign the new file.";

const book = (cells = CELLS, figures = [OLD]): Promise<Uint8Array> =>
  withFigures(madeFile({ Figures: cells }), figures);

async function frozen(): Promise<Uint8Array> {
  const file = await folder.put("frozen.xlsx", await book());
  await ran(freezeWith(host), file, "--in-place");
  return folder.bytes("frozen.xlsx");
}

/** Each command that writes, a file in which it changes something, and what it says of that. */
const WRITING: readonly (readonly [string, Command, readonly string[], () => Promise<Uint8Array>, RegExp])[] =
  [
    ["refresh", refreshWith(host), ["--from"], () => book(), /Figures!A1: 1100 → 1150/],
    ["refresh --freeze", refreshWith(host), ["--freeze", "--from"], () => book(), /1 formula frozen/],
    ["repair", repairWith(host), ["--from"], () => book(STUCK), /1 formula rewritten/],
    ["freeze", freezeWith(host), [], () => book(), /1 formula frozen/],
    ["thaw", thaw, [], frozen, /1 formula back/],
    ["chart", chartWith(host), ["--chart", "digital-balance", "--offline"], () => book(), /1 chart/],
  ];

const asked = (options: readonly string[]): readonly string[] =>
  options.at(-1) === "--from" ? [...options, gateway.origin] : options;

describe.each(WRITING)("%s", (_, command, options, made, told) => {
  it("does not write a signed file with a change in it, here or elsewhere, and says what to do", async () => {
    const bytes = signedFile(await made());
    const file = await folder.put("a.xlsx", bytes);
    const before = await folder.names();
    expect(await ran(command, file, "--in-place", ...asked(options))).toEqual({
      code: 3,
      out: "",
      error: `${file}: ${REFUSAL}\n`,
    });
    const copied = await ran(command, file, "-o", folder.path("b.xlsx"), "--json", ...asked(options));
    expect([copied.code, JSON.parse(copied.out)]).toEqual([3, { file, problem: REFUSAL }]);
    expect(await folder.names()).toEqual(before);
    expect(await folder.bytes("a.xlsx")).toEqual(bytes);
  });

  it("tells with --dry-run what would change", async () => {
    const file = await folder.put("a.xlsx", signedFile(await made()));
    const { code, out } = await ran(command, file, "--dry-run", ...asked(options));
    expect(code).toBe(0);
    expect(out).toMatch(told);
    expect(out).toContain("nothing was written");
  });

  it("writes a file of which a signature was removed", async () => {
    const file = await folder.put("a.xlsx", signedFile(await made(), { signature: false }));
    const { code, out } = await ran(command, file, "--in-place", ...asked(options));
    expect(code).toBe(0);
    expect(out).toMatch(told);
  });
});

it("is refused for itself, and the other files are written", async () => {
  const signed = await folder.put("a.xlsx", signedFile(await book()));
  const file = await folder.put("b.xlsx", await book());
  const { code, out, error } = await ran(
    refreshWith(host),
    ...[signed, file, "--in-place", "--from", gateway.origin],
  );
  expect([code, error]).toEqual([3, expect.stringContaining(`${signed}: ${REFUSAL}`) as string]);
  expect(out).toContain(`${file}: 1 formula`);
  expect(cellsOf(await folder.bytes("b.xlsx"))).toMatchObject({ A1: { value: 1150 } });
});

it("is left as it is, or copied, where nothing changes in it", async () => {
  const bytes = signedFile(
    await book({ ...CELLS, A1: { f: value("2023-12"), v: 1150, spill: "A1" } }, [NEW]),
  );
  const file = await folder.put("a.xlsx", bytes);
  const refresh = (...where: readonly string[]) =>
    ran(refreshWith(host), file, ...where, "--from", gateway.origin);
  expect(await refresh("--in-place")).toMatchObject({
    code: 0,
    out: expect.stringContaining("left as it is") as string,
  });
  expect((await refresh("-o", folder.path("b.xlsx"))).code).toBe(0);
  expect(await folder.bytes("a.xlsx")).toEqual(bytes);
  expect(await folder.bytes("b.xlsx")).toEqual(bytes);
});

it("is scanned like any other", async () => {
  const file = await folder.put("a.xlsx", signedFile(await book()));
  const { code, out } = await ran(scan, file);
  expect(code).toBe(0);
  expect(out).toContain(`${file}: 1 formula, 1 series kept`);
});
