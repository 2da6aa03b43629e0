import show from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import type { ShownNews } from '../shown.ts';
import { viaConsole } from './via-console.ts';
import 'swagger-ui-dist/swagger-ui.css';

const DOCUMENT = '/openapi.json';

const viewer = show({
  url: DOCUMENT,
  dom_id: '#document',
  deepLinking: true,
  // Would send the document to somebody else's server.
  validatorUrl: null,
  requestInterceptor: viaConsole,
  onComplete: follow,
});

/** Shows the routes as they are after each build. */
function follow(): void {
  new EventSource('/api/live').onmessage = ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as readonly ShownNews[];
    if (news.some(({ kind }) => kind === 'app')) viewer.specActions.download(DOCUMENT);
  };
}
