import { useView } from '../../frame/view.tsx'
import { Icon } from '../../parts/icon.tsx'
import { type Asked, classText, type EntryList, typeText } from './asked.ts'

/** Narrows the list: a plain form, so that each choice is an address that can be kept and sent. */
export function EntrySearch({ asked, organs }: { asked: Asked; organs: EntryList['organs'] }) {
  const view = useView()
  const { say, text } = view
  const any = say('不限', 'Any')
  const types = (['licence', 'public-service'] as const).map((type) => [type, typeText(type, view)] as const)
  const classes = (['wholly-online', 'one-visit', 'fewer-visits'] as const).map(
    (visits) => [visits, classText(visits, view)] as const,
  )
  const fees = [['true', say('收费', 'With a fee')] as const, ['false', say('不收费', 'Free')] as const]
  return (
    <search className="entry-search">
      <form action="/catalogue">
        <div className="input entry-search-text">
          <label htmlFor="entry-text">{say('名称或编码', 'Name or code')}</label>
          <input id="entry-text" name="text" type="search" maxLength={100} defaultValue={asked.text} />
        </div>
        <Choice
          name="organ"
          label={say('部门', 'Department')}
          chosen={asked.organ}
          options={[['', any], ...organs.map(({ id, name }) => [id, text(name)] as const)]}
        />
        <Choice name="type" label={say('类别', 'List')} chosen={asked.type} options={[['', any], ...types]} />
        <Choice
          name="class"
          label={say('跑动', 'Visits')}
          chosen={asked.class}
          options={[['', any], ...classes]}
        />
        <Choice name="fee" label={say('收费', 'Fee')} chosen={asked.fee} options={[['', any], ...fees]} />
        {asked.only ? <input type="hidden" name="only" value={asked.only} /> : null}
        <button type="submit" className="button" name="all" value="true">
          <Icon name="search" />
          {say('查找', 'Find')}
        </button>
      </form>
    </search>
  )
}

function Choice({
  name,
  label,
  chosen,
  options,
}: {
  name: string
  label: string
  chosen: string
  options: readonly (readonly [value: string, label: string])[]
}) {
  return (
    <div className="input">
      <label htmlFor={`entry-${name}`}>{label}</label>
      <select id={`entry-${name}`} name={name} defaultValue={chosen}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
