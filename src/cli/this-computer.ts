import { homedir } from "node:os";
import type { GatewayHost } from "./gateway-host";

/** The computer that this runs on, and every source. */
export const thisComputer: GatewayHost = {
  // Loaded where a store is opened: who works offline needs no network, and no Redis.
  open: async (configuration, log) => (await import("./gateway")).openGateway(configuration, log),
  sources: async () => (await import("../sources/index")).ALL_SOURCES,
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  now: Date.now,
  signals: process,
  exit: (code) => process.exit(code),
};
