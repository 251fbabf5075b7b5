/**
 * Words that say how something is asked rather than what about: they match everywhere and mean nothing. Compared with
 * normalised text (simplified characters, lower case, English before stemming).
 */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of to in on at for and or but nor with by from as into onto over under about than then so if
  is be was are were been being am do does did done has have had can could would will shall should may might must
  it its this that these those there here he she they we i you my your his her their our me them us him
  what which who whom whose when where why how not no some any all such very just also too only own same
  s t d ll re ve m im dont doesnt didnt isnt wasnt arent cant couldnt wont wouldnt shouldnt hasnt havent hadnt werent whats whos pls plz please
  u ur cuz coz bc dunno gonna wanna kinda gotta lemme idk imo wouldve couldve shouldve youre theyre ive ill youve
  yes ok okay yeah yep nope thanks thx tho though abt btw lol yr yrs ppl exactly anything something everything nothing anyone someone everyone`.split(
    /\s+/,
  ),
)

export const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  `的 了 是 是的 在 和 与 或 也 都 就 而 及 被 把 吗 呢 吧 啊 呀 嘛 么 什么 怎么 怎样 怎么样 如何 哪 哪个 哪些 哪里 哪儿 哪家
  谁 为什么 为何 为啥 干嘛 多少 几 几个 何时 时候 什么时候 这 那 这个 那个 这些 那些 它 他 她 我 你 您 它们 他们 我们 你们
  有 没有 不 不是 一个 一种 一下 一些 啥 咋 是不是 有没有 可以 能不能 请问 到底 究竟 还是 还有 其他 之后 之前 以后 以前
  后来 当初 当时 现在 因为 所以 但是 如果 虽然 没错 好的 对的`.split(/\s+/),
)
