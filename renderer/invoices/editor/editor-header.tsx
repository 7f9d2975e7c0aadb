// What stands above the editor: whether everything is saved, undo and redo, the preview, and the way to send.
import { Check, CircleAlert, Ellipsis, Eye, EyeOff, LoaderCircle, Redo2, Trash2, Undo2 } from 'lucide-react';
import { describeError } from '../../error-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { shortcutText } from '../../ui/shortcuts.ts';
import type { SaveState } from './autosave.ts';

export interface EditorActionsProps {
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isPreviewShown: boolean;
  readonly onTogglePreview: () => void;
  readonly onDelete: () => void;
  readonly onReview: () => void;
}

export function EditorActions(props: EditorActionsProps) {
  const { isPreviewShown } = props;
  return (
    <>
      <SaveMark state={props.save} />
      <span className="cluster editor__tools">
        <IconButton
          icon={Undo2}
          label="Undo"
          shortcut={shortcutText('Mod+Z')}
          isDisabled={!props.canUndo}
          onPress={props.undo}
        />
        <IconButton
          icon={Redo2}
          label="Redo"
          shortcut={shortcutText('Mod+Shift+Z')}
          isDisabled={!props.canRedo}
          onPress={props.redo}
        />
        <IconButton
          icon={isPreviewShown ? EyeOff : Eye}
          label={isPreviewShown ? 'Hide the document' : 'Show the document'}
          onPress={props.onTogglePreview}
        />
        <Menu
          label="Draft"
          placement="bottom end"
          entries={[
            { id: 'delete', label: 'Delete draft…', icon: Trash2, tone: 'danger', run: props.onDelete },
          ]}
        >
          <IconButton icon={Ellipsis} label="More actions" />
        </Menu>
      </span>
      <Button variant="primary" shortcut={shortcutText('Mod+Enter')} onPress={props.onReview}>
        Review and send
      </Button>
    </>
  );
}

const words = { saved: 'Saved', unsaved: 'Not saved yet', saving: 'Saving…', failed: 'Not saved' } as const;
const icons = { saved: Check, unsaved: LoaderCircle, saving: LoaderCircle, failed: CircleAlert } as const;

function SaveMark({ state }: { readonly state: SaveState }) {
  return (
    <span
      className="save-mark"
      data-state={state.kind}
      role="status"
      title={state.kind === 'failed' ? describeError(state.error) : undefined}
    >
      <Icon icon={icons[state.kind]} size={14} />
      {words[state.kind]}
    </span>
  );
}
