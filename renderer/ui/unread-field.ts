// Finds the fields whose text cannot be read, so that no form is sent at a figure or a day that nobody chose. They bear `data-unread`.

/** Of a date, the part that is missing. */
const FIELDS = ':is(input:not([type="hidden"], [hidden]), [role="spinbutton"][data-placeholder])';

/** Puts the focus into the first of them in the dialog on top, or on the page where none is open; answers false when all can be read. */
export function focusUnread(): boolean {
  const dialogs = document.querySelectorAll(':is([role="dialog"], [role="alertdialog"])');
  const top = [...dialogs].at(-1) ?? document;
  const field = top.querySelector<HTMLElement>(`[data-unread] ${FIELDS}`);
  field?.focus();
  return field !== null;
}
