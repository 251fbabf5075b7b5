import { find } from '../dom/elements.ts'

/** Sends the request that a form describes, and shows the response below it as it comes. */
export async function sendTry(form: HTMLFormElement): Promise<void> {
  const output = find<HTMLOutputElement>(form, 'output')
  output.hidden = false
  output.textContent = '…'
  try {
    const response = await fetch(...requestOf(form))
    const type = response.headers.get('Content-Type') ?? ''
    const head = [`${response.status} ${response.statusText}`.trim(), type].join('\n')
    output.textContent = `${head}\n\n`
    if (/[+/]json/.test(type)) output.textContent += JSON.stringify(await response.json(), null, 2)
    else if (response.body !== null) await show(response.body, output)
  } catch (error) {
    output.textContent = error instanceof Error ? error.message : String(error)
  }
}

async function show(body: ReadableStream<Uint8Array<ArrayBuffer>>, output: HTMLElement): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) output.append(piece.value)
}

function requestOf(form: HTMLFormElement): [url: string, init: RequestInit] {
  const { method = 'GET', path = '/' } = form.dataset
  const query = new URLSearchParams()
  let address = path
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-in]')) {
    const values = field instanceof HTMLTextAreaElement ? field.value.split('\n') : [field.value]
    for (const value of values.map((one) => one.trim()).filter((one) => one !== '')) {
      if (field.dataset.in === 'path') address = address.replace(`{${field.name}}`, encodeURIComponent(value))
      else query.append(field.name, value)
    }
  }
  const headers = new Headers({ Accept: fieldValue(form, 'accept') })
  const token = fieldValue(form, 'token')
  if (token !== '') headers.set('Authorization', `Bearer ${token}`)
  const body = form.querySelector<HTMLTextAreaElement>('[name="body"]')
  if (body !== null) headers.set('Content-Type', body.dataset.type ?? '')
  const search = query.size === 0 ? '' : `?${query}`
  return [address + search, { method, headers, ...(body === null ? {} : { body: body.value }) }]
}

function fieldValue(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? ''
}
