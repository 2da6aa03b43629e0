import { Button } from 'react-aria-components';

/** From page to page of what is read a part at a time. */
export function Pages({
  isFirst,
  next,
  go,
}: {
  readonly isFirst: boolean;
  readonly next: string | undefined;
  readonly go: (after: string | undefined) => void;
}) {
  if (isFirst && next === undefined) return null;
  return (
    <p className="actions">
      <Button className="button" isDisabled={isFirst} onPress={() => go(undefined)}>
        First page
      </Button>
      <Button className="button" isDisabled={next === undefined} onPress={() => go(next)}>
        Next page
      </Button>
    </p>
  );
}
