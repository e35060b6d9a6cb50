import { connectEmbedded } from "../../src/workbench/connect";
import { ask, isTable } from "../functions/ask";

beforeAll(() => void connectEmbedded());

/** The headings of a table. */
async function headings(...call: Parameters<typeof ask>): Promise<readonly unknown[]> {
  const answered = await ask(...call);
  if (isTable(answered)) return answered[0] ?? [];
  throw new Error(`Not a table: ${JSON.stringify(answered)}`);
}

const BOP = "Bank of Japan / Ministry of Finance, Balance of Payments";

test.each([
  [
    ["JP.DIGITAL.NET", 2014, 2016, "freq=A;fx=USD;unit=bn"],
    `Japan: digital trade (3 items), balance (3item) · USD billion · flow, by year · at the average of each month, ecb · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["JP.DIGITAL.NET", 2014, 2016, "freq=A;fx=USD;unit=bn;basis=end"],
    `Japan: digital trade (3 items), balance (3item) · USD billion · flow, by year · at the last fixing of the year, ecb · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["JP.DIGITAL.NET", 2014, 2016, "freq=A;fx=USD;unit=bn;basis=end;path=native"],
    `Japan: digital trade (3 items), balance (3item) · USD billion · flow, by year · at month-end rates, ecb · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["JP.DIGITAL.NET", 2015, 2016, "freq=A;tf=pc1"],
    `Japan: digital trade (3 items), balance (3item) · deficit, % · flow, by year · per cent on the year before · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["JP.DIGITAL.NET", "FY2014", "FY2015", "freq=FY;unit=tn;sign=deficit"],
    `Japan: digital trade (3 items), balance (3item) · JPY trillion · flow, by fiscal year (April to March) · deficit positive · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["JP.TRAVEL.NET", 2016, 2016, "freq=A;sign=deficit;tf=pc1"],
    `Japan: travel, balance · surplus, % · flow, by year · deficit positive · per cent on the year before · ${BOP}, vintage 2017-05-26`,
  ],
  [
    ["FX.USDJPY", 1997, 2000, "freq=A"],
    "USD/JPY: yen per US dollar · JPY per USD · rate, by year · average, fred (fallback) and ecb",
  ],
])("HISTORY%j names what it holds", async (args, header) => {
  expect((await headings("HISTORY", ...args))[1]).toBe(header);
});
