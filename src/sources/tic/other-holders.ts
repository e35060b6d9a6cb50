import type { Period } from "../../domain/period";

/**
 * From this month on "all other" is that of Table 5, which names some twenty holders; before it that of the history file,
 * which names some forty, so that its "all other" is less than half as large. The boundary is that of the embedded figures.
 * It must not move with each release: the same month would change its meaning, and look revised.
 */
export const OTHER_OF_TABLE_5_FROM = "2025-02" as Period;
