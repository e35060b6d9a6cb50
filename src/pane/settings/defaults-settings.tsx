import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { CURRENCIES, isCurrency } from "../../domain/currency";
import { FX_SOURCES, type BuilderDefaults } from "../builder-defaults";
import { rateSourceText } from "../figure-words";
import { Section } from "../section";
import { useSpeech } from "../words/speech";

const useStyles = makeStyles({
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

interface DefaultsSettingsProps {
  readonly defaults: BuilderDefaults;
  readonly onDefaults: (defaults: BuilderDefaults) => void;
}

/** What new formulas start with. */
export function DefaultsSettings({ defaults, onDefaults }: DefaultsSettingsProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const { fx, fxsrc } = defaults;
  return (
    <Section title={say("defaultsTitle")}>
      <Field label={say("defaultCurrency")}>
        <Select
          value={fx ?? ""}
          onChange={(_event, { value }) =>
            onDefaults({ ...(fxsrc && { fxsrc }), ...(isCurrency(value) && { fx: value }) })
          }
        >
          <option value="">{say("asPublished")}</option>
          {CURRENCIES.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say("defaultSource")} hint={say("defaultSourceHint")}>
        <Select
          value={fxsrc ?? ""}
          onChange={(_event, { value }) => {
            const chosen = FX_SOURCES.find((source) => source === value);
            onDefaults({ ...(fx && { fx }), ...(chosen && { fxsrc: chosen }) });
          }}
        >
          <option value="">{say("defaultSourceUsual")}</option>
          {FX_SOURCES.map((source) => (
            <option key={source} value={source}>
              {rateSourceText(source, speech)}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles.hint}>{say("defaultsHint")}</p>
    </Section>
  );
}
