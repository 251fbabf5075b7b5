/** Names what lets a claim pass; raise it when others would, so that what was written ahead is checked again. */
export const GATE = 'gate/7'
