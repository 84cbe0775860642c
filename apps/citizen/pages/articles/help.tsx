import { useView } from '../../frame/view.tsx'

export function Help() {
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
