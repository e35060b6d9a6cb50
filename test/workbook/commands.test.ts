import type { Host } from "../../src/workbench/host/index";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

type Handler = (event: { readonly completed: () => void }) => void;
let host: Host;

beforeAll(async () => {
  host = openHost();
  await bootOffice(host);
  await import("../../src/addin/functions");
});
afterAll(closeHosts);

const handler = (name: string): Handler => {
  const { _association } = Office.actions as unknown as {
    _association: { mappings: Record<string, Handler> };
  };
  const found = Object.entries(_association.mappings).find(
    ([key]) => key.toUpperCase() === name.toUpperCase(),
  );
  if (!found) throw new Error(`${name} is not associated.`);
  return found[1];
};
const press = (name: string): Promise<void> => new Promise((completed) => handler(name)({ completed }));

test("the button for the pane shows it, and completes", async () => {
  await press("openPane");
  expect(host.runtime.shown).toBe("Visible");
});

test("refresh and freeze show the pane, and complete while the work goes on; freezing only asks", async () => {
  const before = JSON.stringify(host.save());
  await Office.addin.hide();
  await press("refresh");
  expect(host.runtime.shown).toBe("Visible");
  await press("freeze");
  expect(JSON.stringify(host.save())).toBe(before);
});

test("the help opens beside the workbook", async () => {
  const open = jest.spyOn(window, "open").mockReturnValue(null);
  await press("openHelp");
  expect(open).toHaveBeenCalledWith("https://localhost/help/functions.html", "_blank", "noopener");
});

test("a button completes even where Excel refuses", async () => {
  const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
  jest.spyOn(Office.addin, "showAsTaskpane").mockRejectedValue(new Error("no"));
  for (const name of ["openPane", "refresh", "freeze"]) await press(name);
  expect(error).toHaveBeenCalledTimes(3);
});
