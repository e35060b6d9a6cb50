import { CHARTS } from "../../src/charts/index";
import { associateCommands } from "../../src/addin/commands";
import { makeDoor } from "../../src/pane/door";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

afterAll(closeHosts);

type Handler = (event: { readonly completed: () => void }) => void;

test("each chart of the menu shows the pane and asks it to insert that chart", async () => {
  const host = openHost();
  await bootOffice(host);
  const door = makeDoor();
  associateCommands({ door, desk: () => Promise.reject(new Error("not asked for")) });
  const { mappings } = (Office.actions as unknown as { _association: { mappings: Record<string, Handler> } })
    ._association;
  const press = (name: string): Promise<void> =>
    new Promise((completed) => {
      const found = Object.entries(mappings).find(([key]) => key.toUpperCase() === name.toUpperCase());
      if (!found) throw new Error(`${name} is not associated.`);
      found[1]({ completed });
    });
  for (const { id } of CHARTS) {
    await press(`chart${id.replaceAll("-", "")}`);
    expect(door.asked).toEqual({ tab: "charts", words: `insert:${id}` });
  }
  expect(host.runtime.shown).toBe("Visible");
});
