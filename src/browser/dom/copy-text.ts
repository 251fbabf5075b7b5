/** Copies a text; also where a page has no clipboard because it did not come over HTTPS. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    box.className = 'hidden'
    document.body.append(box)
    box.select()
    document.execCommand('copy')
    box.remove()
  }
}
