import { type ReactNode, useState } from 'react';
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from './controls.tsx';

interface WindowedProps {
  open: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
  wide?: boolean;
}

/** A dialog over the dimmed window; Esc and a click beside it close it. */
export function Windowed({ open, onClose, title, children, wide = false }: WindowedProps) {
  return (
    <ModalOverlay className="shade" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface QuestionProps {
  open: boolean;
  title: string;
  more: string;
  verb: string;
  onYes(): void;
  onClose(): void;
}

/** Asks before what cannot be undone; the button that does it is named by its verb. */
export function AskDialog({ open, title, more, verb, onYes, onClose }: QuestionProps) {
  const { frame } = useMessages();
  return (
    <Windowed open={open} onClose={onClose} title={title}>
      <p className="dialog-more">{more}</p>
      <div className="dialog-acts">
        <Act onPress={onClose} autoFocus>
          {frame.cancel}
        </Act>
        <Act
          kind="bad"
          onPress={() => {
            onClose();
            onYes();
          }}
        >
          {verb}
        </Act>
      </div>
    </Windowed>
  );
}

interface NameDialogProps {
  open: boolean;
  title: string;
  label: string;
  initial?: string;
  verb: string;
  onName(name: string): void;
  onClose(): void;
}

/** Asks for one line of text. */
export function NameDialog({ open, title, label, initial = '', verb, onName, onClose }: NameDialogProps) {
  return (
    <Windowed open={open} onClose={onClose} title={title}>
      <NameForm label={label} initial={initial} verb={verb} onName={onName} onClose={onClose} />
    </Windowed>
  );
}

function NameForm({
  label,
  initial,
  verb,
  onName,
  onClose,
}: Omit<NameDialogProps, 'open' | 'title'> & { initial: string }) {
  const { frame } = useMessages();
  const [name, setName] = useState(initial);
  const done = () => {
    if (name.trim() === '') return;
    onClose();
    onName(name.trim());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <TextField className="text-field" value={name} onChange={setName} autoFocus maxLength={200}>
        <Label className="label">{label}</Label>
        <Input className="input" />
      </TextField>
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" type="submit" isDisabled={name.trim() === ''}>
          {verb}
        </Act>
      </div>
    </form>
  );
}
