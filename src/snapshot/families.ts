import { unpack } from "./unpack";

type Documents = Readonly<Record<string, unknown>>;

/** Each family is a chunk of its own, loaded when one of its series is first needed. */
const LOADERS = {
  japan: () => import(/* webpackChunkName: "snapshot-japan" */ "./japan/index"),
  fx: () => import(/* webpackChunkName: "snapshot-fx" */ "./fx/index"),
  treasury: () => import(/* webpackChunkName: "snapshot-treasury" */ "./treasury/index"),
  "cross-country": () => import(/* webpackChunkName: "snapshot-cross-country" */ "./cross-country/index"),
  progress: () => import(/* webpackChunkName: "snapshot-progress" */ "./progress/index"),
} as const satisfies Record<string, () => Promise<{ readonly documents: Documents }>>;

export type SnapshotFamily = keyof typeof LOADERS;

/** The embedded documents of a family by series id, not yet validated. Rejects if the chunk cannot be loaded. */
export async function loadFamily(family: SnapshotFamily): Promise<Documents> {
  const { documents } = await LOADERS[family]();
  return unpackedOnDemand(documents);
}

/** The bundle holds documents packed; each is unpacked when it is asked for, and whoever asks is to keep it. */
function unpackedOnDemand(documents: Documents): Documents {
  const getters = Object.keys(documents).map(
    (id) => [id, { enumerable: true, get: () => unpack(documents[id]) }] as const,
  );
  return Object.defineProperties<Documents>({}, Object.fromEntries(getters));
}
