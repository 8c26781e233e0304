import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** First parts of the application's own addresses, told to the application in `apps/web/src/router/routes.ts`. */
const PAGES = ['audit', 'desk', 'editor', 'me', 'plans', 'system'];
/** Bundled files bear their hash in their names: they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASKED_ANEW = 'no-cache';
export const HTML = 'text/html; charset=utf-8';

/** The web application's files: `apps/web/dist` below the folder that holds package.json; made by `npm run build`. */
export function webFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return path.join(folder, 'apps/web/dist');
}

/** The page of the application in a folder, as it is now; null where there is none. */
export const webPage = (folder: string) => (): string | null => {
  const index = path.join(folder, 'index.html');
  return existsSync(index) ? readFileSync(index, 'utf8') : null;
};

/**
 * Serves the web application at `/` and at its own addresses, or leads to the API's description where there is none. What is built
 * anew while it is served is served at once: the page names its scripts, and both must be of the same build.
 */
export function serveWeb(app: NestFastifyApplication, folder: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  const page = webPage(folder);
  if (page() === null) {
    fastify.get('/', (_request, reply) => reply.redirect('/docs', 302));
    return;
  }
  const files = { decorateReply: false, cacheControl: false, preCompressed: true };
  void fastify.register(fastifyStatic, {
    ...files,
    root: folder,
    prefix: '/',
    wildcard: false,
    globIgnore: ['assets/**'],
    setHeaders: (reply) => void reply.header('Cache-Control', ASKED_ANEW),
  });
  const assets = path.join(folder, 'assets');
  if (existsSync(assets))
    void fastify.register(fastifyStatic, {
      ...files,
      root: assets,
      prefix: '/assets/',
      setHeaders: (reply) => void reply.header('Cache-Control', FOR_EVER),
    });
  const answer = (_request: unknown, reply: FastifyReply): FastifyReply =>
    reply
      .type(HTML)
      .header('Cache-Control', ASKED_ANEW)
      .send(page() ?? '');
  for (const part of PAGES) {
    fastify.get(`/${part}`, answer);
    fastify.get(`/${part}/*`, answer);
  }
}
