import { useView } from '../../frame/view.tsx'

export function Privacy() {
  const { say, city, text } = useView()
  return (
    <>
      <p>
        {say(
          '我们只收集办理事项必需的个人信息，依照《个人信息保护法》处理。',
          'We collect only the personal data a service needs, under the Personal Information Protection Law.',
        )}
      </p>
      <h2>{say('谁来处理', 'Who is responsible')}</h2>
      <p>
        {say(
          `${text(city.centre)}运行本站；您申请的事项由办事指南上写明的部门处理。联系电话：`,
          `The ${text(city.centre)} runs this site; your application is handled by the organ that its guide names. Telephone: `,
        )}
        <a href={`tel:${city.hotline}`}>{city.hotline}</a>
        {say('。', '.')}
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
      <Keeping />
    </>
  )
}

/** Cookies, how long, and what one may ask for. */
function Keeping() {
  const { say, city } = useView()
  return (
    <>
      <h2>{say('Cookie', 'Cookies')}</h2>
      <p>
        {say(
          '只用必需的：登录状态、防伪造标记，以及您选的语言、长辈版和对比度。没有统计和广告跟踪。',
          'Only what is needed: your session, a mark against forgery, and your choice of language, size and contrast. No statistics, no tracking.',
        )}
      </p>
      <h2>{say('保存多久', 'How long it is kept')}</h2>
      <p>
        {say(
          '没有提交的草稿，您可以随时在“我的办件”里删除。提交后的办件是行政档案，按档案管理规定保存；公开日志里的摘要不会删除，但从摘要看不出内容。',
          'A draft that was not submitted you can delete at any time among your cases. What was submitted is a public record and kept as the rules on archives say; digests in the public log stay, but tell nothing of the content.',
        )}
      </p>
      <h2>{say('您的权利', 'Your rights')}</h2>
      <ul>
        <li>
          {say('查询、复制、更正：登录后在', 'See, copy, correct: sign in and open ')}
          <a href="/my/privacy">{say('“我的个人信息”', '“My personal data”')}</a>
          {say(
            '里看谁看过您的信息、下载副本、请求更正；也可以拨打',
            ' to see who looked at your data, to take a copy and to ask for a correction; or call ',
          )}
          <a href={`tel:${city.hotline}`}>{city.hotline}</a>
          {say('或到窗口提出。', ' or come to a window.')}
        </li>
        <li>
          {say(
            '撤回：决定作出前可以撤回申请；认为处理不当的，可以投诉，也可以依法申请复议或者提起诉讼。',
            'Withdraw: you may withdraw an application before it is decided; if you think your data is misused you may complain, ask for reconsideration or go to court.',
          )}
        </li>
      </ul>
    </>
  )
}
