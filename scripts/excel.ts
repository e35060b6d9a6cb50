/**
 * `npm run excel`: puts the add-in into the Excel on this computer, for development. `npm run excel:stop` undoes it.
 * Where there is no desktop Excel, both say what to do instead.
 */
import { realMachine } from "./excel/machine";
import { startInExcel, stopInExcel } from "./excel/steps";

const machine = realMachine();
const run = process.argv[2] === "stop" ? stopInExcel : startInExcel;

run(machine)
  .catch((problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem);
    return 1;
  })
  .then(
    (code) => process.exit(code),
    () => process.exit(1),
  );
