/** Loads a TypeScript module of this project as it stands: Node strips its types, the hook below finds its imports. */
import { registerHooks } from 'node:module';

const ROOT = new URL('../../', import.meta.url).href;

const hook = {
  resolve(specifier, context, next) {
    const library = /^#([a-z-]+)$/.exec(specifier);
    if (library) return next(`${ROOT}libs/${library[1]}/src/index.ts`, context);
    const ours = context.parentURL?.startsWith(ROOT) && !context.parentURL.includes('/node_modules/');
    if (ours && specifier.startsWith('.') && context.parentURL.endsWith('.ts')) {
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
    return next(specifier, context);
  },
};

export async function loadTypeScript(file) {
  const hooks = registerHooks(hook);
  try {
    return await import(`${ROOT}${file}`);
  } finally {
    hooks.deregister();
  }
}
