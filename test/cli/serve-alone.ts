/** A gateway with made-up providers in a process of its own, for real signals: `serve-alone.ts STORE [hang]`. */
import { serveWith } from "../../src/cli/serve";
import { gatewayWorld } from "./gateway-world";

const [store = "", mode] = process.argv.slice(2);
const { host } = gatewayWorld();

process.exitCode = await serveWith({
  ...host,
  signals: process,
  exit: (code) => process.exit(code),
  open: async (configuration, log) => {
    const gateway = await host.open(configuration, log);
    const idle = (): Promise<void> => new Promise(() => setInterval(() => undefined, 1000));
    return mode === "hang" ? { ...gateway, figures: { ...gateway.figures, idle } } : gateway;
  },
})(["--port", "0", "--metrics-port", "0", "--store", store], {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
});
