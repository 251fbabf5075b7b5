/** The code of a file system error, like `ENOENT`; nothing for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than allowed',
  ELOOP: 'it leads in a circle',
  ENOENT: 'the file or its folder does not exist',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
}

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error))
}

/** What may be over in a moment: a permission, a disk, a share that is away, too many files open. */
const PASSING = new Set(['EACCES', 'EPERM', 'EIO', 'EBUSY', 'ESTALE', 'ETIMEDOUT', 'EMFILE', 'ENFILE'])

/** Whether the file system may think otherwise in a moment. */
export function mayPass(error: unknown): boolean {
  return PASSING.has(codeOf(error) ?? '')
}
