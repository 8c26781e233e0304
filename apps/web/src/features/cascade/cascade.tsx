import type { CascadeNode, PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { cascadeQuery } from '../../api/queries.js';
import { t } from '../../i18n/locale.js';
import { useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { Loaded } from '../../ui/state.js';
import { TextField } from '../../ui/text-field.js';
import type { PlanProps } from '../plan/plan-props.js';
import { findUnits, indexTree, inSight, type TreeUnit } from './tree-index.js';
import { TreeGrid } from './tree-grid.js';

/** The units of a plan as a tree, with what each of them and all below it hold. */
export function Cascade({ plan }: PlanProps): ReactNode {
  const within = useQuery().get('within');
  const cascade = useAnswer(cascadeQuery(plan.id, useAsOf(), within));
  return (
    <section className="panel">
      <Loaded of={cascade}>{(root) => <Tree plan={plan} root={root} key={`${plan.id} ${root.unit.id}`} />}</Loaded>
    </section>
  );
}

/** What was open when the tree was last left, by its root: whoever comes back finds it so. */
const left = new Map<string, ReadonlySet<string>>();

function Tree({ plan, root }: { readonly plan: PlanView; readonly root: CascadeNode }): ReactNode {
  const tree = useMemo(() => indexTree(root), [root]);
  const name = `${plan.id} ${root.unit.id}`;
  const [open, setOpen] = useState<ReadonlySet<string>>(() => left.get(name) ?? new Set([root.unit.id]));
  const [search, setSearch] = useState('');
  const searching = search.trim() !== '';
  const rows = useMemo(() => (searching ? findUnits(tree, search) : inSight(tree, open)), [tree, open, search, searching]);
  const change = (next: ReadonlySet<string>): void => {
    left.set(name, next);
    setOpen(next);
  };
  const all = (): void => change(new Set([...tree.values()].filter(({ children }) => children.length > 0).map(idOf)));
  return (
    <>
      <TreeTools
        search={search}
        find={setSearch}
        found={searching ? rows.length : null}
        size={tree.size}
        openAll={all}
        closeAll={() => change(new Set([root.unit.id]))}
      />
      <TreeGrid plan={plan} tree={tree} rows={rows} open={searching ? null : open} change={change} />
    </>
  );
}

const idOf = ({ node }: TreeUnit): string => node.unit.id;

interface TreeToolsProps {
  readonly search: string;
  readonly find: (text: string) => void;
  readonly found: number | null;
  readonly size: number;
  readonly openAll: () => void;
  readonly closeAll: () => void;
}

function TreeTools({ search, find, found, size, openAll, closeAll }: TreeToolsProps): ReactNode {
  return (
    <>
      <div className="row spread">
        <TextField label={t('cascade.search')} value={search} take={find} type="search" className="search-input" />
        <p className="row">
          <span className="soft" role="status">
            {found === null ? t('cascade.size', { count: size }) : t('cascade.found', { count: found })}
          </span>
          <button type="button" className="button small" onClick={openAll}>
            {t('cascade.openAll')}
          </button>
          <button type="button" className="button small" onClick={closeAll}>
            {t('cascade.closeAll')}
          </button>
        </p>
      </div>
      <p className="hint">
        {t('cascade.withBelow')}. <span className="keys">{t('cascade.keys')}</span>
      </p>
    </>
  );
}
