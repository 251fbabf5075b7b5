/** The languages that people read and ask in (BCP 47). */
export type Language = 'zh-Hant' | 'zh-Hans' | 'en'
