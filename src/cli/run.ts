import { UsageError, type Command, type Io } from "./command";
import type { thisComputer } from "./this-computer";

/** A command that needs figures gets those of this computer's network, store and clock. */
const here = async (load: () => Promise<(host: typeof thisComputer) => Command>): Promise<Command> => {
  const [make, computer] = await Promise.all([load(), import("./this-computer")]);
  return make(computer.thisComputer);
};

/** Each is loaded when it is called for: a gateway needs no spreadsheet. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  eval: () => here(async () => (await import("./eval")).evalWith),
  series: () => here(async () => (await import("./series")).seriesWith),
  serve: () => here(async () => (await import("./serve")).serveWith),
  ingest: () => here(async () => (await import("./ingest")).ingestWith),
  refresh: () => here(async () => (await import("./refresh")).refreshWith),
  repair: () => here(async () => (await import("./repair")).repairWith),
  freeze: () => here(async () => (await import("./freeze")).freezeWith),
  thaw: async () => (await import("./thaw")).thaw,
  scan: async () => (await import("./scan")).scan,
  new: () => here(async () => (await import("./new")).newWith),
  chart: () => here(async () => (await import("./chart")).chartWith),
};

const USAGE = `digitrade: digital-trade, currency and Treasury-holdings figures that say where they come from

  digitrade eval 'FORMULA' [--json] [--asof DAY] [FIGURES]     evaluate a formula and print the answer
  digitrade eval --file FILE [--asof DAY] [FIGURES]            one formula a line in, one JSON document a line out
  digitrade series ID [--json | --csv] [FIGURES]               print the document of a series

  FIGURES: from the sources themselves, kept in a store, as far as a network reaches them
           --offline            the embedded figures alone
           --from URL           a gateway, or a folder of its documents on a web server
           --store DIR|redis:// where the store is

  digitrade serve [--port N] [--host H] [--store DIR|redis://…] [--static DIR] [--metrics-port N | --no-metrics] [--offline]
                                                               answer as a gateway, until a signal stops it
  digitrade ingest [--all] [--only boj,ecb] [--since DAY] [--store DIR|redis://…] [--out DIR] [--json]
                                                               ask providers for what is due; --out writes it as files
  digitrade ingest --file SOURCE=PATH … [--store DIR|redis://…] [--out DIR] [--json]
                                                               read documents that you downloaded

  digitrade refresh FILE… WHERE [--unpin] [--freeze] [--json] [FIGURES]
                                                               newer figures in workbooks, and all that depends on them
  digitrade repair FILE… WHERE [--json] [FIGURES]              DIGITRADE formulas that show #NAME?, written anew
  digitrade freeze FILE… WHERE [--json]                        values in place of DIGITRADE formulas
  digitrade thaw FILE… WHERE [--json]                          the frozen formulas back
  digitrade chart FILE… --chart ID[;KEY=VALUE…] … WHERE [--at 'SHEET'!CELL] [--lang en|ja] [--json] [FIGURES]
                                                               prebuilt charts with live formulas, on new sheets or at a cell
  digitrade scan FILE… [--json]                                what workbooks hold of ours

  FILE…  workbooks (.xlsx, .xlsm), or patterns in quotes such as '*.xlsx'
  WHERE: -o OUT       a file, or a folder for several
         --in-place   in place of each file
         --dry-run    nothing is written

  digitrade new --chart ID[;KEY=VALUE…] … -o OUT.xlsx [--lang en|ja] [--force] [FIGURES]
  digitrade new --template headline|japan|fx|treasuries -o OUT.xlsx [--lang en|ja] [--force] [FIGURES]
                                                               a new workbook with charts, live formulas and their figures

Exit codes: 0 answered, 2 wrong usage, 3 the answer is an error value or something in a file could not be done, 4 some
provider failed and the others were read, 1 anything else. What the gateway reads from the environment: docs/gateway.md.
`;

/** Runs one command line; returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "help" || argv.includes("--help")) {
    io.out(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(`"${name}" is not a command.`);
    return await (
      await command()
    )(rest, io);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    io.error(`${thrown.message}\n\n${USAGE}`);
    return 2;
  }
}
