import { evalCommand } from "./eval";
import { UsageError, type Command, type Io } from "./command";
import { seriesCommand } from "./series";

const COMMANDS: Readonly<Record<string, Command>> = { eval: evalCommand, series: seriesCommand };

const USAGE = `digitrade: digital-trade, currency and Treasury-holdings figures that say where they come from

  digitrade eval 'FORMULA' [--json] [--offline] [--asof DAY]   evaluate a formula and print the answer
  digitrade eval --file FILE [--offline] [--asof DAY]          one formula a line in, one JSON document a line out
  digitrade series ID [--json | --csv]                         print the document of a series

Exit codes: 0 answered, 2 wrong usage, 3 the answer is an error value, 1 anything else.
`;

/** Runs one command line; returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "help") {
    io.out(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(`"${name}" is not a command.`);
    return await command(rest, io);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    io.error(`${thrown.message}\n\n${USAGE}`);
    return 2;
  }
}
