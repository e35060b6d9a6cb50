import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { OpeningPolicy } from "../../workbook/opening-policy";
import type { Word } from "../words/en";
import { useSpeech } from "../words/speech";
import { useRefreshStyles } from "./styles";

const POLICY_WORDS = {
  keep: "policyKeep",
  ask: "policyAsk",
  refresh: "policyRefresh",
} as const satisfies Record<OpeningPolicy, Word>;

interface PolicySectionProps {
  readonly policy: OpeningPolicy;
  readonly disabled: boolean;
  readonly onChoose: (policy: OpeningPolicy) => void;
}

/** What happens when the workbook is opened. */
export function PolicySection({ policy, disabled, onChoose }: PolicySectionProps): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  return (
    <section className={styles.section} aria-labelledby="refresh-policy">
      <h2 id="refresh-policy" className={styles.title}>
        {say("policyTitle")}
      </h2>
      <Field label={say("policyLabel")} hint={say("policyHint")}>
        <Select
          value={policy}
          disabled={disabled}
          onChange={(_event, { value }) => onChoose(value as OpeningPolicy)}
        >
          {(Object.keys(POLICY_WORDS) as readonly OpeningPolicy[]).map((one) => (
            <option key={one} value={one}>
              {say(POLICY_WORDS[one])}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}
