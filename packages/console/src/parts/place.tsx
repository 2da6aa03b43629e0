import type { Place } from '../shown.ts';

/** A line of the source. */
export function PlaceText({ place }: { readonly place: Place | undefined }) {
  return place ? <code className="place">{`${place.file}:${place.line}`}</code> : null;
}
