import type { Log } from "../log";
import { wordsOf, type Place } from "./place";

/**
 * Moves a damaged item out of the way, to `aside`, and forgets when providers were asked last, so that they are asked
 * again. Where it cannot be moved that is said, and it is not used all the same.
 */
export async function setAside(place: Place, item: string, why: string, log: Log): Promise<void> {
  try {
    await place.move(item, `aside:${item}`);
    log.warn("segment set aside", { segment: item, to: `aside:${item}`, why });
    for (const note of await place.storage.getKeys("notes:")) await place.storage.removeItem(note);
  } catch (thrown) {
    log.warn("segment is damaged and could not be set aside", {
      segment: item,
      why,
      failure: wordsOf(thrown),
    });
  }
}
