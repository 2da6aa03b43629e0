/** The names that AWS's services have for "it isn't there". */
const ABSENT: ReadonlySet<string> = new Set([
  'NoSuchBucket',
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFound',
  'NotFoundException',
  'QueueDoesNotExist',
  'AWS.SimpleQueueService.NonExistentQueue',
  'ResourceNotFoundException',
]);

/** The name of an AWS error, such as `ResourceNotFoundException`; empty for anything else. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** Nothing where AWS says that a thing isn't there. */
export async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  return unless(call, (name) => ABSENT.has(name));
}

/** Nothing where the call fails with one of these errors. */
export async function unless<T>(
  call: Promise<T>,
  names: readonly string[] | ((name: string, message: string) => boolean),
): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    const name = errorName(error);
    const message = error instanceof Error ? error.message : '';
    if (typeof names === 'function' ? names(name, message) : names.includes(name)) return undefined;
    throw error;
  }
}
