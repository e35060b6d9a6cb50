import type { Door } from "../pane/door";
import type { RefreshDesk } from "../workbook/refresh/desk";

const HELP_PAGE = "help/functions.html";

/** What the buttons act on. */
export interface CommandHost {
  readonly door: Door;
  readonly desk: () => Promise<RefreshDesk>;
}

/** The ribbon's buttons by the names that the manifest calls them. */
const COMMANDS = {
  openPane: async () => {
    await Office.addin.showAsTaskpane();
  },
  refresh: async (host) => {
    const desk = await atDesk(host);
    // A button stays blocked until it is done with, and asking for figures takes its time.
    void desk.check();
  },
  freeze: async (host) => {
    const desk = await atDesk(host);
    desk.askToFreeze();
  },
  openHelp: () => {
    const japanese = Office.context.displayLanguage.toLowerCase().startsWith("ja");
    openPage(new URL(japanese ? `${HELP_PAGE}#top-ja` : HELP_PAGE, location.href).href);
    return Promise.resolve();
  },
  chartDigitalBalance: chart("digital-balance"),
  chartDigitalComponents: chart("digital-components"),
  chartComponentChange: chart("component-change"),
  chartReceiptsPayments: chart("receipts-payments"),
  chartTravelDigital: chart("travel-digital"),
  chartYenDollarIndex: chart("yen-dollar-index"),
  chartVolumeCurrency: chart("volume-currency"),
  chartThreeRates: chart("three-rates"),
  chartYenPerDollar: chart("yen-per-dollar"),
  chartTreasuryHolders: chart("treasury-holders"),
  chartHoldingsChange: chart("holdings-change"),
  chartDeliverableByCountry: chart("deliverable-by-country"),
  chartHoldingsCover: chart("holdings-cover"),
  chartTargetBullet: chart("target-bullet"),
  chartTargetPath: chart("target-path"),
  chartTargetGap: chart("target-gap"),
  chartDeficitProjections: chart("deficit-projections"),
} as const satisfies Record<string, (host: CommandHost) => Promise<void>>;

/** Inserts a chart from the gallery into a new sheet: the pane does it, and says what came of it. */
function chart(id: string): (host: CommandHost) => Promise<void> {
  return async ({ door }) => {
    door.ask("charts", `insert:${id}`);
    await Office.addin.showAsTaskpane();
  };
}

/** Shows the part of the pane where the answer will be. */
async function atDesk({ door, desk }: CommandHost): Promise<RefreshDesk> {
  door.ask("refresh");
  await Office.addin.showAsTaskpane();
  return desk();
}

/** In the browser itself where Excel can; the pane is too narrow for a page of its own. */
function openPage(address: string): void {
  const { requirements, ui } = Office.context;
  if (requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) ui.openBrowserWindow(address);
  else window.open(address, "_blank", "noopener");
}

/** Makes the buttons work; part of the first chunk, since a press may come before the pane was ever open. */
export function associateCommands(host: CommandHost): void {
  for (const [name, run] of Object.entries(COMMANDS))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // A button whose event is not completed stays blocked.
      run(host)
        .catch((thrown: unknown) => console.error(thrown))
        .finally(() => event.completed());
    });
}
