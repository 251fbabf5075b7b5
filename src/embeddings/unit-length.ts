/** A vector of the same direction and length 1; zeros stay as they are. */
export function toUnitLength<Vector extends number[] | Float32Array>(vector: Vector): Vector {
  const length = Math.hypot(...vector)
  return length > 0 ? (vector.map((value) => value / length) as Vector) : vector
}
