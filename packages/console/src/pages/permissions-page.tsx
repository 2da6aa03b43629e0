import { news } from '../live/session.ts';
import { useAsked } from '../live/use-asked.ts';
import { Badge } from '../parts/badge.tsx';
import { Empty, Trouble } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { PlaceText } from '../parts/place.tsx';
import type { ExplainedPolicy, ExplainedStatement } from '../shown.ts';

/** What each function may do in AWS, and which line of code asks for it. */
export function PermissionsPage() {
  const { answer: policies = [], error } = useAsked<readonly ExplainedPolicy[]>('permissions', news.app);
  return (
    <Page
      title="Permissions"
      says="What each function's role will allow in AWS, read from the code, with the line that asks for it. The same as tankard policy."
    >
      <Trouble error={error} />
      {policies.map((policy) => (
        <Policy key={policy.function} policy={policy} />
      ))}
    </Page>
  );
}

function Policy({ policy: { function: name, statements, notSeen } }: { readonly policy: ExplainedPolicy }) {
  return (
    <section className="policy" aria-labelledby={`policy-${name}`}>
      <h2 id={`policy-${name}`}>{name}</h2>
      {statements.length === 0 && <Empty title="It may do nothing in AWS." />}
      {statements.map((statement) => (
        <Statement key={JSON.stringify(statement)} statement={statement} />
      ))}
      {notSeen.map(({ place, what, remedy, isGranted }) => (
        <div key={`${place.file} ${place.line} ${what}`} className="statement unseen">
          <p>
            <Badge tone="warn">{isGranted ? 'kept whole' : 'not seen'}</Badge> {what}
          </p>
          <p>{remedy}</p>
          <PlaceText place={place} />
        </div>
      ))}
    </section>
  );
}

function Statement({
  statement: { effect, actions, resources, conditions, because },
}: {
  readonly statement: ExplainedStatement;
}) {
  return (
    <div className="statement">
      <p className="allows">
        <Badge tone={effect ? 'bad' : 'good'}>{effect ? 'never' : 'may'}</Badge>
        {actions.map((action) => (
          <code key={action}>{action}</code>
        ))}
      </p>
      <ul className="on">
        {resources.map((resource) => (
          <li key={resource}>
            on <code>{plainly(resource)}</code>
          </li>
        ))}
        {conditions.map((condition) => (
          <li key={condition}>
            if <code>{condition}</code>
          </li>
        ))}
      </ul>
      <ul className="because" aria-label="Because of">
        {because.map(({ place, text }) => (
          <li key={`${place?.file}:${place?.line} ${text}`}>
            <PlaceText place={place} /> <span className="faint">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `<arn of table:Users>` as people say it. */
function plainly(resource: string): string {
  return resource
    .replaceAll(/<streamArn of (\w+):([\w-]+)>/g, 'the stream of $1 $2')
    .replaceAll(/<\w+ of (\w+):([\w-]+)>/g, '$1 $2');
}
