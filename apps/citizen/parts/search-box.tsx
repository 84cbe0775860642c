import { useView } from '../frame/view.tsx'
import { Icon } from './icon.tsx'

/** The one search box. A plain form; suggestions while typing are added by script. */
export function SearchBox({ size, text }: { size: 'small' | 'large'; text?: string }) {
  const { say } = useView()
  const id = `search-${size}`
  return (
    <search className={`search search-${size}`}>
      <form action="/items" data-suggest="">
        <label htmlFor={id} className={size === 'large' ? 'search-label' : 'unseen'}>
          {say('您要办什么？', 'What do you need to do?')}
        </label>
        <div className="search-row">
          <input
            id={id}
            name="text"
            type="search"
            maxLength={100}
            autoComplete="off"
            defaultValue={text}
            placeholder={
              size === 'large' ? say('例如：开饭店', 'e.g. restaurant') : say('搜索事项', 'Search services')
            }
          />
          <button type="submit" className={size === 'large' ? 'button' : 'search-go'}>
            <Icon name="search" />
            <span className={size === 'large' ? undefined : 'unseen'}>{say('搜索', 'Search')}</span>
          </button>
        </div>
      </form>
    </search>
  )
}
