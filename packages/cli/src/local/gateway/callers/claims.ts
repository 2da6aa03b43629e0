/** What a token says, by claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** The claims as API Gateway hands them to functions: all of them text, a list as `[a b]`. */
export function claimTexts(claims: Claims): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, claimText(value)]),
  );
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(String).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The scopes that a token grants: of `scope`, a text of words, or of `scp`. */
export function scopesOf({ scope, scp }: Claims): readonly string[] {
  return [scope, scp].flatMap((claim) => {
    if (Array.isArray(claim)) return claim.map(String);
    return typeof claim === 'string' ? claim.split(' ').filter((one) => one !== '') : [];
  });
}
