import { thaw } from "../../src/cli/thaw";
import { madeFile } from "../xlsx/refresh/made-file";
import { ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();

it("leaves a file in which nothing is frozen byte for byte", async () => {
  const bytes = madeFile({ S: { A1: { f: "1+1", v: 2 } } });
  const file = await folder.put("a.xlsx", bytes);
  expect(await ran(thaw, file, "--in-place")).toMatchObject({
    code: 0,
    out: `${file}: 0 formulas back; left as it is\n`,
  });
  expect(await folder.bytes("a.xlsx")).toEqual(bytes);
});

it("writes only where it is told", async () => {
  const file = await folder.put("a.xlsx", madeFile({ S: {} }));
  expect((await ran(thaw, file)).error).toMatch(/^Say where to write/);
  expect((await ran(thaw, file, "--offline", "--in-place")).error).toMatch(/offline/);
  expect((await ran(thaw)).error).toMatch(/^Give at least one file/);
});
