import type { Method, OperationObject } from '../../../protocol/openapi/openapi-types.ts'

/** An operation and where it is: `POST`, `/ask`. */
export interface PlacedOperation {
  readonly method: Method
  readonly path: string
  readonly operation: OperationObject
}
