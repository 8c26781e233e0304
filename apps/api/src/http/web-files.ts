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

/** The web application's files: `apps/web/dist` below the folder that holds package.json; made by `npm run build`. */
export function webFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return path.join(folder, 'apps/web/dist');
}

/** Serves the web application at `/` and at its own addresses, or leads to the API's description where there is none. */
export function serveWeb(app: NestFastifyApplication, folder: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  const index = path.join(folder, 'index.html');
  if (!existsSync(index)) {
    fastify.get('/', (_request, reply) => reply.redirect('/docs', 302));
    return;
  }
  void fastify.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    decorateReply: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => void reply.header('Cache-Control', /[\\/]assets[\\/]/.test(file) ? FOR_EVER : ASKED_ANEW),
  });
  const page = readFileSync(index, 'utf8');
  const answer = (_request: unknown, reply: FastifyReply): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('Cache-Control', ASKED_ANEW).send(page);
  for (const part of PAGES) {
    fastify.get(`/${part}`, answer);
    fastify.get(`/${part}/*`, answer);
  }
}
