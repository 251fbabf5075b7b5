;; Scores sketches against a question, see score-sketches.ts. All positions are in bytes.
(module
  (import "footnote" "memory" (memory 1))
  (func (export "score")
    (param $count i32)    ;; sketches
    (param $bytes i32)    ;; of a sketch, a multiple of 8
    (param $sum i32)      ;; of the question's numbers
    (param $planes i32)   ;; the question: four sketches, one for each bit of its numbers
    (param $sketches i32)
    (param $scales i32)   ;; a 32-bit float for each sketch
    (param $scores i32)   ;; room for a 32-bit float for each sketch
    (local $at i32)
    (local $word i64)
    (local $ones i64)
    (local $twos i64)
    (local $fours i64)
    (local $eights i64)
    (loop $rows
      (if (i32.eqz (local.get $count)) (then (return)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (local.set $ones (i64.const 0))
      (local.set $twos (i64.const 0))
      (local.set $fours (i64.const 0))
      (local.set $eights (i64.const 0))
      (local.set $at (local.get $planes))
      (loop $words
        (local.set $word (i64.load (local.get $sketches)))
        (local.set $ones (i64.add (local.get $ones)
          (i64.popcnt (i64.and (local.get $word) (i64.load (local.get $at))))))
        (local.set $twos (i64.add (local.get $twos)
          (i64.popcnt (i64.and (local.get $word) (i64.load (i32.add (local.get $at) (local.get $bytes)))))))
        (local.set $fours (i64.add (local.get $fours)
          (i64.popcnt (i64.and (local.get $word)
            (i64.load (i32.add (local.get $at) (i32.shl (local.get $bytes) (i32.const 1))))))))
        (local.set $eights (i64.add (local.get $eights)
          (i64.popcnt (i64.and (local.get $word)
            (i64.load (i32.add (local.get $at) (i32.mul (local.get $bytes) (i32.const 3))))))))
        (local.set $sketches (i32.add (local.get $sketches) (i32.const 8)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $words (i32.lt_u (local.get $at) (i32.add (local.get $planes) (local.get $bytes)))))
      ;; A set bit of a sketch stands for 1 and any other for -1: twice the sum over the set ones, less the whole sum.
      ;; The highest of the question's four bits counts -8.
      (f32.store (local.get $scores)
        (f32.mul (f32.load (local.get $scales))
          (f32.convert_i32_s (i32.sub
            (i32.shl (i32.wrap_i64 (i64.sub
              (i64.add (local.get $ones)
                (i64.add (i64.shl (local.get $twos) (i64.const 1)) (i64.shl (local.get $fours) (i64.const 2))))
              (i64.shl (local.get $eights) (i64.const 3)))) (i32.const 1))
            (local.get $sum)))))
      (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
      (local.set $scores (i32.add (local.get $scores) (i32.const 4)))
      (br $rows))))
