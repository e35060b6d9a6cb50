import { toolArguments } from "../../scripts/excel/machine";
import { startInExcel, stopInExcel, type Machine } from "../../scripts/excel/steps";

/** A computer that does nothing and remembers everything. */
function pretend(platform: string, change: Partial<Machine> = {}): { machine: Machine; done: string[] } {
  const done: string[] = [];
  const did = <T>(what: string, result: T) => {
    done.push(what);
    return Promise.resolve(result);
  };
  const close = () => did("close", undefined);
  const machine: Machine = {
    platform,
    say: (text) => void done.push(`say ${text}`),
    ask: (question) => did(`ask ${question}`, true),
    build: () => did("build", undefined),
    missing: () => Promise.resolve([]),
    isTrusted: () => Promise.resolve(false),
    certificate: () => did("certificate", { key: "k", cert: "c" }),
    removeCertificate: () => did("removeCertificate", undefined),
    serve: () => did("serve", { port: 3000, close }),
    sideload: (what) => did(`sideload ${what}`, undefined),
    stopped: Promise.resolve(),
    ...change,
  };
  return { machine, done };
}
const deeds = (done: readonly string[]): readonly string[] => done.filter((what) => !what.startsWith("say "));
const said = (done: readonly string[]): string => done.filter((what) => what.startsWith("say ")).join("\n");
const no = { ask: () => Promise.resolve(false) };

test.each(["linux", "freebsd"])(
  "on %s nothing is done and the way through the web is told",
  async (platform) => {
    const { machine, done } = pretend(platform);
    expect(await startInExcel(machine)).toBe(0);
    expect(await stopInExcel(machine)).toBe(0);
    expect(deeds(done)).toEqual([]);
    expect(said(done)).toContain("Upload My Add-in");
  },
);

test.each(["win32", "darwin"])(
  "on %s each step is explained before it is asked, and asked before it is done",
  async (platform) => {
    const { machine, done } = pretend(platform);
    expect(await startInExcel(machine)).toBe(0);
    const short = done.map((what) => (what.startsWith("say ") ? "say" : what));
    expect(short).toEqual([
      "say",
      "build",
      "say",
      "ask Make and trust this certificate?",
      "certificate",
      "serve",
      "say",
      "say",
      "ask Fetch the tool and start Excel?",
      "sideload start",
      "say",
      "close",
    ]);
    expect(done[2]).toContain(platform === "win32" ? "Windows shows" : "macOS asks");
  },
);

test("a certificate that is there already is not asked about", async () => {
  const { machine, done } = pretend("darwin", { isTrusted: () => Promise.resolve(true) });
  await startInExcel(machine);
  expect(done.join("\n")).not.toContain("Make and trust");
  expect(deeds(done)).toContain("serve");
});

test("without the certificate nothing is changed", async () => {
  const { machine, done } = pretend("win32", no);
  expect(await startInExcel(machine)).toBe(1);
  expect(deeds(done)).toEqual(["build"]);
});

test.each(["win32", "darwin"])(
  "on %s without the tool, the way by hand is told and serving goes on",
  async (platform) => {
    const { machine, done } = pretend(platform, { ...no, isTrusted: () => Promise.resolve(true) });
    expect(await startInExcel(machine)).toBe(0);
    expect(deeds(done)).toEqual(["build", "certificate", "serve", "close"]);
    expect(said(done)).toContain("To add it yourself");
  },
);

test("a tool that fails is reported, and the server ends with the program only", async () => {
  const { machine, done } = pretend("darwin", { sideload: () => Promise.reject(new Error("no network")) });
  expect(await startInExcel(machine)).toBe(0);
  expect(said(done)).toContain("Excel was not started: no network");
  expect(done.at(-1)).toBe("close");
});

test("a build that lacks a file is not served", async () => {
  const { machine, done } = pretend("win32", { missing: () => Promise.resolve(["taskpane.html"]) });
  expect(await startInExcel(machine)).toBe(1);
  expect(deeds(done)).toEqual(["build"]);
  expect(said(done)).toContain("taskpane.html");
});

test("a server that cannot listen ends everything", async () => {
  const { machine } = pretend("win32", { serve: () => Promise.reject(new Error("Port 3000 is taken.")) });
  await expect(startInExcel(machine)).rejects.toThrow("Port 3000");
});

test("stopping removes the add-in, and the certificate only if it is there and wanted", async () => {
  const all = pretend("win32", { isTrusted: () => Promise.resolve(true) });
  expect(await stopInExcel(all.machine)).toBe(0);
  expect(deeds(all.done).filter((what) => !what.startsWith("ask"))).toEqual([
    "sideload stop",
    "removeCertificate",
  ]);
  const without = pretend("win32");
  await stopInExcel(without.machine);
  expect(deeds(without.done)).not.toContain("removeCertificate");
  const unwanted = pretend("darwin", { ...no, isTrusted: () => Promise.resolve(true) });
  await stopInExcel(unwanted.machine);
  expect(deeds(unwanted.done)).toEqual([]);
});

test("an add-in that cannot be removed is an error, and the certificate is still offered", async () => {
  const { machine, done } = pretend("darwin", {
    isTrusted: () => Promise.resolve(true),
    sideload: () => Promise.reject(new Error("no network")),
  });
  expect(await stopInExcel(machine)).toBe(1);
  expect(deeds(done)).toContain("removeCertificate");
});

test("the tool gets the manifest, no debugger and no live reload", () => {
  expect(toolArguments("start").join(" ")).toBe(
    "--yes office-addin-debugging@7 start manifest.xml desktop --app excel --no-debug --no-live-reload",
  );
  expect(toolArguments("stop").join(" ")).toBe("--yes office-addin-debugging@7 stop manifest.xml");
});
