import { HostError } from "../../../src/workbench/host/host-error";
import type { ClassTable, HostObject } from "../../../src/workbench/host/host-object";
import type { Action, Batch, ObjectPath } from "../../../src/workbench/host/protocol";
import type { Schema } from "../../../src/workbench/host/schema";
import { Wire } from "../../../src/workbench/host/wire";

/** A shelf of books: nothing of spreadsheets. */
const schema: Schema = {
  Shelf: {
    isCollection: false,
    keepsReference: false,
    scalars: { label: { wire: "Label", writable: true }, size: { wire: "Size", writable: false } },
    navigations: {
      books: { className: "Books", wire: "Books" },
      owner: { className: "Owner", wire: "Owner" },
    },
    methods: { Dust: { name: "dust" } },
    events: {},
    since: { size: 9 },
  },
  Books: {
    isCollection: true,
    keepsReference: false,
    scalars: { count: { wire: "Count", writable: false } },
    navigations: {},
    methods: { Add: { name: "add" } },
    events: {},
  },
  Tome: {
    isCollection: false,
    keepsReference: true,
    scalars: { id: { wire: "Id", writable: false }, title: { wire: "Title", writable: true } },
    navigations: {},
    methods: { _KeepReference: { name: "_KeepReference" }, Next: { name: "next" } },
    events: {},
  },
};

function shelf() {
  const titles = new Map([
    ["a", "Almanac"],
    ["b", "Bible"],
  ]);
  const log: string[] = [];
  const classes: Record<string, ClassTable> = {
    Shelf: {
      get: { Label: () => "top", Size: () => 3 },
      set: { Label: (_, value) => log.push(`label ${String(value)}`) },
    },
    Books: {
      items: (books) => [...titles.keys()].map((key) => books.child("Tome", key)),
      get: { Count: () => titles.size },
      call: {
        Add: (books, [title, after]) => {
          titles.set("n", String(title));
          log.push(`after ${String((after as HostObject | undefined)?.key)}`);
          return books.child("Tome", "n");
        },
      },
    },
    Tome: {
      get: { Id: ({ key }) => key, Title: ({ key }) => titles.get(key) },
      set: { Title: ({ key }, value) => titles.set(key, String(value)) },
      call: {
        Next: () => {
          throw new HostError("ItemNotFound", "no more");
        },
      },
    },
  };
  const wire = new Wire({
    schema,
    classes,
    root: "Shelf",
    service: () => ({ call: { Ping: () => "pong" } }),
    transaction: (run) => {
      log.push("begin");
      run();
      log.push("end");
    },
    isDirty: () => false,
    refresh: () => log.push("refresh"),
    readsBack: /^$/,
    fault: () => undefined,
  });
  return { wire, titles, log };
}

const PATHS: Record<string, ObjectPath> = {
  1: { ObjectPathType: 1, Name: "" },
  3: { ObjectPathType: 4, Name: "Books", ParentObjectPathId: 1 },
  5: { ObjectPathType: 5, Name: "", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["a"] } },
  7: { ObjectPathType: 5, Name: "", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["zzz"] } },
  9: {
    ObjectPathType: 3,
    Name: "GetItemOrNullObject",
    ParentObjectPathId: 3,
    ArgumentInfo: { Arguments: ["zzz"] },
  },
  11: {
    ObjectPathType: 3,
    Name: "Add",
    ParentObjectPathId: 3,
    ArgumentInfo: { Arguments: ["New", null], ReferencedObjectPathIds: [0, 5] },
  },
  13: { ObjectPathType: 4, Name: "Owner", ParentObjectPathId: 1 },
  15: { ObjectPathType: 2, Name: "Some.Service" },
};
const batch = (...actions: readonly Omit<Action, "Id">[]): Batch => ({
  Actions: actions.map((action, i) => ({ ...action, Id: i + 1 })),
  ObjectPaths: PATHS,
});

test("instantiates, queries with selections, and lists collections", () => {
  const { wire } = shelf();
  const answer = wire.batch(
    batch(
      { ActionType: 1, Name: "", ObjectPathId: 5 },
      { ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["label", "books/items/title"] } },
      { ActionType: 2, ObjectPathId: 3, QueryInfo: { Select: ["title"], Top: 1, Skip: 1 } },
      { ActionType: 5, ObjectPathId: 0 },
    ),
  );
  expect(answer).toEqual({
    TraceIds: [4],
    Results: [
      { ActionId: 1, Value: { Id: "a", _ReferenceId: "R1" } },
      {
        ActionId: 2,
        Value: {
          Label: "top",
          Books: {
            Count: 2,
            _Items: [
              { Id: "a", _ReferenceId: "R1", Title: "Almanac", _Index: 0 },
              { Id: "b", _ReferenceId: "R2", Title: "Bible", _Index: 1 },
            ],
          },
        },
      },
      {
        ActionId: 3,
        Value: { Count: 2, _Items: [{ Id: "b", _ReferenceId: "R2", Title: "Bible", _Index: 1 }] },
      },
      { ActionId: 4, Value: null },
    ],
  });
  const again = wire.batch({
    Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["title"] } }],
    ObjectPaths: { 1: { ObjectPathType: 6, Name: "R2" } },
  });
  expect(again.Results[0]?.Value).toMatchObject({ Title: "Bible" });
});

test("writes run as one change; a path may be an argument; nested states are set", () => {
  const { wire, titles, log } = shelf();
  const answer = wire.batch(
    batch(
      { ActionType: 1, ObjectPathId: 11 },
      { ActionType: 4, Name: "Title", ObjectPathId: 5, ArgumentInfo: { Arguments: ["Atlas"] } },
      { ActionType: 9, ObjectPathId: 1, ObjectState: { label: "middle" } },
    ),
  );
  expect(answer.Error).toBeUndefined();
  expect(log).toEqual(["begin", "after a", "label middle", "end"]);
  expect([...titles.values()]).toEqual(["Atlas", "Bible", "New"]);
});

test("what is missing is null where a script asked so, and an error ends the batch otherwise", () => {
  const { wire } = shelf();
  const answer = wire.batch(
    batch(
      { ActionType: 1, ObjectPathId: 9 },
      { ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ["title"] } },
      { ActionType: 1, Name: "", ObjectPathId: 7 },
      { ActionType: 1, ObjectPathId: 5 },
    ),
  );
  expect(answer.Results.map(({ Value }) => Value)).toEqual([null, null]);
  expect(answer.Error).toEqual({
    Code: "ItemNotFound",
    Message: "The requested resource doesn't exist.",
    Location: "Books.getItem",
    ActionIndex: 2,
    HttpStatusCode: 400,
  });
});

test.each<[string, Omit<Action, "Id">, string, string]>([
  ["a method that fails", { ActionType: 3, Name: "Next", ObjectPathId: 5 }, "ItemNotFound", "Tome.next"],
  [
    "a method that nobody wrote",
    { ActionType: 3, Name: "Dust", ObjectPathId: 1 },
    "NotImplemented",
    "Shelf.dust",
  ],
  [
    "a class that nobody wrote",
    { ActionType: 1, Name: "", ObjectPathId: 13 },
    "NotImplemented",
    "Shelf.owner",
  ],
  [
    "a read-only property",
    { ActionType: 4, Name: "Size", ObjectPathId: 1, ArgumentInfo: { Arguments: [1] } },
    "AccessDenied",
    "Shelf.size",
  ],
  [
    "a property that is none",
    { ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["colour"] } },
    "InvalidArgument",
    "root",
  ],
  ["a kind of action that is none", { ActionType: 8, ObjectPathId: 1 }, "NotImplemented", "root"],
])("%s", (_, action, code, location) => {
  const { Error: error } = shelf().wire.batch(batch(action));
  expect(error).toMatchObject({ Code: code, ...(location !== "root" && { Location: location }) });
});

test("services answer by their own tables", () => {
  const { wire } = shelf();
  const answer = wire.batch(
    batch(
      { ActionType: 3, Name: "Ping", ObjectPathId: 15 },
      { ActionType: 3, Name: "Pong", ObjectPathId: 15 },
    ),
  );
  expect(answer.Results).toEqual([{ ActionId: 1, Value: "pong" }]);
  expect(answer.Error?.Message).toBe("The workbook host has no Some.Service.Pong.");
});

test("members newer than the advertised version do not exist", () => {
  const { wire } = shelf();
  wire.excelApi = 8;
  const { Error: error, Results: results } = wire.batch(
    batch(
      { ActionType: 2, ObjectPathId: 1, QueryInfo: {} },
      { ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["size"] } },
    ),
  );
  expect(results[0]?.Value).toEqual({ Label: "top" });
  expect(error?.Code).toBe("ApiNotFound");
});
