import { FUNCTIONS } from "../src/functions/index";
import { connectEmbedded } from "../src/workbench/connect";
import { median } from "./timing";

const CALLS = 10_000;
const IDS = ["JP.COMPUTER.NET", "JP.COPYRIGHT.DEBIT", "JP.DIGITAL.NET", "TIC.JP", "US.DELIVERABLE.NET"];
const YEARS = [2014, 2015, 2016];

type Asked = (id: unknown, period: unknown, options: unknown, invocation: unknown) => unknown;

/** 10,000 VALUE calls on loaded series, beside a function that returns its argument, called the same way. */
export async function benchCalls(): Promise<string> {
  connectEmbedded();
  const value = FUNCTIONS.VALUE as Asked;
  const same: Asked = (id) => id;
  const questions = Array.from({ length: CALLS }, (_, i) => ({
    id: IDS[i % IDS.length],
    period: YEARS[Math.floor(i / IDS.length) % YEARS.length],
    options: [[`unit=bn${i % 2 === 0 ? ";fx=USD" : ""}`]],
    invocation: { address: `Sheet1!A${i + 1}` },
  }));
  const all = (f: Asked) => () => {
    for (const q of questions) {
      try {
        f(q.id, q.period, q.options, q.invocation);
      } catch {
        // A missing figure is an answer too.
      }
    }
  };
  for (const q of questions.slice(0, 60))
    await Promise.resolve(value(q.id, q.period, q.options, q.invocation)).catch(() => undefined);
  const ours = await median(all(value));
  const argument = await median(all(same));
  const each = (ms: number): string => `${((ms * 1000) / CALLS).toFixed(2)} µs`;
  return `10,000 VALUE calls, warm: ${each(ours)} a call; returning the argument: ${each(argument)}; difference ${each(ours - argument)}`;
}
