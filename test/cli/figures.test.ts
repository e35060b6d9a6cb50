import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError, type Io } from "../../src/cli/command";
import { evalWith } from "../../src/cli/eval";
import { freshnessNote, openFigures } from "../../src/cli/figures";
import { seriesWith } from "../../src/cli/series";
import { period } from "../../src/domain/period";
import type { SeriesId } from "../../src/domain/series";
import { ok, startFaultyGateway, status } from "../fixtures/faulty-gateway";
import { aSeries } from "../fixtures/documents";
import { gatewayWorld } from "./gateway-world";

const HALF = aSeries("JP.COMPUTER.NET", {
  measure: "flow",
  unit: { kind: "money", currency: "JPY", power: 8 },
  frequency: "A",
  observations: [[period("2024"), -24_941]],
});

function terminal(): { readonly io: Io; readonly said: { out: string; error: string } } {
  const said = { out: "", error: "" };
  return { io: { out: (text) => void (said.out += text), error: (text) => void (said.error += text) }, said };
}

const { host } = gatewayWorld();

it("answers from the embedded figures alone, if told so", async () => {
  const { io, said } = terminal();
  expect(await evalWith(host)(["--offline", '=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn")'], io)).toBe(
    0,
  );
  expect(said).toEqual({ out: "-5.3452\n", error: "" });
});

it("answers from a gateway", async () => {
  const gateway = await startFaultyGateway();
  gateway.behave = (request, response) =>
    request.url?.endsWith("JP.COMPUTER.NET.json")
      ? ok(HALF)(request, response)
      : status(404)(request, response);
  const { io, said } = terminal();
  const formula = '=DIGITRADE.VALUE("JP.COMPUTER.NET",2024,"unit=bn")';
  expect(await evalWith(host)(["--from", gateway.origin, formula], io)).toBe(0);
  expect(said).toEqual({ out: "-2494.1\n", error: "" });
  await gateway.close();
});

it("says so where the embedded figures answer because a gateway does not", async () => {
  const gateway = await startFaultyGateway();
  gateway.behave = status(503);
  const { io, said } = terminal();
  expect(await seriesWith(host)(["TIC.JP", "--csv", "--from", gateway.origin], io)).toBe(0);
  expect(said.out).toContain("2024-12,1061.5");
  expect(said.error).toMatch(/^Note: TIC\.JP could not be had from its source now/);
  await gateway.close();
});

it("goes on with the embedded figures where the store cannot be opened, and says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "figures-"));
  const { io, said } = terminal();
  const broken = { ...host, open: () => Promise.reject(new Error("disk full")) };
  const figures = await openFigures({ store: folder }, broken, io);
  expect((await figures.load("TIC.JP" as SeriesId)).embedded).toBe(true);
  expect(said.error).toMatch(/disk full.*The embedded figures answer/s);
  await figures.close();
  await rm(folder, { recursive: true, force: true });
});

it.each([
  [{ offline: true, from: "https://figures.example" }],
  [{ from: "figures.example" }],
  [{ from: "ftp://figures.example" }],
])("refuses %j with what to write instead", async (asked) => {
  await expect(openFigures(asked, host, terminal().io)).rejects.toBeInstanceOf(UsageError);
});

it("says nothing of figures that no source could bring newer", () => {
  expect(freshnessNote([{ id: "JP.SPECIALISTS" as SeriesId, embedded: true }])).toBeUndefined();
  expect(freshnessNote([{ id: "TIC.JP" as SeriesId }])).toBeUndefined();
  expect(freshnessNote([{ id: "TIC.JP" as SeriesId, stale: true }])).toMatch(/TIC\.JP/);
});
