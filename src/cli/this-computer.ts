import { homedir } from "node:os";
import { ALL_SOURCES } from "../sources/index";
import { openGateway } from "./gateway";
import type { GatewayHost } from "./gateway-host";

/** The computer that this runs on, and every source. */
export const thisComputer: GatewayHost = {
  open: openGateway,
  sources: ALL_SOURCES,
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  now: Date.now,
  signals: process,
  exit: (code) => process.exit(code),
};
