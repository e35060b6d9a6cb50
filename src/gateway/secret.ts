import { inspect } from "node:util";

/** A text that must never be printed: whoever writes it into a sentence, a log or a document writes "[secret]". */
export interface Secret {
  /** The text itself, for the one place that sends it. */
  readonly reveal: () => string;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

const SHOWN = "[secret]";

export function secret(text: string): Secret {
  const show = (): string => SHOWN;
  return Object.freeze({ reveal: () => text, toString: show, toJSON: show, [inspect.custom]: show });
}

/** Takes secrets out of a text that is about to leave the process, should one have got into it after all. */
export function hiding(secrets: readonly Secret[]): (text: string) => string {
  const hidden = secrets.flatMap((one) => {
    const text = one.reveal();
    return [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)];
  });
  const parts = [...new Set(hidden)].filter((text) => text !== "");
  return (text) => parts.reduce((said, part) => said.replaceAll(part, SHOWN), text);
}

/** Hides nothing. */
export const asIs = (text: string): string => text;
