import { dayOf, isRecord, rateOf, type Refuse } from "../common/rate";
import { isHtml, parseJson, refused, textOf } from "../common/reply";
import type { Ask, Reply } from "../common/source";
import type { Talk } from "../common/ways";
import type { Dated, FredId } from "./rates";

const WHO = "FRED's API";

/** One page takes 100,000 values, many times what any series here has. */
const MOST_PAGES = 10;

function apiAsk(id: FredId, from: string, offset: number, key: string): Ask {
  return {
    at: "api",
    path: "/fred/series/observations",
    query: {
      series_id: id,
      file_type: "json",
      observation_start: from,
      ...(offset > 0 && { offset: String(offset) }),
    },
    secret: { api_key: key },
    types: ["application/json"],
    maxBytes: 6_000_000,
  };
}

/** All pages of one series; `count` says how many values there are in all. */
export function* ratesOfApi(id: FredId, from: string, key: string, refuse: Refuse): Talk<readonly Dated[]> {
  const rates: Dated[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = pageOf(answerOf(yield apiAsk(id, from, rates.length, key), key), id, refuse);
    for (const rate of page.rates) rates.push(rate);
    if (rates.length >= page.count) return rates;
    if (page.rates.length === 0) throw refuse(`${rates.length} of ${page.count} values of ${id} came`);
  }
  throw refuse(`it goes on after ${MOST_PAGES} pages of ${id}`);
}

/** JSON of an answer; refusals come as `{"error_code", "error_message"}`, and must not repeat the key. */
function answerOf({ status, text }: Reply, key: string): unknown {
  const clean = { status, text: text.replaceAll(key, "…") };
  if (status === 200) return parseJson(textOf(clean, WHO), WHO);
  const said = /"error_message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(clean.text)?.[1];
  throw refused(status, WHO, said ?? (isHtml(clean.text) ? "" : clean.text));
}

/** One page of `{units, count, observations: [{date, value}]}`; a value of "." is published as not observed. */
export function pageOf(
  raw: unknown,
  id: FredId,
  refuse: Refuse,
): { readonly rates: readonly Dated[]; readonly count: number } {
  if (!isRecord(raw) || !Array.isArray(raw.observations)) throw refuse("it holds no observations");
  const { units = "lin", observations, count = observations.length } = raw;
  if (units !== "lin") throw refuse(`its values are transformed (units ${JSON.stringify(units)})`);
  if (typeof count !== "number") throw refuse("it does not say how many values there are");
  const rates = observations.map((one: unknown): Dated => {
    if (!isRecord(one)) throw refuse("it holds no observations");
    const day = dayOf(one.date, refuse);
    if (one.value === "." || one.value === "") return { day, rate: null };
    return { day, rate: rateOf(one.value, `${id}, ${day}`, refuse) };
  });
  return { rates, count };
}
