import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { isDamaged } from "../../workbook/anchor";
import type { RefreshDesk } from "../../workbook/refresh/desk";
import { namesOfOurs, type Scan } from "../../workbook/scan";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import { useRefreshStyles } from "./styles";

interface FormulasSectionProps {
  readonly scan: Scan;
  readonly desk: RefreshDesk;
  readonly disabled: boolean;
}

/** Where the workbook's formulas stand, which of them no refresh reaches, and their repair. */
export function FormulasSection({ scan, desk, disabled }: FormulasSectionProps): ReactElement | null {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const { anchors } = scan;
  if (anchors.length === 0) return null;
  const used = scan.sheets.filter((sheet) => sheet.anchors > 0);
  const named = (list: readonly { readonly name: string }[]): string =>
    list.map(({ name }) => name).join(", ");
  const closed = used.filter(({ isProtected }) => isProtected);
  const hidden = used.filter(({ visibility }) => visibility !== "Visible");
  const names = namesOfOurs(scan);
  const damaged = anchors.filter(isDamaged).length;
  const facts = [
    say("repairFound", { n: anchors.length, sheets: used.length }),
    ...(closed.length > 0 ? [say("repairProtected", { sheets: named(closed) })] : []),
    ...(hidden.length > 0 ? [say("repairHidden", { sheets: named(hidden) })] : []),
    ...(names.length > 0 ? [say("repairNames", { names: named(names) })] : []),
  ];
  return (
    <section className={styles.section} aria-labelledby="refresh-formulas">
      <h2 id="refresh-formulas" className={styles.title}>
        {say("repairTitle")}
      </h2>
      <p className={styles.text}>{facts.join(" · ")}</p>
      {damaged > 0 && (
        <Notice
          kind="warning"
          actions={
            <Button size="small" disabledFocusable={disabled} onClick={() => void desk.repair()}>
              {say("repairNow")}
            </Button>
          }
        >
          {damaged === 1 ? say("repairDamagedOne") : say("repairDamaged", { n: damaged })}
        </Notice>
      )}
      <div className={styles.row}>
        <Button disabledFocusable={disabled} onClick={() => void desk.recalculate()}>
          {say("recalculateAll")}
        </Button>
      </div>
    </section>
  );
}
