import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { BuilderDefaults } from "../builder-defaults";
import type { PaneHost } from "../pane-host";
import type { LanguageChoice } from "../preference";
import { About } from "./about";
import { DefaultsSettings } from "./defaults-settings";
import { GatewayState } from "./gateway-state";
import type { KeptDocuments } from "./health";
import { KeptState } from "./kept-state";
import { LanguageSettings } from "./language-settings";
import { SourcesList } from "./sources-list";

const useStyles = makeStyles({
  page: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    "& > *": { flexShrink: 0 },
    // Nothing stands above the first part that it must be set off from.
    "& > section:first-child": { borderTop: "none", paddingTop: 0 },
  },
});

/** Without a gateway there is nothing to be kept: what is embedded is part of the page. */
const NOTHING_KEPT: KeptDocuments = {
  measure: () => Promise.resolve({ documents: 0, bytes: 0 }),
  clear: () => Promise.resolve(),
};

export interface SettingsProps {
  readonly host: PaneHost;
  readonly shown: boolean;
  readonly choice: LanguageChoice;
  readonly onChoose: (choice: LanguageChoice) => void;
  readonly defaults: BuilderDefaults;
  readonly onDefaults: (defaults: BuilderDefaults) => void;
}

/** What a person can choose, and how the figures come here. */
export function SettingsTab(props: SettingsProps): ReactElement {
  const { host, shown, choice, onChoose, defaults, onDefaults } = props;
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <LanguageSettings choice={choice} onChoose={onChoose} />
      <DefaultsSettings defaults={defaults} onDefaults={onDefaults} />
      <GatewayState host={host} shown={shown} />
      <KeptState kept={host.kept ?? NOTHING_KEPT} shown={shown} />
      <SourcesList />
      <About product={host.product} />
    </div>
  );
}
