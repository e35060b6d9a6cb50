import * as v from "valibot";
import { isPeriod } from "../../src/domain/period";

const period = v.pipe(v.string(), v.check(isPeriod, "not a period"));
const day = v.pipe(period, v.regex(/^\d{4}-\d{2}-\d{2}$/, "not a day"));
const status = v.picklist(["approx", "prelim", "break", "secondary"]);
const text = v.pipe(v.string(), v.minLength(1));
const figure = v.nullable(v.pipe(v.number(), v.finite()));

const unit = v.variant("kind", [
  v.strictObject({ kind: v.literal("money"), currency: text, power: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ kind: v.literal("rate"), base: text, quote: text, per: v.number() }),
  v.strictObject({ kind: v.literal("percent") }),
  v.strictObject({ kind: v.literal("index"), base: period }),
  v.strictObject({ kind: v.literal("persons") }),
  v.strictObject({ kind: v.literal("number") }),
]);

/** The exact shape of an embedded document; any other key is a fault. */
export const DOCUMENT_SHAPE = v.strictObject({
  id: text,
  version: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  title: v.strictObject({ en: text, ja: text }),
  measure: v.picklist(["flow", "stock", "rate", "index", "ratio"]),
  unit,
  frequency: v.picklist(["A", "FY", "H", "Q", "M", "D"]),
  adjusted: v.boolean(),
  source: v.strictObject({ id: text, name: text, url: text, terms: text, credit: text }),
  retrieved: day,
  published: day,
  embedded: v.literal(true),
  note: text,
  observations: v.array(v.union([v.strictTuple([period, figure]), v.strictTuple([period, figure, status])])),
  revisions: v.optional(
    v.array(v.union([v.strictTuple([period, figure, day]), v.strictTuple([period, figure, day, status])])),
  ),
  citations: v.optional(v.array(v.strictTuple([period, day, text]))),
  months: v.optional(
    v.array(
      v.union([
        v.strictTuple([period, figure, figure, v.nullable(day)]),
        v.strictTuple([period, figure, figure, v.nullable(day), figure]),
      ]),
    ),
  ),
});
