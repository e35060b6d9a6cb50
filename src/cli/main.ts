import { run } from "./run";

/** Writes until done: a pipe that closes early (head) ends the program quietly. */
process.stdout.on("error", (problem: NodeJS.ErrnoException) => {
  process.exit(problem.code === "EPIPE" ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: { out: process.stdout.isTTY, error: process.stderr.isTTY },
});
