/**
 * Sentences that speak to whatever reads them rather than about something: they tell a reader what to say, to forget or
 * to be. What such a sentence tells to say is not said by it, so that no claim may rest on it.
 */
const ORDERS: readonly RegExp[] = [
  // Forget what you were told.
  /\b(?:ignore|disregard|forget|override|bypass|drop|skip)\b.{0,60}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|system|above|previous|prior|earlier|before|told|everything|context|sentences?|labels?)\b/i,
  /(?:忽略|無視|无视|忘記|忘记|忘掉|不要理會|不要理会|不用管|別管|别管|取消|跳過|跳过|覆蓋|覆盖).{0,24}(?:指令|指示|規則|规则|提示|設定|设定|要求|以上|上面|之前|前面|先前|句子|標籤|标签|一切|所有)/,
  // Say this.
  /(?:^|[.!?:;,"'“「([]\s*)(?:and |then |please |now |always |only |just |you must |you should |you will |must |instead,? )*(?:say|answer|reply|respond|claim|pretend|tell (?:the |your |every|all |any)\s?\w+|inform (?:the |your |every|all |any)\s?\w+|cite|recommend to)\b(?!\s*[.)=;,])/i,
  /\b(?:print|output|write|repeat|state|include|append|insert|mention|add|put|end|start|begin|finish)\b.{0,60}\b(?:in|of|as|to|with|before|after) (?:your|every|each|all|the) (?:answers?|repl(?:y|ies)|responses?|claims?|output)\b/i,
  /\b(?:say|print|output|write|repeat|echo|answer|reply|respond|translate)\b.{0,12}\b(?:the following|exactly|verbatim|these words|word for word)\b/i,
  /(?:請|请|必須|必须|務必|务必|一律|直接|改為|改为|立刻|立即|並|并|然後|然后|應該|应该|應|应)(?:要|只|都)?(?:回答|回覆|回复|輸出|输出|說出|说出|說[:：「“"]|说[:：「“"]|聲稱|声称|宣稱|宣称|假裝|假装|引用|推薦|推荐|告訴(?:所有|每|使用者|用戶|大家|讀者|提問)|告诉(?:所有|每|使用者|用户|大家|读者|提问))/,
  /(?:回答|回覆|回复|答案|輸出|输出)(?:的|裡|里|中|時|时|末尾|結尾|结尾|開頭|开头|前|後|后).{0,12}(?:加上|附上|插入|寫上|写上|說|说|寫|写|改成|必須|必须)/,
  // Be somebody else.
  /\byou are (?:now|no longer|an? (?:ai|assistant|language model|chat ?bot|bot|dan\b))|\bact as\b|\broleplay\b|\bjailbreak|\bdeveloper mode\b|\b(?:new|updated|real|secret|hidden) (?:system )?(?:instructions?|prompts?|rules?)\b/i,
  /你(?:現在|现在)是|從現在開始你|从现在开始你|(?:請|请|你)(?:要|將|将|來|来|現在|现在)?扮演|越獄|越狱|開發者模式|开发者模式|新的?(?:指令|指示|系統提示|系统提示|規則|规则)/,
  // Speaks to a model by name, or as its system.
  /\b(?:note|message|attention|instructions?|dear|hey|hello|to)\b.{0,20}\b(?:ai|llms?|assistants?|language models?|chat ?bots?|(?:the|this) model)\b/i,
  /(?:給|给|致|親愛的|亲爱的|各位|所有|每個|每个|讀到這裡的|读到这里的)(?:AI|人工智慧|人工智能|語言模型|语言模型|大模型|聊天機器人|聊天机器人|助手|助理|模型)|(?:AI|語言模型|语言模型|大模型|聊天機器人|聊天机器人|助手|助理)(?:請|请|務必|务必|必須|必须|注意)/,
  /(?:^|[\s"'“[<#*])(?:(?:system|assistant|系統|系统|助手)\s*(?:prompt|message|提示|訊息|消息)?\s*[:：>\]]|user\s*(?:prompt|message)\s*:)/i,
  /<\|?\/?(?:im_start|im_end|system|assistant|user|endoftext|start_of_turn|end_of_turn|eot_id|start_header_id)\b|\[\/?INST\]|<<\/?SYS>>/i,
  // Asks for what only the service knows.
  /\b(?:reveal|leak|show|print|expose|send)\b.{0,40}\b(?:system prompt|prompt|api[ _-]?keys?|passwords?|secrets?|tokens?|credentials?|environment)\b/i,
  /(?:洩漏|洩露|泄露|透露|顯示|显示|公開|公开|輸出|输出).{0,16}(?:系統提示|系统提示|提示詞|提示词|金鑰|密钥|密碼|密码|憑證|凭证)/,
]

/** Whether a sentence gives orders to its reader. */
export function isOrder(sentence: string): boolean {
  return ORDERS.some((order) => order.test(sentence))
}
