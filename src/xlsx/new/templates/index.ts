import { FX } from "./fx";
import { HEADLINE } from "./headline";
import { JAPAN } from "./japan";
import type { Template } from "./template";
import { TREASURIES } from "./treasuries";

/** Every template, in the order in which they are listed. */
export const TEMPLATES: readonly Template[] = [HEADLINE, JAPAN, FX, TREASURIES];
