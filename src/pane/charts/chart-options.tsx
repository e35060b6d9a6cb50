import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ChoiceKey } from "../../charts/common/choices";
import type { ChartDefinition } from "../../charts/common/definition";
import type { ChartOption } from "../../charts/common/options";
import { useSpeech } from "../words/speech";
import { isRare, type Filled } from "./chart-form";
import { OptionField } from "./option-field";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(128px, 1fr))",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: "start",
    // Lists of long words must not push the column wider than the pane.
    "& > *, & select, & input": { minWidth: 0 },
    "& select, & .fui-Input": { minWidth: 0, width: "100%" },
  },
  wide: { gridColumn: "1 / -1" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  more: {
    cursor: "pointer",
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
  },
  details: { "& > div": { paddingTop: tokens.spacingVerticalS } },
});

/** Lists of long words take a row of their own. */
const LONG = 26;
const isLong = ({ allowed }: ChartOption): boolean =>
  allowed.kind === "basis" ||
  (allowed.kind === "list" && allowed.values.some(({ label }) => label.en.length > LONG));

interface ChartOptionsProps {
  readonly definition: ChartDefinition;
  readonly filled: Filled;
  readonly faults: Filled;
  readonly onFill: (key: ChoiceKey, value: string) => void;
}

/** The fields of a chart's options; what few people change lies behind a line of its own. */
export function ChartOptions({ definition, filled, faults, onFill }: ChartOptionsProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const fields = (options: readonly ChartOption[]): ReactElement => (
    <div className={styles.grid}>
      {options.map((option) => (
        <OptionField
          key={option.key}
          className={isLong(option) ? styles.wide : undefined}
          option={option}
          value={filled[option.key] ?? ""}
          fault={faults[option.key]}
          onFill={(value) => onFill(option.key, value)}
        />
      ))}
    </div>
  );
  const [rare, usual] = [true, false].map((wanted) => definition.options.filter((o) => isRare(o) === wanted));
  return (
    <>
      <h3 className={styles.heading}>{say("chartOptions")}</h3>
      {fields(usual ?? [])}
      <details className={styles.details}>
        <summary className={styles.more}>{say("chartMoreOptions")}</summary>
        {fields(rare ?? [])}
      </details>
    </>
  );
}
