/** Copies a text. Resolves to false where the browser lets no page copy. */
export function copy(text: string): Promise<boolean> {
  // Only pages that came over a secure connection have it.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (!clipboard || !clipboard.writeText) return Promise.resolve(copySelected(text));
  return clipboard.writeText(text).then(
    () => true,
    () => copySelected(text),
  );
}

function copySelected(text: string): boolean {
  const focused = document.activeElement as HTMLElement | null;
  const area = document.createElement('textarea');
  area.className = 'realm';
  area.value = text;
  document.body.appendChild(area);
  area.focus();
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    // Gecko below 41 throws.
    return false;
  } finally {
    document.body.removeChild(area);
    if (focused) focused.focus();
  }
}
