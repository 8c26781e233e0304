import { RequestMethod, type Type } from '@nestjs/common';
import { type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type Declared, PERMISSION } from './permission.js';

const [PATH, METHOD] = ['path', 'method'];

/** A route of a controller, and what it says that it needs. */
export interface DeclaredRoute {
  readonly method: string;
  /** As the router has it: `/api/v1/plans/:plan`. */
  readonly url: string;
  /** `RulesController.check`. */
  readonly name: string;
  readonly declared: Declared | undefined;
}

/** Every route of an application's controllers. */
export const declaredRoutes = (app: INestApplication): readonly DeclaredRoute[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ controllers }) => [...controllers.values()])
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as Type<unknown>) : []));

/** Every route of a controller. */
export function routesOf(controller: Type<unknown>): readonly DeclaredRoute[] {
  const base: unknown = Reflect.getMetadata(PATH, controller);
  const methods = Object.getOwnPropertyDescriptors(controller.prototype) as Readonly<Record<string, PropertyDescriptor>>;
  return Object.entries(methods).flatMap(([name, { value }]) => {
    if (typeof value !== 'function' || name === 'constructor') return [];
    const path: unknown = Reflect.getMetadata(PATH, value);
    if (path === undefined) return [];
    const url = `/${[base, path]
      .flatMap((part) => String(part).split('/'))
      .filter((part) => part !== '')
      .join('/')}`;
    const method = RequestMethod[Reflect.getMetadata(METHOD, value) as RequestMethod];
    const declared = Reflect.getMetadata(PERMISSION, value) as Declared | undefined;
    return [{ method, url, name: `${controller.name}.${name}`, declared }];
  });
}

/** Tells which routes are for whoever comes: those declared so, and pages and files, which no controller has. */
export function openRoutes(routes: readonly DeclaredRoute[]): (method: string, url: string) => boolean {
  const closed = new Set(routes.filter(({ declared }) => declared !== 'open').map(({ method, url }) => `${method} ${url}`));
  return (method, url) => !closed.has(`${method === 'HEAD' ? 'GET' : method} ${url}`);
}

/**
 * Makes sure that every route says what it needs. Beside controllers only pages and files are served: GET, and nothing of `/api`.
 * @param served method and pattern of every route that the server has
 * @throws TypeError naming those that do not
 */
export function expectDeclared(
  routes: readonly DeclaredRoute[],
  served: readonly (readonly [method: string, url: string])[],
): void {
  const silent = routes.filter(({ declared }) => declared === undefined).map(({ name }) => name);
  const known = new Set(routes.flatMap(({ method, url }) => [`${method} ${url}`, ...(method === 'GET' ? [`HEAD ${url}`] : [])]));
  const loose = served.filter(([method, url]) => {
    const isFile = (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/');
    return !known.has(`${method} ${url}`) && !isFile;
  });
  const all = [...silent, ...loose.map(([method, url]) => `${method} ${url}`)];
  if (all.length > 0) throw new TypeError(`routes that do not say what they need (May or Open): ${all.join(', ')}`);
}
