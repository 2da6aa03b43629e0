import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';

/** A button that has something done, tells while it is at it, and what went wrong. */
export function Act({
  run,
  kind = 'plain',
  children,
}: {
  readonly run: () => Promise<unknown>;
  readonly kind?: 'plain' | 'main';
  readonly children: ReactNode;
}) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const act = async () => {
    setPending(true);
    setError(undefined);
    await run().catch((thrown: Error) => setError(thrown.message));
    setPending(false);
  };
  return (
    <>
      <Button className={`button ${kind}`} isPending={isPending} onPress={act}>
        {children}
      </Button>
      {error && (
        <span className="trouble" role="alert">
          {error}
        </span>
      )}
    </>
  );
}
