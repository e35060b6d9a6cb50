import { dayOfInstant, type Day } from "../../domain/period";

/** The day by the browser's clock. */
export const today = (): Day => dayOfInstant(Date.now());
