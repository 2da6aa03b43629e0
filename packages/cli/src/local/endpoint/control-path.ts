/** The path below which our own commands talk to a running `tankard local`; no AWS service has it. */
export const CONTROL_PATH = '/_tankard/';
