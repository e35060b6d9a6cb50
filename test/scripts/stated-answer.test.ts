import { mismatch, type Given } from "../../scripts/reference/stated-answer";

const rows: Given = {
  values: [
    ["Change", -3.9489, 12],
    ["Volume", 0.015, true],
  ],
};

test.each<[string, Given]>([
  ["38.02", { value: 38.0202033 }],
  ["38.02", { value: 38.015 }],
  ["38.02", { value: 38.025 }],
  ["-5.3452", { value: -5.3452 }],
  ["−5.3452", { value: -5.34524 }],
  ["3750", { value: 3750.49 }],
  ["1.08E12", { value: 1.083e12 }],
  ["TRUE", { value: true }],
  ["Bonds, bills; notes", { value: "Bonds, bills; notes" }],
  ["2014", { value: "2014" }],
  ["#N/A", { error: "#N/A", message: "Not held." }],
  ["Change, -3.95, 12; Volume, 0.015, TRUE", rows],
  ["2014, #N/A", { values: [[2014, { error: "#N/A", message: "Not held." }]] }],
])("%s holds", (stated, given) => {
  expect(mismatch(stated, given)).toBeUndefined();
});

test.each<[string, Given, RegExp]>([
  ["38.02", { value: 38.0251 }, /38\.02 is stated, 38\.0251 came/],
  ["38.02", { value: 38.0149 }, /came/],
  ["38.020", { value: 38.0206 }, /came/],
  ["5.3452", { value: -5.3452 }, /came/],
  ["about 38", { value: 38 }, /came/],
  ["", { value: 0 }, /came/],
  ["true", { value: true }, /TRUE came/],
  ["us treasury", { value: "US Treasury" }, /came/],
  ["38.02", { error: "#N/A", message: "No rate." }, /#N\/A came: No rate\./],
  ["#VALUE!", { error: "#N/A", message: "No rate." }, /came/],
  ["#N/A", { value: 0 }, /0 came/],
  ["Change, -3.95, 12", rows, /1 rows are stated, 2 came/],
  ["Change, -3.95; Volume, 0.015, TRUE", rows, /row 1: 2 cells are stated, 3 came/],
  ["Change, -3.95, 12; Volume, 0.016, TRUE", rows, /row 2: 0\.016 is stated, 0\.015 came/],
  [
    "2014, 0",
    { values: [[2014, { error: "#N/A", message: "Not held." }]] },
    /row 1: 0 is stated, #N\/A came/,
  ],
])("%s does not hold", (stated, given, reason) => {
  expect(mismatch(stated, given)).toMatch(reason);
});
