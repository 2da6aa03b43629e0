/** Pictures of the pages, 16 by 16, stroked. Those of the map's boxes come with it. */
const PATHS = {
  map: 'M1.5 5 H5.5 V9 H1.5 Z M10.5 1.5 H14.5 V5.5 H10.5 Z M10.5 10.5 H14.5 V14.5 H10.5 Z M5.5 7 C8 7 8 3.5 10.5 3.5 M5.5 7 C8 7 8 12.5 10.5 12.5',
  runs: 'M5 3 L13 8 L5 13 Z',
  requests: 'M2 5.5 H13 M10 2.5 L13 5.5 L10 8.5 M14 10.5 H3 M6 7.5 L3 10.5 L6 13.5',
  schedules: 'M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 M8 4.5 V8 L10.5 9.5',
  data: 'M2.5 4 A5.5 2 0 0 1 13.5 4 A5.5 2 0 0 1 2.5 4 V12 A5.5 2 0 0 0 13.5 12 V4 M2.5 8 A5.5 2 0 0 0 13.5 8',
  mail: 'M2 3.5 H14 V12.5 H2 Z M2 4 L8 9 L14 4',
  permissions:
    'M8 1.5 L13.5 3.5 V8 C13.5 11 11 13.5 8 14.5 C5 13.5 2.5 11 2.5 8 V3.5 Z M5.5 8 L7.5 10 L10.5 6',
  back: 'M10 3 L5 8 L10 13',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
