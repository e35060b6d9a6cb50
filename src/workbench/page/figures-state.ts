import { fill, type Dictionary, type Language } from "./dictionary";

/** What the gateway beside the preview says about its sources, as far as the state line needs it. */
export interface FiguresState {
  /** Sources that are asked at all, and those among them that answered when last asked. */
  readonly sources: number;
  readonly live: number;
  /** Sources that were not asked yet. */
  readonly waiting: number;
  /** When figures were last looked for with success: an ISO text in UTC. */
  readonly checked: string | undefined;
}

/** The state that `/v1/status.json` describes; undefined for anything else. */
export function readState(raw: unknown): FiguresState | undefined {
  const { providers } = (raw ?? {}) as { readonly providers?: unknown };
  if (!Array.isArray(providers)) return undefined;
  const asked = (providers as readonly unknown[])
    .map((one) => (one ?? {}) as { readonly state?: unknown; readonly checked?: unknown })
    .filter(({ state }) => state !== "off");
  const checked = asked.flatMap((one) => (typeof one.checked === "string" ? [one.checked] : [])).sort();
  return {
    sources: asked.length,
    live: asked.filter(({ state }) => state === "live").length,
    waiting: asked.filter(({ state }) => state === "waiting").length,
    checked: checked.at(-1),
  };
}

/** The state in one line: live figures and from when, older ones and from when, or embedded ones and why. */
export function stateLine(state: FiguresState | undefined, text: Dictionary, language: Language): string {
  if (!state) return text.embeddedNoGateway;
  const { sources, live, waiting, checked } = state;
  if (checked === undefined) return waiting > 0 ? text.embeddedAsking : text.embeddedNoNetwork;
  const when = momentWords(checked, language);
  if (live === 0) return fill(text.staleSince, { when });
  return live === sources
    ? fill(text.live, { when })
    : fill(text.livePartly, { when, live: String(live), sources: String(sources) });
}

function momentWords(instant: string, language: Language): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** When the gateway is asked how it stands: often while it is starting, then now and then. */
const ASK_AFTER_MS = [0, 2_000, 5_000, 10_000, 20_000, 60_000] as const;
const ASK_EVERY_MS = 300_000;
const PATIENCE_MS = 5_000;

/** Asks the gateway of this very server how it stands, again and again; where it does not say, nothing is known. */
export function followState(tell: (state: FiguresState | undefined) => void): void {
  const ask = async (turn: number): Promise<void> => {
    tell(await askState());
    setTimeout(() => void ask(turn + 1), ASK_AFTER_MS[turn + 1] ?? ASK_EVERY_MS);
  };
  void ask(0);
}

async function askState(): Promise<FiguresState | undefined> {
  try {
    const response = await fetch("v1/status.json", {
      cache: "no-cache",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? readState(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}
