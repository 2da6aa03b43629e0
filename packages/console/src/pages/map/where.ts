import type { DrawnBox } from '../../shown.ts';

/** The page on which a box of the map is looked into; none for what has no page. */
export function whereIs({ id, kind, name }: Pick<DrawnBox, 'id' | 'kind' | 'name'>): string | undefined {
  switch (kind) {
    case 'function':
      return `/runs?of=${encodeURIComponent(name)}`;
    case 'api':
      return '/requests';
    case 'schedule':
      return '/schedules';
    case 'mail':
      return '/mail';
    case 'event':
      return `/runs?of=${encodeURIComponent(id.slice(id.indexOf(':') + 1))}`;
    case 'secret':
    case 'parameter':
      return undefined;
    default:
      return `/data/${kind}/${encodeURIComponent(name)}`;
  }
}
