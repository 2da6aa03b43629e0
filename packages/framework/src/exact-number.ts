/**
 * A number that JavaScript's own can't hold exactly and that is not whole, such as `0.12345678901234567890123`.
 * DynamoDB keeps 38 digits, a double about 16.
 */
export class ExactNumber {
  /** All its digits. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }

  /** The nearest number, so that comparing and reckoning work roughly. */
  valueOf(): number {
    return Number(this.text);
  }
}

/** DynamoDB's text of a number as a number where nothing is lost, else as a bigint or an {@link ExactNumber}. */
export function decodeNumber(text: string): number | bigint | ExactNumber {
  const number = Number(text);
  // Up to 15 digits always survive in a double.
  if (text.length < 16 && Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  const { digits, exponent } = parts(text);
  if (exponent >= 0) {
    return Number.isSafeInteger(number) ? number : BigInt(digits) * 10n ** BigInt(exponent);
  }
  const held = parts(String(number));
  return held.digits === digits && held.exponent === exponent ? number : new ExactNumber(text);
}

/** `-1.50e3` as the whole number `-15` and the power of ten `2`. */
function parts(text: string): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const digits = all.replace(/(?<=\d)0+$/, '');
  const sign = digits.startsWith('-') ? '-' : '';
  return {
    digits: sign + digits.replace(/^[-+]?0*(?=\d)/, ''),
    exponent: Number(power) - fraction.length + (all.length - digits.length),
  };
}
