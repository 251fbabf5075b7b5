import { describe, expect, it } from 'vitest'
import { questionsIn } from '../../../src/retrieval/question/questions-in.ts'

describe('questionsIn', () => {
  it.each([
    ['When was Lambda released and who bought Firebase?', 'When was Lambda released', 'who bought Firebase?'],
    [
      'who founded dotcloud, and when did it change its name?',
      'who founded dotcloud',
      'when did it change its name?',
    ],
    ['Where is it stored? And how do I clear it?', 'Where is it stored', 'how do I clear it?'],
    ['谁创立了dotCloud,又是什么时候改名的?', '谁创立了dotCloud', '又是什么时候改名的?'],
    ['Mesos是谁开发的？Borg又是什么时候公布的？', 'Mesos是谁开发的', 'Borg又是什么时候公布的？'],
  ])('parts %j', (turn, first, second) => {
    expect(questionsIn(turn)).toEqual([first, second])
  })

  it.each([
    'What is the difference between Docker and Unikernels?',
    'How do hooks work and throw?',
    'RackSpace 2010年為何要發起 OpenStack 還開源,是怕打不贏誰',
    'Mesos是谁开发的',
    'Mesos 是抄別人的嗎?想法從哪裡來',
    '為什麼?後來呢?',
    'Mesos 是什麼?為何?',
  ])('leaves %j whole', (turn) => {
    expect(questionsIn(turn)).toEqual([turn])
  })
})
