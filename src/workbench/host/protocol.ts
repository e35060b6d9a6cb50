import type { QueryInfo } from "./query";

/** The kinds of actions and of object paths in a batch, as the library numbers them. */
export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  queryJson: 7,
  update: 9,
} as const;
export const PATH = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Beside each argument: the object path that it is, 0 for a plain value; nested like the arguments. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export const isServicePath = (path: ObjectPath): boolean => path.ObjectPathType === PATH.service;

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly ObjectPathId: number;
  readonly Name?: string;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface Answer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}
