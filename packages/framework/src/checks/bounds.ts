/** A number among options, and what AWS takes. */
export interface Bound {
  readonly option: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  /** Stands for "without an end", outside of the range. */
  readonly or?: number;
}

/** What is wrong with each number: it is no whole one, or out of its range. */
export function boundFaults(bounds: readonly Bound[]): { readonly fault: string; readonly remedy: string }[] {
  return bounds.flatMap(({ option, value, least, most, or }) => {
    if (value === undefined || value === or) return [];
    if (Number.isInteger(value) && value >= least && value <= most) return [];
    const also = or === undefined ? '' : `, or ${or}`;
    return [
      {
        fault: `'${option}' is ${value}, which AWS does not take`,
        remedy: `Write a whole number from ${shown(least)} to ${shown(most)}${also}.`,
      },
    ];
  });
}

function shown(number: number): string {
  return number.toLocaleString('en');
}
