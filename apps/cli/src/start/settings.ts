import path from 'node:path';
import { type RoleNames, roleNamesOf } from '#persistence';
import { UsageFault } from '../faults.js';
import type { Typed } from '../verb.js';

/** What a start is told. */
export interface StartSettings {
  readonly port: number;
  readonly host: string;
  /** Folder of everything that is kept on this machine. */
  readonly dataDir: string;
  /** Database of one's own; undefined: the embedded one. */
  readonly url: string | undefined;
  /** The same for the owner of its tables, who makes or upgrades them at the start; undefined: they have to be there. */
  readonly ownerUrl: string | undefined;
  readonly roles: RoleNames;
  readonly loadsExample: boolean;
  readonly resets: boolean;
  /** Tenant of requests that name none; undefined: the top unit of the example. */
  readonly tenant: string | undefined;
}

const DEFAULT_PORT = 3000;
const LAST_PORT = 65_535;

/** @throws UsageFault when an option does not make sense */
export function readSettings(typed: Typed, environment: NodeJS.ProcessEnv): StartSettings {
  const url = environment['DATABASE_URL'] || undefined;
  const resets = typed.flag('reset');
  if (resets && url !== undefined) {
    throw new UsageFault(
      {
        vi: '--reset chỉ dùng cho cơ sở dữ liệu kèm sẵn, không dùng với DATABASE_URL.',
        en: '--reset is for the embedded database, not for DATABASE_URL.',
      },
      { vi: 'Bỏ DATABASE_URL, hoặc tự xoá cơ sở dữ liệu đó.', en: 'Unset DATABASE_URL, or empty that database yourself.' },
    );
  }
  return {
    port: portOf(typed.value('port') ?? environment['PORT']),
    host: typed.value('host') ?? '127.0.0.1',
    dataDir: path.resolve(typed.value('data') ?? '.thac'),
    url,
    ownerUrl: environment['DATABASE_OWNER_URL'] || undefined,
    roles: roleNamesOf(environment),
    loadsExample: !typed.flag('no-example'),
    resets,
    tenant: environment['THAC_TENANT'] || undefined,
  };
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= LAST_PORT) return port;
  throw new UsageFault(
    { vi: `“${text}” không phải là một cổng.`, en: `“${text}” is no port.` },
    {
      vi: `Viết một số từ 0 đến ${LAST_PORT}; 0 để lấy cổng trống bất kỳ.`,
      en: `Write a number from 0 to ${LAST_PORT}; 0 takes any free one.`,
    },
  );
}
