import type { CorsDeclaration } from '../manifest/types.ts';
import { boundFaults } from './bounds.ts';

/** Seconds that both kinds of gateway take. https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html */
const LONGEST = 86_400;
const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
/** https://www.rfc-editor.org/rfc/rfc9110#name-field-names */
const HEADER = /^[!#$%&'*+.^_`|~\w-]+$/;

/** One thing that is wrong with what is said of other origins. */
export interface CorsFault {
  /** The option that holds it. */
  readonly option: keyof CorsDeclaration;
  readonly fault: string;
  readonly remedy: string;
}

/** What browsers or gateways would refuse, or never match. */
export function corsFaults(cors: CorsDeclaration): readonly CorsFault[] {
  const { origins, methods = [], headers, exposeHeaders, maxAge, credentials } = cors;
  const names = (option: 'headers' | 'exposeHeaders', given: readonly string[]) =>
    given
      .filter((name) => !HEADER.test(name))
      .map((name) => ({
        option,
        fault: `'${name}' is no name of a header`,
        remedy: "Write one such as 'X-Page'.",
      }));
  return [
    ...origins.flatMap(originFault),
    ...(origins.length > 0
      ? []
      : [{ option: 'origins' as const, fault: 'no origin may call', remedy: 'Write cors: false.' }]),
    ...(credentials && origins.some((origin) => origin.endsWith('*'))
      ? [
          {
            option: 'credentials' as const,
            fault: 'cookies are to be taken from pages of any origin',
            remedy: 'Spell the origins out: browsers refuse the rest.',
          },
        ]
      : []),
    ...methods
      .filter((method) => !METHOD.test(method))
      .map((method) => ({
        option: 'methods' as const,
        fault: `'${method}' is no method of a route`,
        remedy: "Write one such as 'GET'.",
      })),
    ...names('headers', headers),
    ...names('exposeHeaders', exposeHeaders),
    ...boundFaults([{ option: 'maxAge', value: maxAge, least: 0, most: LONGEST }]).map((one) => ({
      option: 'maxAge' as const,
      ...one,
    })),
  ];
}

function originFault(origin: string): readonly CorsFault[] {
  if (origin === '*' || /^https?:\/\/\*$/.test(origin)) return [];
  const meant = URL.canParse(origin) ? new URL(origin).origin : undefined;
  if (meant === origin && !origin.includes('*')) return [];
  const known = !meant || meant === 'null' || meant.includes('*') ? 'https://shop.example' : meant;
  return [
    {
      option: 'origins',
      fault: `'${origin}' is not what a browser calls an origin`,
      remedy: `Write '${known}', 'https://*' or '*'.`,
    },
  ];
}
