import { everyone } from '@mashang/kit'
import type { ReactNode } from 'react'
import type { Route } from '../frame/route.ts'
import { useView, type View } from '../frame/view.tsx'

/** A short page written by us. */
function article(path: string, titleOf: (view: View) => string, Body: () => ReactNode): Route {
  return {
    method: 'GET',
    path,
    access: everyone,
    shared: true,
    async show({ view }) {
      const title = titleOf(view)
      return {
        title,
        section: 'help',
        crumbs: [],
        main: (
          <article className="wrap narrow article">
            <h1>{title}</h1>
            <Body />
          </article>
        ),
      }
    },
  }
}

export const articleRoutes: readonly Route[] = [
  article('/help', (view) => view.say('办事帮助', 'Help'), Help),
  article('/about', (view) => view.say('关于本站', 'About this site'), About),
  article('/accessibility', (view) => view.say('无障碍声明', 'Accessibility'), Accessibility),
  article('/privacy', (view) => view.say('个人信息保护', 'Privacy'), Privacy),
]

function Help() {
  const { say, city } = useView()
  return (
    <>
      <h2>{say('找到要办的事', 'Find what you need')}</h2>
      <p>
        {say(
          '在搜索框里说日常的话就行，比如“开饭店”“房子过户”，不用知道事项的正式名称；拼音首字母也可以。',
          'Say it in everyday words, such as 开饭店 (open a restaurant); you need not know the official name. Initials of pinyin work, too.',
        )}
      </p>
      <h2>{say('网上申请要几步', 'How to apply online')}</h2>
      <ol>
        <li>
          {say(
            '在办事指南里看清条件、材料和时限，点“在线办理”。',
            'Read conditions, documents and limits in the guide and press “Start now”.',
          )}
        </li>
        <li>
          {say(
            '用手机号登录，选择以个人还是企业的名义申请。',
            'Sign in with your mobile number; choose to apply for yourself or an enterprise.',
          )}
        </li>
        <li>
          {say(
            '一页一页填写、上传材料。随时保存，换台设备接着填。',
            'Fill in page by page and upload documents. All is saved; go on from another device if you like.',
          )}
        </li>
        <li>
          {say('核对后提交，拿到办件编号和回执。', 'Check, submit, and get your case number and receipt.')}
        </li>
      </ol>
      <h2>{say('提交以后', 'After you have submitted')}</h2>
      <p>
        {say(
          '部门最晚 5 个工作日内告诉您是否受理；要补正的，只告知一次，一次说全。受理后有两个期限：承诺时限和法定时限，办件页面上写着为什么是那一天。',
          'The organ answers within 5 working days; a correction is asked for once, and in full. From acceptance two limits run, the promised and the statutory one, and the page of your case says why each ends on its day.',
        )}
      </p>
      <HelpWords />
      <h2>{say('还是不会？', 'Still stuck?')}</h2>
      <p>
        {say('拨打', 'Call')} <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say(
          '，或到政务服务中心窗口，工作人员会帮您办。',
          ', or come to a window of the centre; we will help you.',
        )}
      </p>
    </>
  )
}

function HelpWords() {
  const { say } = useView()
  return (
    <>
      <h2>{say('几个词的意思', 'What the words mean')}</h2>
      <dl>
        <dt>{say('受理', 'Acceptance (受理)')}</dt>
        <dd>
          {say(
            '材料齐全，部门正式开始办理，期限从次日起算。',
            'Your documents are complete; the work begins and the limits run from the next day.',
          )}
        </dd>
        <dt>{say('补正', 'Correction (补正)')}</dt>
        <dd>
          {say(
            '材料不齐或有错，按告知内容补齐改正。',
            'Something is missing or wrong and you are asked to mend it.',
          )}
        </dd>
        <dt>{say('即办件、承诺件', 'On the spot, promised time (即办件、承诺件)')}</dt>
        <dd>
          {say(
            '即办件当场办结；承诺件在承诺的工作日内办结。',
            'The first is done at once; the second within the promised working days.',
          )}
        </dd>
        <dt>{say('特别程序', 'Clock stop (特别程序)')}</dt>
        <dd>
          {say(
            '听证、检验、专家评审等依法不计入时限的程序，会书面告诉您。',
            'Hearings, tests, expert reviews and the like, which by law do not count; you are told in writing.',
          )}
        </dd>
      </dl>
    </>
  )
}

function About() {
  const { say, city, text } = useView()
  return (
    <>
      <p>
        {say(
          `本站由${text(city.centre)}提供，可以查询办事指南、在线申请、查办件进度、核验证照和文书。`,
          `This site of the ${text(city.centre)} lets you look up services, apply online, track a case, and verify licences and documents.`,
        )}
      </p>
      {city.demo ? (
        <p>
          {say(
            '这是演示系统：事项和法律依据取自公开资料，人物、企业、电话和办件都是虚构的，文书不产生法律效力。12345 热线工单和公共资源交易两个平台尚未开通。',
            'This is a demonstration: services and laws come from public sources; people, enterprises, phone numbers and cases are invented, and its documents have no legal effect. Hotline tickets and public resources trading are not open yet.',
          )}
        </p>
      ) : null}
      <h2>{say('公开、可验证', 'Open, and open to proof')}</h2>
      <p>
        {say(
          '每一步办理都记入公开的、只能追加的日志，回执和文书都能独立验证，不必相信我们。',
          'Every step is written into a public log to which one can only add. Receipts and documents can be checked by anyone, without trusting us.',
        )}
      </p>
      <h2>{say('开放源代码', 'Open source')}</h2>
      <p>
        {say(
          '本站运行“马上办”政务服务系统，以 Apache-2.0 许可开放源代码；接口说明见',
          'The site runs Mashang, open-source software under the Apache-2.0 licence; its interfaces are described at',
        )}{' '}
        <a href="/openapi">{say('接口文档', 'API documentation')}</a>
        {say('。', '.')}
      </p>
    </>
  )
}

function Accessibility() {
  const { say, city } = useView()
  return (
    <>
      <p>
        {say(
          '我们希望每个人都能自己办成事。本站按《网页内容无障碍指南》（WCAG）2.2 AA 级建设，每个页面都用自动检查和人工试用核对过。',
          'Everyone should be able to manage alone. This site is built to WCAG 2.2 level AA; every page is checked by tools and by hand.',
        )}
      </p>
      <h2>{say('您可以', 'What you can do')}</h2>
      <ul>
        <li>
          {say(
            '在页面顶部打开“长辈版”：字更大，按钮更大，每页选择更少，浏览器支持时可以朗读。',
            'Switch on “Larger” at the top: larger type and buttons, fewer choices, and reading aloud where your browser can.',
          )}
        </li>
        <li>
          {say(
            '打开“高对比”，或把页面放大到 400%，内容不会丢失。',
            'Switch on “Contrast”, or zoom to 400 % without losing anything.',
          )}
        </li>
        <li>
          {say(
            '只用键盘完成全部操作；按 Tab 键可跳到正文。',
            'Do everything with the keyboard; Tab offers to skip to the content.',
          )}
        </li>
        <li>
          {say(
            '用读屏软件：输入框有标签，错误有文字说明并链接到位置。',
            'Use a screen reader: inputs have labels, and errors are told in words with links to their places.',
          )}
        </li>
        <li>
          {say(
            '关闭脚本也能用：查询、申请、上传、查进度都不依赖 JavaScript。',
            'Turn scripts off: searching, applying, uploading and tracking work without JavaScript.',
          )}
        </li>
      </ul>
      <h2>{say('已知不足', 'Known gaps')}</h2>
      <p>
        {say(
          '签发的 PDF 文书尚未做读屏标签；需要其他格式的，请联系我们。个别法律名称没有英文译名，以中文显示。',
          'Issued PDF documents are not tagged for screen readers yet; ask us for another format. Names of laws are shown in Chinese.',
        )}
      </p>
      <h2>{say('遇到障碍', 'If something stands in your way')}</h2>
      <p>
        {say('请拨打', 'Call')} <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say(
          '，或到窗口，我们会换一种方式帮您办，并改进网站。',
          ' or come to a window: we will help in another way, and mend the site.',
        )}
      </p>
    </>
  )
}

function Privacy() {
  const { say, city } = useView()
  return (
    <>
      <p>
        {say(
          '我们只收集办理事项必需的个人信息，依照《个人信息保护法》处理。',
          'We collect only the personal data a service needs, under the Personal Information Protection Law.',
        )}
      </p>
      <h2>{say('收集什么，做什么用', 'What, and what for')}</h2>
      <ul>
        <li>
          {say(
            '姓名、身份证号、手机号：确认您的身份，联系您，写入申请和证照。',
            'Name, identity number, phone: to know who you are, to reach you, and for your application and licence.',
          )}
        </li>
        <li>
          {say(
            '您填写的内容和上传的材料：只用于办理这一事项。',
            'What you fill in and upload: for that service only.',
          )}
        </li>
        <li>
          {say(
            '您已经取得的证照：免去您重复提交。',
            'Licences you already hold: so that you need not give them again.',
          )}
        </li>
      </ul>
      <h2>{say('谁能看到', 'Who can see it')}</h2>
      <p>
        {say(
          '只有承办部门的经办人员；每一次查看都有记录。页面和查询结果中不需要的部分都打码显示。公开日志里只有摘要，没有个人信息。',
          'Only the staff of the organ in charge; every look is recorded. What a reader does not need is masked. The public log holds digests only, no personal data.',
        )}
      </p>
      <h2>{say('Cookie', 'Cookies')}</h2>
      <p>
        {say(
          '只用必需的：登录状态、防伪造标记，以及您选的语言、长辈版和对比度。没有统计和广告跟踪。',
          'Only what is needed: your session, a mark against forgery, and your choice of language, size and contrast. No statistics, no tracking.',
        )}
      </p>
      <h2>{say('您的权利', 'Your rights')}</h2>
      <p>
        {say('您可以查询、复制、更正自己的信息。请拨打', 'You may see, copy and correct your data. Call')}{' '}
        <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say('。办件档案按档案管理规定保存。', '. Records of cases are kept as the rules on archives say.')}
      </p>
    </>
  )
}
