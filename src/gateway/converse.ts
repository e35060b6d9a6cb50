import { asProblem, Problem } from "../domain/problem";
import type { Ask, Dialogue, Reading, Reply } from "../sources/common/source";

/** No provider needs as many; one that always names a further page must not keep us for ever. */
const MOST_ASKS = 200;

/** Carries a dialogue through: sends what it asks, hands it the answers, throws failures into it. Rejects with a Problem. */
export async function converse(
  dialogue: Dialogue,
  send: (ask: Ask) => Promise<Reply>,
): Promise<readonly Reading[]> {
  try {
    let step = dialogue.next();
    for (let asks = 1; !step.done; asks++) {
      if (asks > MOST_ASKS)
        throw new Problem("unreadable", `The provider's answer does not end after ${MOST_ASKS} requests.`);
      const reply = await send(step.value).catch(asProblem);
      step = reply instanceof Problem ? dialogue.throw(reply) : dialogue.next(reply);
    }
    return step.value;
  } catch (thrown) {
    throw asProblem(thrown);
  }
}
