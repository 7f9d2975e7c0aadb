// Finds the fields whose text cannot be read, so that no form is sent at a figure that nobody typed. They bear `data-unread`.

/** Puts the focus into the first of them on the page; answers false when every field can be read. */
export function focusUnread(): boolean {
  const field = document.querySelector<HTMLElement>('[data-unread] input');
  field?.focus();
  return field !== null;
}
