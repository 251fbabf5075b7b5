import type { BilingualDictionary } from '../text/dictionary/bilingual-dictionary.ts'
import { Sounds } from './names/sounds.ts'
import { TextReader } from './reading/read-text.ts'
import { MeaningReader } from './words/meanings.ts'

/** What claims are read and compared with; remembers the latest texts. */
export interface ClaimTools {
  readonly dictionary: BilingualDictionary
  readonly texts: TextReader
  readonly reader: MeaningReader
  readonly sounds: Sounds
}

export function claimTools(dictionary: BilingualDictionary): ClaimTools {
  return {
    dictionary,
    texts: new TextReader(dictionary),
    reader: new MeaningReader(dictionary),
    sounds: new Sounds(dictionary),
  }
}
