import type { Ask, Reply, Source } from "../sources/common/source";

/**
 * Sends one request of a source and brings back the answer. Rejects with a Problem only: "unreachable" for network,
 * time-out, a refusing or failing provider, "unreadable" for an answer that is too long or of another kind than asked for.
 */
export type Wire = (source: Source, ask: Ask) => Promise<Reply>;
