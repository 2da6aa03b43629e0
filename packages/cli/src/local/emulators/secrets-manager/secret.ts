/** A secret that is there. Times are epoch milliseconds. */
export interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  readonly description?: string | undefined;
  readonly created: number;
  readonly changed: number;
  /** When it was marked for deletion. */
  readonly deleted?: number | undefined;
  /** The oldest first. */
  readonly versions: readonly SecretVersion[];
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

export interface SecretVersion {
  readonly id: string;
  readonly text?: string | undefined;
  /** Base64. */
  readonly binary?: string | undefined;
  /** `AWSCURRENT`, `AWSPREVIOUS`, `AWSPENDING` or one's own. */
  readonly stages: readonly string[];
  readonly created: number;
}

/** What the app calls a secret, and what it is called in AWS. */
export interface AppSecret {
  readonly name: string;
  readonly physicalName: string;
  readonly description?: string | undefined;
}

/** A version as part of the others: a stage that it takes is taken from those that had it. */
export function withVersion(
  versions: readonly SecretVersion[],
  added: SecretVersion,
): readonly SecretVersion[] {
  const before = versions.find(({ stages }) => stages.includes('AWSCURRENT'));
  const replaced = added.stages.includes('AWSCURRENT') ? [...added.stages, 'AWSPREVIOUS'] : added.stages;
  const others = versions.map((version) => {
    const kept = version.stages.filter((stage) => !replaced.includes(stage));
    const previous = version === before && added.stages.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [];
    return { ...version, stages: [...kept, ...previous] };
  });
  // A version without a stage is one that Secrets Manager may delete.
  return [...others.filter(({ stages }) => stages.length > 0), added];
}
