interface KnownRoute {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Which methods an address takes: told apart from addresses that do not exist. */
export class Allowed {
  private readonly routes = new Map<string, KnownRoute>();

  /** Notes a route as the router has it, e.g. `/plans/:plan`. Wildcards (static files) are left out. */
  note(url: string, methods: string | readonly string[]): void {
    if (url.includes('*')) return;
    const route = this.routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const method of [methods].flat()) route.methods.add(method);
    this.routes.set(url, route);
  }

  /** Methods of a path, in alphabetical order; empty where nothing is there. */
  methods(path: string): readonly string[] {
    const found = [...this.routes.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].toSorted();
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[A-Za-z]+/g, '[^/]+')}/?$`);
