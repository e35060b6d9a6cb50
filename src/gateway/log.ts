/** What is told to the operator: an event's name and facts about it; never a key. */
export interface Log {
  readonly info: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, facts?: Readonly<Record<string, unknown>>) => void;
}
