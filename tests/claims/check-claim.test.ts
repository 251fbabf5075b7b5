import { beforeAll, describe, expect, it } from 'vitest'
import { ClaimChecker, type ClaimEvidence, type ClaimFaultKind } from '../../src/claims/check-claim.ts'
import { loadDictionary } from '../../src/indexing/load-dictionary.ts'

let checker: ClaimChecker
beforeAll(async () => {
  checker = new ClaimChecker(await loadDictionary())
})

function faultsOf(claim: string, evidence: string | ClaimEvidence): ClaimFaultKind[] {
  const { faults } = checker.check(claim, typeof evidence === 'string' ? { sentences: [evidence] } : evidence)
  return faults.map(({ kind }) => kind)
}

const LAMBDA = '2014年11月14日,亞馬遜AWS發布了新產品Lambda。'
const ACQUIRED = 'CloudStack2015年底被Citrix轉賣給Accelerite,而Eucalyptus早在2014年9月就已經委身于HP。'
const FERRY = 'The Dunmore Ferry runs every forty minutes between Pell Quay and Saint Orrin.'
const MIRROR = '韦林湖长31公里，从不结冰。'

describe('ClaimChecker', () => {
  it.each([
    ['Amazon AWS released Lambda on 14 November 2014.', LAMBDA],
    ['亚马逊在2014年11月14日发布了 Lambda。', LAMBDA],
    ['Citrix resold CloudStack to Accelerite at the end of 2015.', ACQUIRED],
    ['Lake Verrin is 31 kilometres long and never freezes.', MIRROR],
    ['3.8 版的安全修复在2026年10月结束。', 'Security fixes for version 3.8 end in October 2026.'],
    ['The Dunmore Ferry runs every 40 minutes.', FERRY],
    ['The Pro model lasts 7 hours.', 'The Basic model lasts 9 hours; the Pro model lasts 7 hours.'],
    ['虚拟机启动要几分钟。', '虚拟机启动要好几分钟。'],
    ['It scales from a few requests to requests of any number.', '它可以從幾個請求擴展到任意數量的請求。'],
    ['The North Ring Line opens eight months later than planned.', '北环线通车比原计划晚八个月。'],
    ['船擱淺後沒有漏油，船員都平安無事。', '擱淺的船未造成油污外洩，船員全數平安。'],
    ['Bergen is the second largest city in Norway.', 'Bergen is the second largest city in Norway.'],
    ['Resource use is more efficient with Docker.', '透過 Docker 利用資源更高效。'],
    ['Unikernel may be replaced by containers.', 'Containers may replace Unikernel.'],
  ])('lets «%s» pass', (claim, sentence) => {
    expect(faultsOf(claim, sentence)).toEqual([])
  })

  it.each<[ClaimFaultKind, string, string]>([
    ['number', 'Amazon AWS released Lambda on 14 November 2015.', LAMBDA],
    ['number', 'The Dunmore Ferry runs every fourteen minutes.', FERRY],
    ['name', 'Google released Lambda on 14 November 2014.', LAMBDA],
    ['name', 'Citrix resold CloudStack to Rackspace at the end of 2015.', ACQUIRED],
    ['name', '慕尼黑的面积约892平方公里。', '柏林的面积约892平方公里。'],
    ['negation', 'Amazon AWS did not release Lambda on 14 November 2014.', LAMBDA],
    ['negation', 'Lake Verrin freezes and is 31 kilometres long.', '韦林湖长31公里，从不结冰。'],
    ['negation', '渡轮星期天不停航。', '渡轮星期天停航。'],
    ['comparison', 'The net profit was higher than a year earlier.', '净利润较去年同期减少。'],
    ['quantifier', '所有分析师都认为价格过高。', '许多分析师认为价格过高。'],
    ['quantifier', 'Bergen is the largest city in Norway.', 'Bergen is the second largest city in Norway.'],
    ['quantifier', '奧斯陸是挪威最大的城市。', '奧斯陸是挪威最大的城市之一。'],
    [
      'quantifier',
      'The rule holds for all dogs, assistance dogs included.',
      'The rule holds for dogs, except assistance dogs.',
    ],
    ['hedge', '徐文澜证明，古河道在六千年前断流。', '徐文澜推测，古河道可能在六千年前断流。'],
    [
      'quotation',
      '戴维斯曾说：“订阅是免费的，软件不是。”',
      '戴维斯曾说：“软件是免费的，安心不是，订阅也不是。”',
    ],
    [
      'attribution',
      '方启明批评说，预算从一开始就不够。',
      '方启明表示工程将推迟；清源社的负责人批评说，预算从一开始就不够。',
    ],
    [
      'binding',
      'Heron-2 lost contact in 2027.',
      'Heron-2 entered orbit in 2031; Heron-1 had lost contact in 2027.',
    ],
    [
      'binding',
      'They moved their projects from GitLab to GitHub.',
      'They moved their projects to GitLab from GitHub.',
    ],
    [
      'binding',
      'The Pro model lasts 9 hours.',
      'The Basic model lasts 9 hours; the Pro model lasts 7 hours.',
    ],
    ['binding', 'Rackspace contributed Nova.', 'NASA貢獻了Nova,Rackspace貢獻了Swift。'],
    ['binding', '颱風造成南部停電。', '颱風造成北部停電；南部沒有傳出災情。'],
    ['number', '虚拟机启动要几秒钟。', '虚拟机启动要几分钟。'],
    ['number', 'The printer prints 36 pages a second.', '打印机每分钟打印36页。'],
    ['negation', 'Customers called the price fair.', 'Customers called the price unfair.'],
    ['comparison', 'A room may cost more than 600 yuan.', '住宿不超过六百元。'],
    ['negation', 'A plugin that fails to load is not skipped.', 'A plugin that fails to load is skipped.'],
    ['comparison', 'OpenStack appeared much earlier.', 'OpenStack出現的晚多了。'],
    ['comparison', 'Drivers over 21 may rent a van.', 'Drivers under 21 may rent a van.'],
    ['comparison', 'Keep at most three copies.', '至少保留三份副本。'],
    ['number', '日志每周轮换。', 'Logs are rotated daily.'],
    ['name', '`serve` 監看檔案。', '`watch` 監看檔案。'],
    ['binding', '每公斤用糖三十克、盐一百克。', '每公斤用盐三十克、糖一百克。'],
    [
      'comparison',
      'The North Ring Line opens eight months earlier than planned.',
      '北环线通车比原计划晚八个月。',
    ],
    [
      'binding',
      'Growers gave up blackcurrants in favour of hops.',
      'Growers went from hops to blackcurrants.',
    ],
    ['binding', 'Apple pays Google about $20 billion a year.', '谷歌每年付给苹果约二百亿美元。'],
    ['binding', '容器可能取代極客的玩具。', '極客的玩具可能取代容器。'],
    ['binding', 'Iron conducts heat better than copper.', 'Copper conducts heat better than iron.'],
    ['binding', 'Nova contributed NASA to OpenStack.', '於是NASA貢獻Nova到OpenStack。'],
    ['binding', '倪佩兰1961年离开中国。', '倪佩兰师从瓦西里耶夫。瓦西里耶夫1961年离开中国。'],
    ['words', 'The lake is home to rare birds and draws many visitors.', MIRROR],
  ])('finds a %s that is wrong in «%s»', (kind, claim, sentence) => {
    expect(faultsOf(claim, sentence)).toContain(kind)
  })

  it('tells fabricated, frankenquoted and misattributed support apart', () => {
    const sentences = [
      'Ruth Adeyemi said: "the bridge will carry trams and no cars".',
      'Tom Brandt said: "the old ferry was cheaper and never late".',
    ]
    const detailsOf = (claim: string) =>
      checker.check(claim, { sentences }).faults.map(({ kind, detail }) => `${kind}: ${detail}`)
    expect(detailsOf('Ruth Adeyemi said: "the bridge will carry trams and no cars".')).toEqual([])
    expect(detailsOf('Ruth Adeyemi said: "a tunnel costs twice as much".')).toContain('quotation: fabricated')
    expect(detailsOf('Ruth Adeyemi said: "the bridge will carry no trams and cars".')).toContain(
      'quotation: frankenquote',
    )
    const misattributed = detailsOf('Tom Brandt said that the bridge will carry trams and no cars.')
    expect(misattributed).toContain('attribution: said by another')
    expect(misattributed.join()).not.toContain('quotation')
  })

  it('takes the name of what it is about from the context, not the rest', () => {
    const sentences = ['2014年11月14日發布了這個新產品。']
    const context = ['AWS Lambda', '亞馬遜AWS發布了新產品Lambda,谷歌隨後買下Firebase。']
    expect(faultsOf('The new product Lambda was released on 14 November 2014.', { sentences })).toContain(
      'name',
    )
    expect(
      faultsOf('The new product Lambda was released on 14 November 2014.', { sentences, context }),
    ).toEqual([])
    expect(faultsOf('Google bought Firebase after Lambda.', { sentences, context })).not.toEqual([])
  })

  it('knows a name in two words that the text writes in one', () => {
    const joined = '2014年7月,微軟、RedHat和IBM加入了Kubernetes。'
    expect(faultsOf('Red Hat joined Kubernetes in July 2014.', joined)).toEqual([])
    expect(faultsOf('Red Cross joined Kubernetes in July 2014.', joined)).toContain('name')
  })

  it('knows names that were written ahead', () => {
    const sentences = ['Raskspace貢獻Swift']
    expect(faultsOf('Rackspace contributed Swift.', { sentences, context: ['Rackspace'] })).toEqual([])
  })

  it('does not take numbers from what stands around', () => {
    const evidence = { sentences: ['Lambda是新產品。'], around: [LAMBDA], context: [LAMBDA] }
    expect(faultsOf('Lambda is a new product of 2014.', evidence)).toContain('number')
  })

  it('says nothing of an empty claim and of no evidence that would let it pass by chance', () => {
    expect(faultsOf('Docker is a container engine.', { sentences: [] })).not.toEqual([])
  })
})
