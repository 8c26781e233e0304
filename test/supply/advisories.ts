import { execFile } from 'node:child_process';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run advisories -- [--production]
Asks the registry for known weaknesses of what is installed | Hỏi kho gói về những điểm yếu đã biết của các gói đang dùng
  --production  only what is needed to run | chỉ những gói cần để chạy
exit: 0 none known | không có; 1 some | có; 2 not looked up: no network, or a registry that does not answer | chưa tra được`;

/** A known weakness of a package. */
export interface Weakness {
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
  /** Versions that have it. */
  readonly range: string;
}

interface Via {
  readonly name?: string;
  readonly title?: string;
  readonly url?: string;
  readonly severity?: string;
  readonly range?: string;
}
interface Report {
  readonly auditReportVersion?: number;
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (Via | string)[] }>>;
}

/** What a look-up came to: weaknesses, each once; or why nothing is known. */
export type Looked = { readonly weaknesses: readonly Weakness[] } | { readonly reason: string };

/** Reads what `npm audit --json` says; packages that only use a weak one are not named again. */
export function readAudit(text: string): Looked {
  let report: Report;
  try {
    report = JSON.parse(text) as Report;
  } catch {
    return { reason: 'npm audit: no JSON' };
  }
  if (report.auditReportVersion !== 2 || !report.vulnerabilities) return { reason: report.message ?? 'npm audit: no report' };
  const found = Object.values(report.vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== 'string'));
  const weaknesses = found.map(({ name = '', severity = '', title = '', url = '', range = '' }) => ({
    package: name,
    severity,
    title,
    url,
    range,
  }));
  return { weaknesses: [...new Map(weaknesses.map((each) => [`${each.package} ${each.url}`, each])).values()] };
}

/** What `npm audit` prints: it ends with an error also where it found something. */
function audit(isProduction: boolean): Promise<string> {
  const { npm_execpath: npm } = process.env;
  const [program, ...start] = npm ? [process.execPath, npm] : ['npm'];
  const wanted = ['audit', '--json', ...(isProduction ? ['--omit', 'dev'] : [])];
  return new Promise((resolve) => {
    execFile(program ?? 'npm', [...start, ...wanted], { maxBuffer: 64 * 2 ** 20, timeout: 120_000 }, (_, stdout) =>
      resolve(stdout),
    );
  });
}

/** Says what is known. @returns the exit code */
export function tell(looked: Looked, print: (line: string) => void): number {
  if ('reason' in looked) {
    print(`not looked up | chưa tra được: ${looked.reason}`);
    return 2;
  }
  for (const { package: name, severity, title, url, range } of looked.weaknesses)
    print(`${severity} ${name} ${range}: ${title} ${url}`);
  print(`known weaknesses | điểm yếu đã biết: ${looked.weaknesses.length}`);
  return looked.weaknesses.length > 0 ? 1 : 0;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = { production: { type: 'boolean', default: false }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  return tell(readAudit(await audit(values.production)), console.log);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
