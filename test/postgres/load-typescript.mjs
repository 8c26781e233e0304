/** Loads a TypeScript module of this project as it stands: the hooks below find its imports and compile what they find. */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const ROOT = new URL('../../', import.meta.url).href;
const isOurs = (url) => url?.startsWith(ROOT) && url.endsWith('.ts') && !url.includes('/node_modules/');

const hooks = {
  resolve(specifier, context, next) {
    const library = /^#([a-z-]+)$/.exec(specifier);
    if (library) return next(`${ROOT}libs/${library[1]}/src/index.ts`, context);
    const relative = specifier.startsWith('.') && isOurs(context.parentURL);
    return next(relative ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const { code } = transformFileSync(fileURLToPath(url), { cwd: fileURLToPath(ROOT) });
    return { format: 'module', source: code, shortCircuit: true };
  },
};

export async function loadTypeScript(file) {
  const registered = registerHooks(hooks);
  try {
    return await import(`${ROOT}${file}`);
  } finally {
    registered.deregister();
  }
}
