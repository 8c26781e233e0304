import type { PageRequest } from '#contracts';

/** Only what was asked for: absent fields stay absent. */
export const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** The page of a query string. */
export const pageOf = ({ after, limit }: { readonly after?: string; readonly limit?: number }): PageRequest =>
  given({ after, limit }) as PageRequest;
