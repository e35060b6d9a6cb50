/** Series documents are data: validated where they are read, never typed by inference from 900 kB of literals. */
declare module "*.json" {
  const value: unknown;
  export default value;
}
