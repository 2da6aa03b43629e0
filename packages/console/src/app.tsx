import { Redirect, Route, Switch } from 'wouter';
import { BuildError } from './build-error.tsx';
import { Navigation } from './navigation.tsx';
import { DataPage } from './pages/data-page.tsx';
import { MailPage } from './pages/mail-page.tsx';
import { MapPage } from './pages/map-page.tsx';
import { PermissionsPage } from './pages/permissions-page.tsx';
import { RequestsPage } from './pages/requests-page.tsx';
import { RunsPage } from './pages/runs-page.tsx';
import { SchedulesPage } from './pages/schedules-page.tsx';
import { useArrival } from './use-arrival.ts';

export function App() {
  useArrival('main');
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Navigation />
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path="/">
            <MapPage />
          </Route>
          <Route path="/runs/:id?">{({ id }) => <RunsPage id={id} />}</Route>
          <Route path="/requests/:handler?">{({ handler }) => <RequestsPage handler={handler} />}</Route>
          <Route path="/schedules">
            <SchedulesPage />
          </Route>
          <Route path="/data/:kind?/:name?">{({ kind, name }) => <DataPage kind={kind} name={name} />}</Route>
          <Route path="/mail/:id?">{({ id }) => <MailPage id={id} />}</Route>
          <Route path="/permissions">
            <PermissionsPage />
          </Route>
          <Redirect to="/" />
        </Switch>
      </main>
      <BuildError />
    </>
  );
}
