import { run } from "../../src/cli/run";
import { written } from "./gateway-world";

const ran = async (...argv: readonly string[]) => {
  const { io, out, error } = written();
  return { code: await run(argv, io), out: out(), error: error() };
};

it("explains every command and every exit code", async () => {
  const { code, out } = await ran("--help");
  expect(code).toBe(0);
  for (const name of [
    "eval",
    "series",
    "serve",
    "ingest",
    "refresh",
    "repair",
    "freeze",
    "thaw",
    "scan",
    "new",
    "chart",
  ])
    expect(out).toContain(`digitrade ${name} `);
  expect(out).toMatch(/Exit codes: 0 \w[^]* 2 \w[^]* 3 \w[^]* 4 \w[^]*\b1 \w/);
  expect(out).toContain("docs/gateway.md");
  expect(await ran("refresh", "--help")).toEqual({ code: 0, out, error: "" });
});

it.each([["refresh"], ["repair"], ["freeze"], ["thaw"], ["scan"]])(
  "finds %s, which wants files",
  async (name) => {
    const { code, error } = await ran(name);
    expect(code).toBe(2);
    expect(error).toMatch(/^Give at least one file, or a pattern/);
  },
);

it.each([
  [["nonsense"], /^"nonsense" is not a command\./],
  [["toString"], /^"toString" is not a command\./],
  [["serve", "--port", "x"], /^DIGITRADE_PORT \(or --port\) must be a port/],
  [["ingest", "--only", "nobody"], /^--only: "nobody" is not a source; there are boj, ecb, fred, /],
])("answers %j with 2, a sentence and the usage", async (argv, words) => {
  const { code, out, error } = await ran(...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(error).toMatch(words);
  expect(error).toContain("digitrade serve ");
});

it("prints the usage where nothing is asked", async () => {
  const { code, out } = await ran();
  expect(code).toBe(2);
  expect(out).toContain("digitrade eval 'FORMULA'");
});
