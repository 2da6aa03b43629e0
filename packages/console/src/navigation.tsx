import { Link, useRoute } from 'wouter';
import { connected, shown } from './live/session.ts';
import { Icon } from './parts/icon.tsx';

const PAGES = [
  ['map', '/', 'Map'],
  ['runs', '/runs', 'Runs'],
  ['requests', '/requests', 'Requests'],
  ['schedules', '/schedules', 'Schedules'],
  ['data', '/data', 'Data'],
  ['mail', '/mail', 'Mail'],
  ['permissions', '/permissions', 'Permissions'],
] as const;

/** Whose console this is, and the ways to its pages. */
export function Navigation() {
  const app = shown.use()?.app;
  const isConnected = connected.use();
  return (
    <header className="navigation">
      <div className="brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <div>
          <strong>{app?.name ?? 'Tankard'}</strong>
          <span className={isConnected ? 'live' : 'live gone'} role="status">
            {isConnected ? 'live' : 'not running'}
          </span>
        </div>
      </div>
      <nav aria-label="Pages">
        {PAGES.map(([icon, path, label]) => (
          <PageLink key={path} icon={icon} path={path} label={label} />
        ))}
      </nav>
      {app && (
        <p className="addresses">
          App <a href={app.url}>{app.url.replace('http://', '')}</a>
        </p>
      )}
    </header>
  );
}

function PageLink({
  icon,
  path,
  label,
}: {
  readonly icon: (typeof PAGES)[number][0];
  readonly path: string;
  readonly label: string;
}) {
  const [isHere] = useRoute(path === '/' ? '/' : `${path}/*?`);
  return (
    <Link href={path} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}
