import { problemsText } from '../../report/problem-text.ts';
import type { Style } from '../../report/style.ts';
import type { Mail } from '../emulators/ses/mail.ts';
import type { Happening } from '../session/happening.ts';
import { logText } from './log-text.ts';
import { readyText } from './ready-text.ts';

/** What a session tells, for a terminal; ends without a line break. */
export function happeningText(happening: Happening, style: Style): string {
  switch (happening.kind) {
    case 'ready':
      return readyText(happening, style);
    case 'port-taken':
      return style.warn(`Port ${happening.wanted} is in use: ${happening.of} is on ${happening.port}.`);
    case 'rebuilt': {
      const changed = happening.changed.length > 0 ? happening.changed.join(', ') : 'no function changed';
      return style.good(`Built again in ${milliseconds(happening.duration)}: ${changed}.`);
    }
    case 'build-failed':
    case 'warnings':
      return problemsText(happening.problems, style).trimEnd();
    case 'answered': {
      const { method, path, status, duration } = happening;
      const paint = status >= 500 ? style.bad : status >= 400 ? style.warn : style.good;
      return `${method} ${path} ${paint(String(status))} ${style.faint(milliseconds(duration))}`;
    }
    case 'ran': {
      const how = happening.failed ? style.bad('failed') : style.good('done');
      const { by, what, function: name } = happening;
      const why = by === 'schedule' ? '' : style.faint(`${what} → `);
      return `${why}${name} ${how} ${style.faint(milliseconds(happening.duration))}`;
    }
    case 'retrying':
      return style.faint(`${happening.function} is tried again in ${happening.seconds} s, as Lambda does.`);
    case 'stream-missing':
      return style.warn(
        `${happening.function} waits: there is no ${happening.what} here yet, or it has no stream.`,
      );
    case 'stream-broken': {
      const { function: name, what, error } = happening;
      return style.warn(`${name} waits: the ${what} can not be read (${error}).`);
    }
    case 'gave-up':
      return style.warn(gaveUpText(happening));
    case 'failed': {
      const { errorType, errorMessage } = happening;
      return style.faint(`${happening.function} | `) + style.bad(`failed  ${errorType}: ${errorMessage}`);
    }
    case 'log':
      return indented(logText(happening.line, style), style.faint(`${happening.function} | `));
    case 'undelivered':
      return style.warn(`Lost: ${happening.what}. ${happening.why}`);
    case 'dynamodb-ended': {
      const { by, again } = happening;
      return again
        ? style.warn(`The DynamoDB engine was ended by ${by}; it is started again with the same data.`)
        : style.bad(
            `The DynamoDB engine was ended by ${by} once more, and stays down: start tankard local again.`,
          );
    }
    case 'mail':
      return mailLine(happening.mail, style);
  }
}

function gaveUpText({ function: name, records, condition, to, refused }: Happening & { kind: 'gave-up' }) {
  const [what, they] = records === 1 ? ['1 record', 'it is'] : [`${records} records`, 'they are'];
  const why = condition === 'RecordAgeExceeded' ? 'too old' : 'tried often enough';
  const target = to?.slice(to.lastIndexOf(':') + 1);
  const where = target === undefined ? 'nobody is told' : `${target} is told where ${they}`;
  const told = refused === undefined ? where : `${target} could not be told: ${refused}`;
  return `${name} gets ${what} no more: ${why}; ${told}.`;
}

function mailLine({ subject, from, to, cc, bcc }: Mail, style: Style): string {
  const recipients = [...to, ...cc, ...bcc];
  const more = recipients.length > 3 ? ` and ${recipients.length - 3} more` : '';
  return `${style.strong('Mail')} "${subject}" from ${from} to ${recipients.slice(0, 3).join(', ')}${more}`;
}

function milliseconds(duration: number): string {
  return duration < 1000 ? `${Math.round(duration)} ms` : `${(duration / 1000).toFixed(1)} s`;
}

function indented(text: string, before: string): string {
  return text
    .split('\n')
    .map((line) => before + line)
    .join('\n');
}
