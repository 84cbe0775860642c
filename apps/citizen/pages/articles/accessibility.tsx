import { useView } from '../../frame/view.tsx'

export function Accessibility() {
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
          '签发的 PDF 文书尚未做读屏标签；需要其他格式的，请联系我们。部分法律名称和行政区划名称没有英文，以中文显示。',
          'Issued PDF documents are not tagged for screen readers yet; ask us for another format. Some names of laws, and those of districts, are shown in Chinese.',
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
