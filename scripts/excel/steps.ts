import * as advice from "./advice";
import type { Certificate, SecureServer } from "./server";

/** What the steps need of a computer. Tests hand in one that only remembers. */
export interface Machine {
  readonly platform: string;
  readonly say: (text: string) => void;
  /** Yes or no; no where nobody can answer. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly build: () => Promise<void>;
  /** Files that the manifest names and the build did not make. */
  readonly missing: () => Promise<readonly string[]>;
  readonly isTrusted: () => Promise<boolean>;
  /** Makes and installs the certificate where it is missing. */
  readonly certificate: () => Promise<Certificate>;
  readonly removeCertificate: () => Promise<void>;
  readonly serve: (certificate: Certificate) => Promise<SecureServer>;
  /** Runs Microsoft's sideloading tool. */
  readonly sideload: (what: "start" | "stop") => Promise<void>;
  /** When the person ends the program. */
  readonly stopped: Promise<void>;
}

type Desktop = "win32" | "darwin";
const isDesktop = (platform: string): platform is Desktop => platform === "win32" || platform === "darwin";

/** Everything up to a running add-in; the number is the exit code. */
export async function startInExcel(machine: Machine): Promise<number> {
  const { platform, say } = machine;
  if (!isDesktop(platform)) {
    say(advice.WEB);
    return 0;
  }
  say(advice.PLAN);
  await machine.build();
  const missing = await machine.missing();
  if (missing.length > 0) {
    say(`The build lacks what the manifest names, so Excel could not load it:\n  ${missing.join("\n  ")}`);
    return 1;
  }
  if (!(await machine.isTrusted())) {
    say(advice.CERTIFICATE[platform]);
    if (!(await machine.ask("Make and trust this certificate?"))) {
      say("Without a certificate Excel cannot load the add-in. Nothing was changed.");
      return 1;
    }
  }
  const server = await machine.serve(await machine.certificate());
  try {
    say(`The add-in is served on https://localhost:${server.port}.`);
    await sideload(machine, platform);
    say('Press Ctrl-C to stop serving; "npm run excel:stop" removes the add-in and the certificate.');
    await machine.stopped;
  } finally {
    await server.close();
  }
  return 0;
}

async function sideload({ say, ask, sideload: run }: Machine, platform: Desktop): Promise<void> {
  say(advice.SIDELOADING);
  if (await ask("Fetch the tool and start Excel?"))
    try {
      await run("start");
      return;
    } catch (problem) {
      // The server goes on: the add-in can still be added by hand.
      say(`Excel was not started: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  say(advice.BY_HAND[platform]);
}

/** Takes the add-in out of Excel and, if wanted, the certificate out of the system. */
export async function stopInExcel(machine: Machine): Promise<number> {
  const { platform, say, ask } = machine;
  if (!isDesktop(platform)) {
    say(advice.WEB_REMOVAL);
    return 0;
  }
  let code = 0;
  if (
    await ask(
      'Remove "DigiTrade (dev)" from Excel? This runs Microsoft\'s tool "office-addin-debugging" again.',
    )
  )
    try {
      await machine.sideload("stop");
    } catch (problem) {
      say(`It could not be removed: ${problem instanceof Error ? problem.message : String(problem)}`);
      code = 1;
    }
  say(advice.REMOVAL_BY_HAND[platform]);
  if (!(await machine.isTrusted())) return code;
  say(advice.CERTIFICATE_REMOVAL[platform]);
  if (await ask("Remove the certificate? Other add-ins in development on this computer use the same one.")) {
    await machine.removeCertificate();
    say("The certificate is removed.");
  }
  return code;
}
