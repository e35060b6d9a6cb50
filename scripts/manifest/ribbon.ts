import type { ButtonCommand, Command } from "./commands";
import type { Resources, Words } from "./resources";
import { element, type Xml } from "./xml";

/** A shared runtime has one pane; actions that name it by the same id open the same one. */
const PANE_ID = "DigiTrade.Pane";

/** The add-in's group on a tab of Excel's own. */
export function ribbonGroup(
  name: Words,
  commands: readonly Command[],
  page: string,
  resources: Resources,
): Xml {
  const shown = commands.filter((command) => command.kind === "button" || command.items.length > 0);
  return element("Group", { id: "DigiTrade.Group" }, [
    element("Label", { resid: resources.short("Group.Label", name) }),
    resources.icon("digitrade"),
    ...shown.map((command) => control(command, page, resources)),
  ]);
}

function control(command: Command, page: string, resources: Resources): Xml {
  switch (command.kind) {
    case "button":
      return element(
        "Control",
        { "xsi:type": "Button", id: `DigiTrade.${command.id}` },
        button(command, page, resources),
      );
    case "menu":
      return element("Control", { "xsi:type": "Menu", id: `DigiTrade.${command.id}` }, [
        ...appearance(command, resources),
        element(
          "Items",
          {},
          command.items.map((item) =>
            element("Item", { id: `DigiTrade.${item.id}` }, button(item, page, resources)),
          ),
        ),
      ]);
  }
}

function button(command: ButtonCommand, page: string, resources: Resources): readonly Xml[] {
  return [...appearance(command, resources), action(command, page)];
}

function appearance({ id, icon, label, tip }: Command, resources: Resources): readonly Xml[] {
  const labelId = resources.short(`${id}.Label`, label);
  return [
    element("Label", { resid: labelId }),
    element("Supertip", {}, [
      element("Title", { resid: labelId }),
      element("Description", { resid: resources.long(`${id}.Tip`, tip) }),
    ]),
    resources.icon(icon),
  ];
}

function action({ does }: ButtonCommand, page: string): Xml {
  if (does === "open-pane")
    return element("Action", { "xsi:type": "ShowTaskpane" }, [
      element("TaskpaneId", {}, PANE_ID),
      element("SourceLocation", { resid: page }),
    ]);
  return element("Action", { "xsi:type": "ExecuteFunction" }, [element("FunctionName", {}, does.run)]);
}
