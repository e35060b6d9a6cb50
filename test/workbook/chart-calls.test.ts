import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { CHARTS } from "../../src/charts/index";
import { insertChart } from "../../src/workbook/chart-insert";
import { closeHosts } from "../workbench/host/boot-office";
import { recordCalls } from "./call-log";
import { jobOf, openWorld } from "./chart-world";

jest.setTimeout(20_000);

/** UPDATE_GOLDEN=1 writes what comes out; look at the difference before it is kept. */
const UPDATE = process.env["UPDATE_GOLDEN"] === "1";
const FOLDER = path.join(process.cwd(), "test/golden/chart-calls");

afterEach(closeHosts);

test.each(CHARTS.map(({ id }) => id))("%s asks of Excel what it asked before", async (id) => {
  const host = await openWorld();
  const log = recordCalls(host);
  await insertChart(await jobOf(id), { kind: "new-sheet" });
  const file = path.join(FOLDER, `${id}.txt`);
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, log.text());
  }
  expect(existsSync(file)).toBe(true);
  expect(log.text()).toBe(readFileSync(file, "utf8"));
  expect([[...host.wire.ignored], [...host.wire.unread]]).toEqual([[], []]);
});
