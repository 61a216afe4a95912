import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../../look/icon';
import { t } from '../text';

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode };

/** A sheet over the page. Focus stays within it and returns to its opener. */
export function Dialog({ title, isOpen, onClose, children }: Props) {
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog">
        <AriaDialog className="stack">
          <div className="row between">
            <Heading slot="title" className="text-l">
              {title}
            </Heading>
            <button type="button" className="btn bare icon -me-3" onClick={onClose}>
              <Icon name="x" />
              <span className="sr">{t('close')}</span>
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
