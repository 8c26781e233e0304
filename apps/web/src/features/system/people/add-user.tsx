import { type ReactNode, useState } from 'react';
import { post } from '../../../api/client.js';
import { useAct } from '../../../api/system-queries.js';
import { t } from '../../../i18n/locale.js';
import { Dialog } from '../../../ui/dialog.js';
import { FaultNotice } from '../../../ui/state.js';
import { TextField } from '../../../ui/text-field.js';
import { EntryLink } from './entry-link.js';
import { grantBody, GrantFields, type Granting, isPlaced, NO_GRANT } from './grant-fields.js';

/** Lets somebody in with a first role, and gives the link by which they set their password. */
export function AddUser(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button main" onClick={() => setOpen(true)}>
        {t('people.add')}
      </button>
      {isOpen && (
        <Dialog title={t('people.add')} isWide close={() => setOpen(false)}>
          <Form />
        </Dialog>
      )}
    </>
  );
}

function Form(): ReactNode {
  const [name, setName] = useState('');
  const [shownName, setShownName] = useState('');
  const [grant, setGrant] = useState<Granting>(NO_GRANT);
  const add = useAct(() =>
    post('/api/v1/users', { body: { name: name.trim(), shownName: shownName.trim(), ...grantBody(grant) } }),
  );
  if (add.data) return <EntryLink path={add.data.link} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(undefined);
      }}
    >
      <div className="row filters">
        <TextField label={t('people.name')} value={name} take={setName} required />
        <TextField label={t('people.shownName')} value={shownName} take={setShownName} required />
      </div>
      <p className="hint">{t('people.nameHint')}</p>
      <GrantFields of={grant} change={setGrant} />
      {add.isError && <FaultNotice fault={add.error} />}
      <p>
        <button type="submit" className="button main" disabled={add.isPending || !isPlaced(grant)}>
          {t('people.letIn')}
        </button>
      </p>
    </form>
  );
}
