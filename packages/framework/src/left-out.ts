/** Stands in place of a part that the command left out of a function, because its code never says the part's name. */
export function leftOut(..._: readonly unknown[]): never {
  throw new Error('This bundle was made without that: its code never names it.');
}
