import { describe, expect, it } from 'vitest'
import { rolesOf, stripCourtesy } from '../../../src/conversation/courtesy/strip-courtesy.ts'
import { comparableTurn } from '../../../src/conversation/wording/comparable-turn.ts'

function stripped(turn: string): string {
  const comparable = comparableTurn(turn, (word) => word)
  const { start, end } = stripCourtesy(comparable)
  return turn.slice(comparable.sourceOf(start), comparable.sourceOf(end)).trim()
}

describe('stripCourtesy', () => {
  it.each([
    ['hey, when was Lambda released?', 'when was Lambda released?'],
    ['hey guys, quick question: what is Docker?', 'what is Docker?'],
    ['Hello, what is Docker? Thanks in advance!', 'what is Docker?'],
    ['yo what is Docker', 'what is Docker'],
    ['sorry if this was asked before, but what is Docker?', 'what is Docker?'],
    ['What is Docker? please help', 'What is Docker?'],
    ['can you tell me what Docker is', 'what Docker is'],
    ['Hi team,\n\nWhat is Docker?\n\nBest,\nMarc', 'What is Docker?'],
    ['thanks! and what is Docker?', 'and what is Docker?'],
    ['不好意思,請問 Docker 是什麼?謝謝', 'Docker 是什麼?'],
    ['你好,Docker 是什麼', 'Docker 是什麼'],
    ['哈囉 Docker 是什麼', 'Docker 是什麼'],
    ['谢谢!那 Docker 呢?', '那 Docker 呢?'],
    ['请问各位大佬，Docker 是什么，在线等', 'Docker 是什么'],
    ['大家好,新手提問:Docker 是什麼 XD', 'Docker 是什麼'],
  ])('%j → %j', (turn, question) => {
    expect(stripped(turn)).toBe(question)
  })

  it.each([
    'hi-dpi screens supported?',
    'thanks-driven development',
    'hello world example not working',
    'help command not working, why',
    'OK status code meaning',
    'how do I say thanks',
    'test command flags',
    'stop() hangs',
    'which company released Lambda first',
    'what exactly is mesos',
    '你好頁面的路由怎麼改',
    '謝謝頁面要怎麼自訂',
    '測試要怎麼寫',
    '誰可以核准我的請假',
    '了解更多按鈕的連結在哪改',
    '用户试太多次被锁了,怎么办',
    'GET 请求带 body 会被解析吗',
    '老闆想靠開源專案賺錢嗎',
    '哈哈鏡濾鏡參數',
    'thanks',
    '謝謝',
  ])('leaves %j as it is', (turn) => {
    expect(stripped(turn)).toBe(turn)
  })
})

describe('rolesOf', () => {
  it.each([
    ['ok thanks', ['assent', 'thanks']],
    ['👍 ...', []],
    ['你好呀', ['greeting']],
    ['what can you do?', ['help']],
    ['那是幹嘛用的 bot 啊', ['identity']],
    ['你是做什麼的程式?', ['identity']],
  ])('%j is nothing but %j', (turn, roles) => {
    const found = rolesOf(comparableTurn(turn, (word) => word)) ?? ['question']
    expect(found.filter((role) => role !== 'filler').sort()).toEqual([...roles].sort().slice(-found.length))
  })

  it.each([
    'What is Docker?',
    'and stop?',
    'thanks page',
    'who are you allowed to add as an approver',
    '那測試呢?',
    'Docker是做什麼的工具',
    'hello '.repeat(100),
  ])('%j asks', (turn) => {
    expect(rolesOf(comparableTurn(turn, (word) => word))).toBeUndefined()
  })
})
