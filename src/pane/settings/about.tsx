import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Section } from "../section";
import { useSpeech } from "../words/speech";
import { OutsideLink } from "./outside-link";

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  minor: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** Product, version, licence, and what it does not do. */
export function About({ product }: { readonly product: string }): ReactElement {
  const styles = useStyles();
  const { say, language } = useSpeech();
  return (
    <Section title={say("about")}>
      <p className={styles.text}>
        {product} ·{" "}
        <OutsideLink href={`help/functions.html${language === "ja" ? "#top-ja" : ""}`}>
          {say("help")}
        </OutsideLink>
      </p>
      <p className={styles.text}>{say("aboutPrivacy")}</p>
      <p className={styles.minor}>
        {say("aboutLicence")} {say("aboutParts")}
      </p>
    </Section>
  );
}
