/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../protocol/problem.ts'
import { Page } from './page.tsx'
import { pageWords } from './words/page-words-for.ts'

export interface ProblemPageProps {
  readonly problem: Problem
  readonly requestId: string
  readonly language: Language
}

/** A problem for a person in a browser: the same words that a program gets. */
export function ProblemPage({ problem, requestId, language }: ProblemPageProps) {
  const words = pageWords(language)
  const title = words.problem[problem.status] ?? problem.title
  return (
    <Page language={language} title={`${title} · Footnote`} kind="problem">
      <main id="content">
        <h1>{title}</h1>
        <p lang="en">{problem.message}</p>
        <p>
          <a href="/">{words.backToStart}</a>
        </p>
        <p class="facts">
          {problem.status} · {requestId}
        </p>
      </main>
    </Page>
  )
}
