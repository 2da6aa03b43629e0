import { Link } from 'wouter';
import { shown } from '../live/session.ts';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PlaceText } from '../parts/place.tsx';
import type { ShownRoute } from '../shown.ts';
import { RequestForm } from './requests/request-form.tsx';

/** The app's routes, each to be tried. */
export function RequestsPage({ handler }: { readonly handler: string | undefined }) {
  const app = shown.use()?.app;
  const routes = app?.routes ?? [];
  const route = routes.find((one) => one.handler === handler);
  return (
    <Page
      title="Requests"
      says={
        <>
          The app's HTTP routes. Choose one, fill in what it takes, and send it, or read them as an{' '}
          <a href="/openapi">OpenAPI document</a>.
        </>
      }
    >
      {app && routes.length === 0 && <Empty title="The app has no route." />}
      {app && routes.length > 0 && (
        <div className={route ? 'panes chosen' : 'panes'}>
          <nav className="pane-list" aria-label="Routes">
            <ul className="list">
              {routes.map((one) => (
                <li key={one.handler}>
                  <RouteLink route={one} isChosen={one === route} />
                </li>
              ))}
            </ul>
          </nav>
          <section className="pane-detail" aria-label="Request">
            {route ? (
              <>
                <Link className="back" href="/requests">
                  <Icon name="back" /> All routes
                </Link>
                <header className="detail-head">
                  <div>
                    <h2 className="route-name">
                      <code className="method">{route.method}</code> <code>{route.path}</code>
                    </h2>
                    <p className="says">
                      is answered by <strong>{route.handler}</strong> <PlaceText place={route.place} />
                    </p>
                  </div>
                </header>
                <RequestForm key={route.handler} route={route} url={app.url} />
              </>
            ) : (
              <Empty title="Choose a route." />
            )}
          </section>
        </div>
      )}
    </Page>
  );
}

function RouteLink({ route, isChosen }: { readonly route: ShownRoute; readonly isChosen: boolean }) {
  return (
    <Link className="row" href={`/requests/${route.handler}`} aria-current={isChosen ? 'true' : undefined}>
      <span className="row-main">
        <code className="method">{route.method}</code>
        <code className="path">{route.path}</code>
      </span>
      <span className="row-more">{route.handler}</span>
    </Link>
  );
}
