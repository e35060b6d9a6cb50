import { later } from "./later";

/** What a person can choose, and how the figures come here; loads when it is first looked at. */
export const Settings = later(
  async () => (await import(/* webpackChunkName: "pane-settings" */ "./settings/settings-tab")).SettingsTab,
);
