import { BASKETS, basketId } from "../../catalog/baskets";
import type { Definition } from "../../catalog/entry";
import type { SeriesId } from "../../domain/series";
import type { ChartChoices } from "./choices";

type Chosen = Pick<ChartChoices, "def">;

/** Which of Japan's baskets a chart is about: three items unless five are chosen. */
export const basketOf = ({ def }: Chosen): Definition => (def === "5item" ? "5item" : "3item");

/** The balance of that basket. */
export const basketBalance = (choices: Chosen): SeriesId => basketId(basketOf(choices), "NET");

/** The items that it adds up: COMPUTER, COPYRIGHT … */
export const basketItems = (choices: Chosen): readonly string[] => BASKETS[basketOf(choices)];
