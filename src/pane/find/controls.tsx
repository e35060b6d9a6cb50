import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { CURRENCIES, readCurrency } from "../../domain/currency";
import type { Frequency } from "../../domain/period";
import type { Scale } from "../../domain/unit";
import { useSpeech } from "../words/speech";
import type { Applicable, ChosenOptions } from "./find-state";
import type { Span } from "./formula";
import { FREQUENCY_WORD, SCALE_WORD } from "./series-facts";

const YEARS = [5, 10, 20];
const SCALES = Object.keys(SCALE_WORD) as readonly Scale[];

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
});

interface ControlsProps {
  readonly options: ChosenOptions;
  readonly able: Applicable;
  readonly onChoose: (options: Partial<ChosenOptions>) => void;
}

/** Period, frequency, currency, unit and rate; what the series cannot take is not offered. */
export function Controls({ options, able, onChoose }: ControlsProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const { span, freq, fx, unit, basis } = options;
  return (
    <div className={styles.grid}>
      <Field label={say("period")}>
        <Select value={spanValue(span)} onChange={(_e, { value }) => onChoose({ span: spanOf(value, span) })}>
          <option value="latest">{say("latest")}</option>
          {YEARS.map((n) => (
            <option key={n} value={n}>
              {say("lastYears", { n })}
            </option>
          ))}
          <option value="all">{say("everything")}</option>
          <option value="between">{say("between")}</option>
        </Select>
      </Field>
      <Field label={say("frequency")}>
        <Select
          value={freq !== undefined && able.freqs.includes(freq) ? freq : ""}
          onChange={(_e, { value }) => onChoose({ freq: (value || undefined) as Frequency | undefined })}
        >
          <option value="">{say("asPublished")}</option>
          {able.freqs.map((one) => (
            <option key={one} value={one}>
              {say(FREQUENCY_WORD[one])}
            </option>
          ))}
        </Select>
      </Field>
      {span.kind === "between" && <Between span={span} onChoose={onChoose} />}
      {able.fx && (
        <Field label={say("currency")}>
          <Select
            value={fx ?? ""}
            onChange={(_e, { value }) => onChoose({ fx: value === "" ? undefined : readCurrency(value) })}
          >
            <option value="">{say("asPublished")}</option>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {able.unit && (
        <Field label={say("unit")}>
          <Select
            value={unit ?? "raw"}
            onChange={(_e, { value }) => onChoose({ unit: value === "raw" ? undefined : (value as Scale) })}
          >
            {SCALES.map((one) => (
              <option key={one} value={one}>
                {say(SCALE_WORD[one])}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {able.basis && (
        <Field label={say("basis")} className={styles.wide}>
          <Select
            value={basis ?? ""}
            onChange={(_e, { value }) =>
              onChoose({ basis: value === "avg" || value === "end" ? value : undefined })
            }
          >
            <option value="">{say("basisDefault")}</option>
            <option value="avg">{say("basisAverage")}</option>
            <option value="end">{say("basisEnd")}</option>
          </Select>
        </Field>
      )}
    </div>
  );
}

interface BetweenProps {
  readonly span: Extract<Span, { kind: "between" }>;
  readonly onChoose: (options: Partial<ChosenOptions>) => void;
}

function Between({ span, onChoose }: BetweenProps): ReactElement {
  const { say } = useSpeech();
  const set = (part: Partial<typeof span>): void => onChoose({ span: { ...span, ...part } });
  return (
    <>
      <Field label={say("from")} hint={say("fromHint")}>
        <Input value={span.from} onChange={(_e, { value }) => set({ from: value })} />
      </Field>
      <Field label={say("to")} hint=" ">
        <Input value={span.to} onChange={(_e, { value }) => set({ to: value })} />
      </Field>
    </>
  );
}

const spanValue = (span: Span): string => (span.kind === "back" ? String(span.years) : span.kind);

function spanOf(value: string, before: Span): Span {
  if (value === "latest" || value === "all") return { kind: value };
  if (value === "between")
    return before.kind === "between" ? before : { kind: "between", from: "2014", to: "" };
  return { kind: "back", years: Number(value) };
}
