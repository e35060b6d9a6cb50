import { RANKABLE_HOLDERS } from "../../src/catalog/treasury";
import { connectEmbedded } from "../../src/workbench/connect";
import { ask } from "./ask";

test("a panel of many series that are not loaded yet asks for all of them together", async () => {
  connectEmbedded();
  const ids = RANKABLE_HOLDERS.slice(0, 40);
  const table = await ask("PANEL", [[ids.join(",")]], "2010-01", "2010-03");
  expect(table).toHaveLength(4);
  expect((table as readonly (readonly unknown[])[])[0]).toHaveLength(41);
});
