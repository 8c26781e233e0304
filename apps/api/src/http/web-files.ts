import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The web application's files: `apps/web/public` below the folder that holds package.json. */
export function webFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return path.join(folder, 'apps/web/public');
}

/** Serves the web application at `/`, or leads to the API's description where there is none. */
export function serveWeb(app: NestFastifyApplication, folder: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  if (existsSync(path.join(folder, 'index.html'))) {
    app.useStaticAssets({ root: folder, prefix: '/', wildcard: false, decorateReply: false, cacheControl: false });
  } else {
    fastify.get('/', (_request, reply) => reply.redirect('/docs', 302));
  }
}
