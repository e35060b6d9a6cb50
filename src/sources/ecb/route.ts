import type { Day } from "../../domain/period";
import { unreadable } from "../common/reply";
import type { Refuse } from "../common/rate";
import type { Ask, Reading, Reply } from "../common/source";
import type { Talk } from "../common/ways";
import { readingsOf, type Fixing } from "./fixings";
import { checkWindow, windowsOf, type Span } from "./span";

/** One way to the Bank's rates: who is asked, for how many days at once, and how the answer is read. */
export interface Route {
  readonly who: string;
  readonly longest: number;
  readonly ask: (window: Span) => Ask;
  readonly read: (reply: Reply, refuse: Refuse) => readonly Fixing[];
}

/** The rates of a span along one route, window by window. */
export function* along(route: Route, span: Span, today: Day): Talk<readonly Reading[]> {
  const refuse: Refuse = (what, cause) => unreadable(route.who, what, cause);
  const fixings: Fixing[] = [];
  for (const window of windowsOf(span, route.longest)) {
    const found = route.read(yield route.ask(window), refuse);
    checkWindow(found, window, today, refuse);
    for (const fixing of found) fixings.push(fixing);
  }
  return readingsOf(fixings, refuse);
}
