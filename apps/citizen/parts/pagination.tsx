import { useView } from '../frame/view.tsx'

/** Links to the other pages of a list; `href` makes the address of one. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  const { say } = useView()
  if (pages <= 1) return null
  return (
    <nav className="pagination" aria-label={say('分页', 'Pages')}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          {say('上一页', 'Previous')}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
      <ol>
        {shownPages(page, pages).map((one) => (
          <li key={one}>
            <a
              href={href(one)}
              aria-label={say(`第 ${one} 页`, `Page ${one}`)}
              aria-current={one === page ? 'page' : undefined}
            >
              {one}
            </a>
          </li>
        ))}
      </ol>
      <p className="pagination-of">{say(`第 ${page} / ${pages} 页`, `Page ${page} of ${pages}`)}</p>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {say('下一页', 'Next')}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
    </nav>
  )
}

/** The first, the last, and those around the present one. */
function shownPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages]
  return [...new Set(near)].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b)
}
