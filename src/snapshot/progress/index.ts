// Written by scripts/write-indexes.ts from the files of this folder.
import JP_INBOUNDSPEND from "./JP.INBOUNDSPEND.json";
import JP_SPECIALISTS from "./JP.SPECIALISTS.json";
import JP_VISITORS from "./JP.VISITORS.json";

/** The embedded documents of this family, by id. */
export const documents: Readonly<Record<string, unknown>> = {
  "JP.INBOUNDSPEND": JP_INBOUNDSPEND,
  "JP.SPECIALISTS": JP_SPECIALISTS,
  "JP.VISITORS": JP_VISITORS,
};
