import type { ReactNode } from 'react';
import { t } from '../../i18n/locale.js';
import type { Key } from '../../i18n/vi.js';
import { Link } from '../../router/location.js';
import { Empty, FaultNotice, Waiting } from '../../ui/state.js';
import { useTitle } from '../../ui/title.js';
import { unbroken } from '../../ui/unbroken.js';
import { type Asked, type Change, draftName, useChange, useNewPlan, type Writing } from './beginning.js';
import { OtherDrafts } from './other-drafts.js';
import { Workbench } from './workbench.js';

/** Where a plan is written, looked at before it holds, and issued. */
export const EditorPage = ({ mode, plan }: Writing): ReactNode =>
  mode === 'new' || plan === null ? <NewPlan /> : <ChangedPlan mode={mode} plan={plan} />;

const NewPlan = (): ReactNode => <Sheet asked={useNewPlan()} mode="new" plan={null} />;

const ChangedPlan = (change: Change): ReactNode => <Sheet asked={useChange(change)} {...change} />;

const TITLES: Readonly<Record<Writing['mode'], Key>> = {
  new: 'editor.title',
  amend: 'editor.titleAmend',
  replace: 'editor.titleReplace',
};
const HINTS: Readonly<Record<Writing['mode'], Key>> = {
  new: 'editor.hint',
  amend: 'editor.hintAmend',
  replace: 'editor.hintReplace',
};

function Sheet({ asked, mode, plan }: Writing & { readonly asked: Asked }): ReactNode {
  const number = asked.is === 'ready' ? asked.beginning.number : null;
  const title = t(TITLES[mode], { plan: number ?? '' }).trim();
  const name = draftName({ mode, plan });
  useTitle(title);
  return (
    <div className="stack">
      <header>
        <h1>{unbroken(title)}</h1>
        <p className="soft">{t(HINTS[mode])}</p>
        {plan !== null && (
          <p>
            <Link to={{ name: 'plan', plan, view: 'rules' }}>‹ {t('view.rules')}</Link>
          </p>
        )}
      </header>
      {asked.is === 'waiting' && <Waiting />}
      {asked.is === 'no-unit' && <Empty title={t('editor.noUnit')} />}
      {asked.is === 'no-plan' && <Empty title={t('plans.noneFound')} />}
      {asked.is === 'failed' && <FaultNotice fault={asked.fault} again={asked.again} />}
      {asked.is === 'ready' && <Workbench beginning={asked.beginning} name={name} />}
      <OtherDrafts but={name} />
    </div>
  );
}
