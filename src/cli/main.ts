import { setFlagsFromString } from "node:v8";
import { run } from "./run";

/**
 * Most commands end within a second, of which the threads that compile what was called often take a good part away where there
 * are two cores: they start later then (three times as many calls; a tenth less time). A service compiles as it always does,
 * and other versions of Node, which have not been measured, too.
 */
if (/^2[02]\./.test(process.versions.node) && process.argv[2] !== "serve")
  setFlagsFromString("--interrupt-budget=200000");

/** Writes until done: a pipe that closes early (head) ends the program quietly. */
process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
  process.exit(problem.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: { out: process.stdout.isTTY, error: process.stderr.isTTY },
});
