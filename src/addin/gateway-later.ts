import { Problem } from "../domain/problem";
import type { Load } from "../domain/series";
import type { GatewayFigures } from "./gateway-figures";

/**
 * The figures of a gateway, whose part of the add-in is fetched beside the first: a page without a gateway does without it.
 * It is on its way before the first cell asks; where it cannot be had, what is embedded answers, and the next asks again.
 */
export function gatewayLater(address: string): GatewayFigures {
  let here: GatewayFigures | undefined;
  let coming: Promise<GatewayFigures> | undefined;

  const arrived = (): Promise<GatewayFigures> => {
    coming ??= fetched(address).then(
      (figures) => (here = figures),
      (thrown: unknown) => {
        coming = undefined;
        throw new Problem(
          "unreachable",
          "A part of DigiTrade could not be loaded; check the network, then recalculate.",
          { cause: thrown },
        );
      },
    );
    return coming;
  };
  arrived().catch(() => undefined);

  const by =
    (name: "kept" | "newest" | "unhurried"): Load =>
    async (id) =>
      (await arrived())[name](id);
  return {
    kept: by("kept"),
    newest: by("newest"),
    unhurried: by("unhurried"),
    contact: () => here?.contact() ?? { address },
    health: async () => (await arrived()).health(),
    documents: {
      measure: async () => (await arrived()).documents.measure(),
      clear: async () => (await arrived()).documents.clear(),
    },
  };
}

async function fetched(address: string): Promise<GatewayFigures> {
  const { gatewayFigures } = await import(/* webpackChunkName: "gateway" */ "./gateway-figures");
  return gatewayFigures(address);
}
