import type { WireResult } from "./function-results";
import type { ClassTable } from "./host-object";

interface ServiceHooks {
  /** The custom-functions runtime has finished calls. */
  readonly results: (results: readonly WireResult[]) => void;
  /** It listens for calls. */
  readonly listens: () => void;
}

/** The page's state and what happens with the document's next opening, as the add-in last set them. */
export interface RuntimeState {
  shown: string;
  atStart: string;
}

type Calls = NonNullable<ClassTable["call"]>;

/** 1: large results may be retried in parts; 2: results are sent every 200 ms instead of every 500. */
const RUNTIME_FEATURES = [1, 2];

/** The services beside the workbook; a service or call that is not here answers NotImplemented by its name. */
export function createServices(
  { results, listens }: ServiceHooks,
  state: RuntimeState,
): (name: string) => ClassTable {
  const take = (list: unknown): null => {
    // After the answer to this batch: the cells that wait are evaluated, which can ask for more.
    setTimeout(() => results(list as readonly WireResult[]), 0);
    return null;
  };
  const services: Readonly<Record<string, Calls>> = {
    "Microsoft.ExcelServices.CustomFunctions": {
      SetInvocationArrayResults: (_, [list]) => take(list),
      SetInvocationResults: (_, [list]) => take(list),
      _GetEnabledFeatures: () => RUNTIME_FEATURES,
      _SetOsfControlContainerReadyForCustomFunctions: () => listens(),
    },
    "Microsoft.InternalService.AddinInternalService": { NotifyActionHandlerReady: () => listens() },
    "Microsoft.AppRuntime.AppRuntimeService": {
      SetAppRuntimeState: (_, [shown]) => void (state.shown = String(shown)),
      GetAppRuntimeState: () => state.shown,
    },
    "Microsoft.AppRuntime.AppRuntimePersistenceService": {
      SetAppRuntimeStartState: (_, [atStart]) => void (state.atStart = String(atStart)),
      GetAppRuntimeStartState: () => state.atStart,
    },
  };
  return (name) => ({ call: services[name] ?? {} });
}
