import { Field, Input, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ChartOption } from "../../charts/common/options";
import { useSpeech } from "../words/speech";

interface OptionFieldProps {
  readonly option: ChartOption;
  /** "" stands for the standard. */
  readonly value: string;
  readonly fault: string | undefined;
  readonly onFill: (value: string) => void;
  readonly className: string | undefined;
}

/** One option of a chart: a list where the values are few and known, else a field that says what it takes. */
export function OptionField(props: OptionFieldProps): ReactElement {
  const { option, value, fault, onFill, className } = props;
  const { of, say } = useSpeech();
  const { allowed, label, standard } = option;
  const shape = className === undefined ? {} : { className };
  const invalid =
    fault === undefined ? {} : ({ validationState: "error", validationMessage: fault } as const);
  switch (allowed.kind) {
    case "list":
      return (
        <Field label={of(label)} {...invalid} {...shape}>
          <Select value={value === "" ? standard : value} onChange={(_e, { value: v }) => onFill(v)}>
            {standard === "" && (
              <option value="">{say(option.key === "fx" ? "asPublished" : "chartUsual")}</option>
            )}
            {allowed.values.map((one) => (
              <option key={one.value} value={one.value}>
                {of(one.label)}
              </option>
            ))}
          </Select>
        </Field>
      );
    case "count":
      return (
        <Field label={of(label)} {...invalid} {...shape}>
          <Input
            type="number"
            min={allowed.least}
            max={allowed.most}
            value={value === "" ? standard : value}
            onChange={(_e, { value: v }) => onFill(v)}
          />
        </Field>
      );
    case "basis":
      return <BasisField {...props} />;
    case "day":
      return (
        <Field label={of(label)} {...invalid} {...shape}>
          <Input type="date" value={value} onChange={(_e, { value: v }) => onFill(v)} />
        </Field>
      );
    case "year":
    case "month":
      return (
        <Field label={of(label)} {...invalid} {...shape}>
          <Input
            inputMode={allowed.kind === "year" ? "numeric" : "text"}
            placeholder={standard === "latest" ? say("chartLatest") : standard}
            value={value}
            onChange={(_e, { value: v }) => onFill(v)}
          />
        </Field>
      );
  }
}

/** The average, the end of the period, or one day's rate for all. */
function BasisField({ option, value, fault, onFill, className }: OptionFieldProps): ReactElement {
  const { of, say } = useSpeech();
  const kind = value === "" || value === "avg" ? "avg" : value === "end" ? "end" : "day";
  return (
    <>
      <Field label={of(option.label)} {...(className !== undefined && { className })}>
        <Select
          value={kind}
          onChange={(_e, { value: v }) => onFill(v === "day" ? FIRST_DAY : v === "avg" ? "" : v)}
        >
          <option value="avg">{say("basisAverage")}</option>
          <option value="end">{say("basisEnd")}</option>
          <option value="day">{say("chartOneDay")}</option>
        </Select>
      </Field>
      {kind === "day" && (
        <Field
          label={say("chartDay")}
          {...(fault !== undefined && ({ validationState: "error", validationMessage: fault } as const))}
        >
          <Input
            type="date"
            value={value === "day" ? "" : value}
            onChange={(_e, { value: v }) => onFill(v === "" ? "day" : v)}
          />
        </Field>
      )}
    </>
  );
}

/** The day whose rate the press took for the figures of 2023. */
const FIRST_DAY = "2024-06-21";
