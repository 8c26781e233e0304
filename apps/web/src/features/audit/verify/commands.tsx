import type { ReactNode } from 'react';

interface CommandsProps {
  /** Public key of the log: it names the tenant. */
  readonly keyText: string;
  /** Events of the checkpoint. */
  readonly size: number;
  /** What the archive holds, as its name has it; null for the whole log. */
  readonly part: string | null;
  readonly label: string;
}

/** What the signer is called by, before its hash: `thac/TENANT`. */
const tenantOf = (key: string): string => /^[^/+]+\/([^+]+)\+/.exec(key)?.[1] ?? 'ARCHIVE';

/** How an archive is held to a checkpoint on another machine. */
export function Commands({ keyText, size, part, label }: CommandsProps): ReactNode {
  const files = `thac-${tenantOf(keyText)}${part === null ? '' : `-${part}`}.jsonl.gz --checkpoint checkpoint-${size}.txt`;
  return (
    <pre className="source json commands" tabIndex={0} role="region" aria-label={label} translate="no">
      {`thac audit verify ${files}\npython3 tools/verify.py ${files}`}
    </pre>
  );
}
