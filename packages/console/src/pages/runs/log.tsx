import { Scroll } from '../../parts/scroll.tsx';

/** What a run wrote, a line each; those in JSON by what they say. */
export function Log({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Scroll className="log" label="Log">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows
        <LogLine key={index} line={line} />
      ))}
    </Scroll>
  );
}

interface Entry {
  readonly level?: string;
  readonly message?: unknown;
}

function LogLine({ line }: { readonly line: string }) {
  const entry = entryIn(line);
  if (!entry) return <p className="log-line">{line}</p>;
  const { level = '', message, ...more } = entry;
  const rest = Object.entries(more).filter(([name]) => !KNOWN.has(name));
  return (
    <p className={`log-line ${level.toLowerCase()}`}>
      <span className="level">{level}</span> {textOf(message)}
      {rest.map(([name, value]) => (
        <span key={name} className="log-more">
          {name}={textOf(value)}
        </span>
      ))}
    </p>
  );
}

/** What every line has. */
const KNOWN = new Set(['timestamp', 'requestId', 'AWSRequestId']);

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function entryIn(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Entry;
    return entry.message === undefined ? undefined : entry;
  } catch {
    return undefined;
  }
}
