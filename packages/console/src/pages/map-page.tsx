import { news } from '../live/session.ts';
import { useAsked } from '../live/use-asked.ts';
import { Trouble } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import type { Drawing, ShownCounts } from '../shown.ts';
import { Flows } from './map/flows.tsx';
import { MapDrawing } from './map/map-drawing.tsx';

/** The app at a glance, live. */
export function MapPage() {
  const { answer: drawing, error } = useAsked<Drawing>('map', news.app);
  const { answer: counts = {} } = useAsked<ShownCounts>('counts', news.data, news.mail);
  return (
    <Page
      title="Map"
      says="What calls which function, and what each function uses. Full arrows call, dotted ones use. Everything leads to where it is looked into."
    >
      <Trouble error={error} />
      {drawing && (
        <>
          <MapDrawing drawing={drawing} counts={counts} />
          <Flows drawing={drawing} counts={counts} />
        </>
      )}
    </Page>
  );
}
