import type { Choices } from "./choices";

/** Which concept of an id each definition of a digital balance stands for: `JP.DIGITAL5ITEM.NET`, `US.DELIVERABLE.NET`. */
export const DIGITAL_CONCEPTS = {
  "3item": "DIGITAL",
  "5item": "DIGITAL5ITEM",
  deliverable: "DELIVERABLE",
  delivered: "DELIVERED",
} as const satisfies Record<NonNullable<Choices["def"]>, string>;
