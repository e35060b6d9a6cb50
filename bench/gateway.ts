import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { SERVER_FILE, type ServerFacts } from "./gateway-server";
import { benchIngest } from "./ingest";

const PATH = "/v1/series/JP.COMPUTER.NET.json";
const CONNECTIONS = 64;
const SECONDS = 3;
const ROUNDS = 7;
const WARM_UP = 2;
const MEGABYTE = 1e6;

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
}

/** What one round through one server came to. */
interface Round {
  readonly perSecond: number;
  /** Microseconds of the server's processor time for a request. */
  readonly cpu: number;
}

/**
 * A cached series through the real gateway, beside a bare node:http server that sends the same bytes and headers, each in a
 * process of its own, in turn. The program that asks shares the processors with them, and is sometimes what limits both:
 * processor time a request says what the server itself costs, so the lower of the two ratios is held against the bar.
 */
export async function benchGateway(): Promise<string> {
  const store = await mkdtemp(join(tmpdir(), "bench-gateway-"));
  const gateway = await start("gateway", store);
  const bare = await start("bare", gateway.origin + PATH);
  try {
    const rounds: { readonly ours: Round; readonly theirs: Round }[] = [];
    let requests = 0;
    let warm: ServerFacts | undefined;
    for (let i = 0; i < ROUNDS + WARM_UP; i++) {
      if (i === WARM_UP) warm = await factsOf(gateway);
      const ours = await round(gateway);
      const theirs = await round(bare);
      if (i < WARM_UP) continue;
      rounds.push({ ours, theirs });
      requests += Math.round(ours.perSecond * SECONDS);
    }
    const after = await factsOf(gateway);
    const ours = middleOf(rounds.map((r) => r.ours));
    const theirs = middleOf(rounds.map((r) => r.theirs));
    const ratio = Math.min(ours.perSecond / theirs.perSecond, theirs.cpu / ours.cpu);
    return [
      `A cached series through the gateway, ${CONNECTIONS} connections: ${words(ours)}; a bare node:http server with the same bytes: ${words(theirs)}; ratio ${ratio.toFixed(2)} (bar: 0.6)`,
      `Memory of the gateway after ${count(requests)} more requests than the warm-up: ${memory(after)}; before: ${memory(warm)}`,
      await benchIngest(),
    ].join("\n");
  } finally {
    for (const { child } of [gateway, bare]) child.kill();
    await rm(store, { recursive: true, force: true });
  }
}

async function start(...args: readonly string[]): Promise<Server> {
  const child = fork(SERVER_FILE, args, { execArgv: ["--expose-gc", "--import", "tsx"] });
  const [origin] = (await once(child, "message")) as [string];
  return { child, origin };
}

async function factsOf({ child }: Server): Promise<ServerFacts> {
  const answer = once(child, "message");
  child.send("facts");
  const [facts] = (await answer) as [ServerFacts];
  return facts;
}

async function round(server: Server): Promise<Round> {
  const before = await factsOf(server);
  const { requests, non2xx, errors } = await autocannon({
    url: server.origin + PATH,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { "Accept-Encoding": "gzip" },
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed.`);
  const after = await factsOf(server);
  return { perSecond: requests.average, cpu: (after.cpu - before.cpu) / requests.total };
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const middleOf = (rounds: readonly Round[]): Round => ({
  perSecond: middle(rounds.map(({ perSecond }) => perSecond)),
  cpu: middle(rounds.map(({ cpu }) => cpu)),
});

const count = (n: number): string => Math.round(n).toLocaleString("en-US");
const words = ({ perSecond, cpu }: Round): string =>
  `${count(perSecond)} requests/s, ${cpu.toFixed(0)} µs of processor time each`;
const memory = (facts: ServerFacts | undefined): string =>
  `${((facts?.heap ?? 0) / MEGABYTE).toFixed(1)} MB of heap, ${((facts?.rss ?? 0) / MEGABYTE).toFixed(0)} MB in all`;
