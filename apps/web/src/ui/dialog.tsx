import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../i18n/locale.js';

interface DialogProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly close: () => void;
  readonly children: ReactNode;
}

/**
 * Something above the page: keeps the focus within, gives it back, and goes at Escape. Not at a click beside it: the kit would add a
 * button of its own for that, with a name in a language that it does not know Vietnamese for.
 */
export const Dialog = ({ title, isWide = false, role = 'dialog', close, children }: DialogProps): ReactNode => (
  <ModalOverlay isOpen className="dialog-under" onOpenChange={(open) => open || close()}>
    <Modal className={isWide ? 'dialog wide' : 'dialog'}>
      <AriaDialog role={role}>
        <div className="panel-head">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <button type="button" className="button small" onClick={close}>
            {t('page.close')}
          </button>
        </div>
        <div className="stack">{children}</div>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
