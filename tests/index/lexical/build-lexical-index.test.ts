import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/corpus/corpus.ts'
import { buildIndex } from '../../../src/index/build/build.ts'
import { planEmbedding } from '../../../src/index/build/embed-passages.ts'
import { toPassages } from '../../../src/index/build/passages.ts'
import { decodeContainer, encodeContainer } from '../../../src/index/format/container.ts'
import { buildLexicalIndex } from '../../../src/index/lexical/build-lexical-index.ts'
import {
  decodeLexicalIndex,
  encodeLexicalIndex,
  type LexicalIndex,
} from '../../../src/index/lexical/lexical-index.ts'
import { openIndex, toSections } from '../../../src/index/open.ts'
import { BilingualDictionary } from '../../../src/text/dictionary/bilingual-dictionary.ts'
import { compileDictionary } from '../../../src/text/dictionary/compile-dictionary.ts'
import { ANY_CLAIM } from '../../support/chat/any-claim.ts'
import { articleOf } from '../../support/corpora/articles.ts'
import { CountingEmbeddings, recipeWith } from '../../support/corpora/index-recipe.ts'

const dictionary = new BilingualDictionary(
  compileDictionary(
    [
      ['容器', '容器', 'rong2 qi4', ['container', 'vessel']],
      ['發布', '发布', 'fa1 bu4', ['to release', 'to announce']],
    ],
    'test',
  ),
)

/** Which rows hold each term, and how often: what can be asked of postings. */
function contentOf(lexicalIndex: LexicalIndex) {
  const { dictionary: _, ...sections } = encodeLexicalIndex(lexicalIndex) as Record<string, unknown>
  return Object.fromEntries(Object.entries(sections).filter(([name]) => !name.startsWith('dictionary')))
}

const SENTENCES = [
  'Docker 容器。',
  '發布了 Lambda。',
  'Xen 與 KVM。',
  '容器容器容器。',
  'K8s, Kubernetes 1.0。',
]

/** A corpus of a few articles, each paragraph maybe with questions and remarks. */
const anyCorpus: fc.Arbitrary<Corpus> = fc
  .array(
    fc.array(
      fc.record({
        sentence: fc.constantFrom(...SENTENCES),
        remark: fc.constantFrom('', 'Kubernetes', '對岸'),
        questions: fc.array(fc.constantFrom('容器是什麼?', 'Who released Lambda?', 'Docker?'), {
          maxLength: 2,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) => {
    const articles = drafts.map((paragraphs, at) =>
      articleOf(
        `a${at}`,
        paragraphs.map(({ sentence }) => sentence),
      ),
    )
    const writtenQuestions = drafts.flatMap((paragraphs, at) =>
      paragraphs.flatMap(({ sentence, remark, questions }, position) => {
        const answer = {
          quote: sentence,
          start: 0,
          end: sentence.length,
          says: [],
          questions: questions.map((text) => ({ language: 'en' as const, text })),
        }
        const paragraphId = articles[at]?.paragraphs[position]?.id ?? ''
        return remark === '' && questions.length === 0
          ? []
          : [{ paragraphId, names: [remark], answers: [answer] }]
      }),
    )
    return {
      articles,
      writtenQuestions,
      unanswered: [],
      problems: [],
      hash: JSON.stringify([articles, writtenQuestions]),
    }
  })

async function openedIndexOf(corpus: Corpus) {
  const recipe = {
    ...recipeWith(),
    prepare: async () => ({
      embeddings: new CountingEmbeddings(),
      claims: ANY_CLAIM,
      toPassages,
      toLexicalIndex: (passages: ReturnType<typeof toPassages>) =>
        encodeLexicalIndex(buildLexicalIndex(passages, corpus, dictionary)),
    }),
  }
  return openIndex(encodeContainer(toSections((await buildIndex(corpus, recipe)).parts)))
}

function corpusOfOneArticle(): Corpus {
  return {
    articles: [articleOf('a', SENTENCES)],
    writtenQuestions: [],
    unanswered: [],
    problems: [],
    hash: '',
  }
}

describe('buildLexicalIndex', () => {
  it('makes the same of a corpus with a previous lexical index as without', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, anyCorpus, async (before, after) => {
        const previous = await openedIndexOf(before)
        const passages = toPassages(after)
        const { knownRows } = planEmbedding(passages, new CountingEmbeddings(), { previous })
        const withPrevious = buildLexicalIndex(passages, after, dictionary, {
          previous: {
            lexicalIndex: decodeLexicalIndex(previous.lexicalIndex),
            passages: previous.passages,
            rows: knownRows,
          },
        })
        expect(contentOf(withPrevious)).toEqual(contentOf(buildLexicalIndex(passages, after, dictionary)))
      }),
    )
  })

  it('copies what did not change instead of analysing it again', async () => {
    const corpus = corpusOfOneArticle()
    const previous = await openedIndexOf(corpus)
    const passages = toPassages(corpus)
    const { knownRows } = planEmbedding(passages, new CountingEmbeddings(), { previous })
    // A dictionary that knows nothing would find other terms.
    const empty = new BilingualDictionary(compileDictionary([], 'empty'))
    const copied = buildLexicalIndex(passages, corpus, empty, {
      previous: {
        lexicalIndex: decodeLexicalIndex(previous.lexicalIndex),
        passages: previous.passages,
        rows: knownRows,
      },
    })
    expect(contentOf(copied)).toEqual(contentOf(buildLexicalIndex(passages, corpus, dictionary)))
    expect(contentOf(copied)).not.toEqual(contentOf(buildLexicalIndex(passages, corpus, empty)))
  })

  it('reads what was written', () => {
    const corpus = corpusOfOneArticle()
    const lexicalIndex = buildLexicalIndex(toPassages(corpus), corpus, dictionary)
    const read = decodeLexicalIndex(decodeContainer(encodeContainer(encodeLexicalIndex(lexicalIndex))))
    expect(contentOf(read)).toEqual(contentOf(lexicalIndex))
  })

  it('stops when it is told to', () => {
    const corpus = corpusOfOneArticle()
    const signal = AbortSignal.abort(new Error('enough'))
    expect(() => buildLexicalIndex(toPassages(corpus), corpus, dictionary, { signal })).toThrow('enough')
  })
})
