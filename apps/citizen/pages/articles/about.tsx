import { useView } from '../../frame/view.tsx'

export function About() {
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
      <ul>
        <li>
          <a href="/verify">{say('核验证照和文书', 'Verify a licence or document')}</a>
        </li>
        <li>
          <a href="/verify/receipt">{say('核验提交回执', 'Check the receipt of a submission')}</a>
        </li>
        <li>
          <a href="/log/checkpoint">{say('公开日志的签名检查点', 'Signed checkpoint of the public log')}</a>
        </li>
      </ul>
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
