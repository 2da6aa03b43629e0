declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  import type { ViewerRequest } from './via-console.ts';

  /** The part of Swagger UI that is used: https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/ */
  interface Options {
    readonly url: string;
    readonly dom_id: string;
    readonly deepLinking: boolean;
    readonly validatorUrl: null;
    readonly requestInterceptor: (request: ViewerRequest) => ViewerRequest;
    readonly onComplete: () => void;
  }
  interface Viewer {
    readonly specActions: { download(url: string): void };
  }
  const show: (options: Options) => Viewer;
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default show;
}
