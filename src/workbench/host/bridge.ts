import type { Answer, Batch } from "./protocol";

/** What the host says it supports; the product's floor is ExcelApi 1.12, Office 2021 ends at 1.14. */
export interface Requirements {
  readonly ExcelApi: string;
  readonly CustomFunctionsRuntime: string;
  readonly SharedRuntime: string;
}

export const FLOOR: Requirements = { ExcelApi: "1.12", CustomFunctionsRuntime: "1.4", SharedRuntime: "1.1" };
/** Everything that @microsoft/office-js 1.1.110 knows: its Excel scripts end at ExcelApi 1.15. */
export const NEWEST: Requirements = { ExcelApi: "1.15", CustomFunctionsRuntime: "1.4", SharedRuntime: "1.1" };

/**
 * What the library itself asks for before it uses parts of the protocol. CustomFunctions 1.9 has the runtime send
 * results as arrays with timings; without the RichApi sets it would refuse to start.
 */
const PROTOCOL = {
  CustomFunctions: "1.9",
  RichApiRuntime: "1.1",
  DelayForCellEdit: "1.1",
  SharedRuntimeInternal: "1.2",
};

/** Host, platform, version, language, correlation id, …, flags: 1 shared runtime + 2 custom functions. */
const HOST_INFO = "Excel$Mac$16.00$en-US$corr$$disableLogging$3";
const DELAY_FOR_CELL_EDIT = 64;

/** The part of a page that the library looks for before it starts. */
export interface OfficeWindow {
  _richApiNativeBridge?: Client;
  webkit?: unknown;
  readonly sessionStorage: Pick<Storage, "setItem">;
  OSF?: { readonly ScriptMessaging: { readonly agaveHostCallback: (id: string, args: unknown[]) => void } };
}

interface Client {
  sendMessageToHost: (text: string) => void;
  /** Set by the library. */
  onMessageFromHost?: ((text: string) => void) | null;
  /** Set once the page's custom-functions runtime said that it listens: outlives the workbook that it said it to. */
  listening?: boolean;
}

export interface Bridge {
  /** Makes a page's window the add-in of this host; before office.js runs there. */
  readonly attach: (window: OfficeWindow, requirements?: Requirements) => void;
  readonly detach: () => void;
  readonly attached: boolean;
  /** Raises an event of the library's: its number, the sheet or workbook it is for, and the event's arguments. */
  readonly event: (type: number, target: string, argument: object) => void;
  /** Sends entries for the custom-functions runtime. */
  readonly push: (entries: readonly PushEntry[]) => void;
  /** The page's runtime listens for invocations. */
  readonly listens: () => void;
  readonly sent: { messages: number; characters: number };
}

/** Category, type, target, arguments and id, in the library's order of names. */
export interface PushEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
}

export interface BridgeOptions {
  readonly batch: (batch: Batch) => Answer;
  /** Resolves when a batch may be answered, with false if never. */
  readonly hold: (batch: Batch, waitsForCellEdit: boolean) => Promise<boolean>;
  readonly onAttach: (listening: boolean, requirements: Requirements) => void;
  readonly settings: {
    readonly read: () => Readonly<Record<string, string>>;
    readonly write: (settings: Readonly<Record<string, string>>) => void;
  };
}

interface Message {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body: Batch | string };
}

interface AgaveMessage {
  readonly methodId: number;
  readonly callbackId?: string;
  readonly params: { readonly keys: readonly string[]; readonly values: readonly string[] };
}

const REQUEST = 1;
const RESPONSE = 2;
const PUSH = 3;
const EVENT_CATEGORY = 65_536;
const AGAVE = { execute: 1, writeSettings: 4, context: 5 } as const;

/**
 * The doors through which office.js talks to Excel for Mac: `_richApiNativeBridge` for batches, events and invocations,
 * and the WebKit message handler `Agave` behind Office.onReady and document settings. Only text crosses, so that
 * nothing of one page's realm gets into the other.
 */
export function createBridge(options: BridgeOptions): Bridge {
  let client: Client | undefined;
  const sent = { messages: 0, characters: 0 };

  function send(to: Client | undefined, message: object): void {
    const text = JSON.stringify(message);
    sent.messages++;
    sent.characters += text.length;
    // Never within the call that asked: the library expects its host to answer later.
    setTimeout(() => {
      if (to === client) to?.onMessageFromHost?.(text);
    }, 0);
  }

  async function receive(from: Client, text: string): Promise<void> {
    const { id, type, flags = 0, message } = JSON.parse(text) as Message;
    if (type !== REQUEST) return;
    const body = typeof message.body === "string" ? (JSON.parse(message.body) as Batch) : message.body;
    if (!(await options.hold(body, (flags & DELAY_FOR_CELL_EDIT) !== 0))) return;
    send(from, {
      id,
      type: RESPONSE,
      flags: 0,
      message: { statusCode: 200, headers: {}, body: options.batch(body) },
    });
  }

  function agave(window: OfficeWindow, text: string, requirements: Requirements): void {
    const { methodId, callbackId, params } = JSON.parse(text) as AgaveMessage;
    if (methodId === AGAVE.writeSettings)
      options.settings.write(Object.fromEntries(params.keys.map((key, i) => [key, params.values[i] ?? ""])));
    const answer = methodId === AGAVE.context ? context(options.settings.read(), requirements) : [0];
    if (callbackId === undefined) return;
    setTimeout(() => window.OSF?.ScriptMessaging.agaveHostCallback(callbackId, answer), 0);
  }

  const push = (entries: readonly PushEntry[]): void => {
    send(client, { type: PUSH, controlId: "", message: { entries } });
  };

  return {
    attach(window, requirements = FLOOR) {
      // The library keeps the object it was started with: another workbook under the same page takes that over.
      const own: Client = (window._richApiNativeBridge ??= { sendMessageToHost: () => undefined });
      own.sendMessageToHost = (text) => void receive(own, text);
      const handler = { postMessage: (text: string) => agave(window, text, requirements) };
      window.webkit = { messageHandlers: { Agave: handler } };
      client = own;
      window.sessionStorage.setItem("hostInfoValue", HOST_INFO);
      options.onAttach(own.listening === true, requirements);
    },
    detach() {
      client = undefined;
    },
    get attached() {
      return client !== undefined;
    },
    event(type, target, argument) {
      const message = JSON.stringify(argument);
      if (client)
        push([{ messageCategory: EVENT_CATEGORY, messageType: type, targetId: target, message, id: 0 }]);
    },
    push,
    listens() {
      if (client) client.listening = true;
    },
    sent,
  };
}

/** The 24 slots in which Excel for Mac describes itself; checked against the library's reader of them. */
function context(settings: Readonly<Record<string, string>>, requirements: Requirements): unknown[] {
  const excel = 1;
  const taskPane = 2;
  const language = "en-US";
  const sets = JSON.stringify({ ...PROTOCOL, ...requirements });
  return [
    [Object.keys(settings), Object.values(settings)],
    "add-in",
    excel,
    16,
    0,
    0,
    0,
    0,
    language,
    language,
    0,
    "file:///Book1.xlsx",
    0,
    1,
    "",
    0,
    "corr",
    "instance",
    false,
    true,
    sets,
    null,
    "16.100",
    taskPane,
  ];
}
