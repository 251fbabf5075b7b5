/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** Icons are drawn on a grid of 24 with one pen; a name stands on the control that holds them. */
function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

export function SendIcon() {
  return <Icon path="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
}

export function StopIcon() {
  return <Icon path="M7 7h10v10H7z" />
}

export function CloseIcon() {
  return <Icon path="M6 6l12 12M18 6 6 18" />
}

export function CopyIcon() {
  return <Icon path="M9 9h10v11H9zM5 15V4h10" />
}

export function ShareIcon() {
  return <Icon path="M12 15V4M8 7.5 12 4l4 3.5M6 11H5v9h14v-9h-1" />
}

export function ThumbUpIcon() {
  return <Icon path="M7 11v9H4v-9zM7 11l4-7c1.5 0 2.3 1 2 2.500L12.500 10H19l-1.500 10H7" />
}

export function ThumbDownIcon() {
  return <Icon path="M17 13V4h3v9zM17 13l-4 7c-1.500 0-2.300-1-2-2.500l.5-3.500H5L6.500 4H17" />
}

export function RetryIcon() {
  return <Icon path="M19 12a7 7 0 1 1-2.200-5.100M19 4v4h-4" />
}

export function UpIcon() {
  return <Icon path="M6 14.500 12 8.500l6 6" />
}

export function DownIcon() {
  return <Icon path="M6 9.500l6 6 6-6" />
}

export function OpenIcon() {
  return <Icon path="M10 5H5v14h14v-5M13 5h6v6M19 5l-8.500 8.500" />
}

export function QuestionIcon() {
  return (
    <Icon path="M9 9.200a3 3 0 1 1 4.200 2.700c-.8.400-1.200 1-1.200 1.900v.4M12 17.500v.1M21 12a9 9 0 0 1-13.500 7.800L3.500 21l1.100-3.900A9 9 0 1 1 21 12z" />
  )
}
