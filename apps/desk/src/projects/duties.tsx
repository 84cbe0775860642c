import { projectsRoutes } from 'virtual:contract'
import type { ProjectDuty } from '@mashang/projects/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Panel } from '../case/facts/panel.tsx'
import { useMayUse } from '../session/use-session.ts'
import { type Column, DataTable } from '../show/data-table.tsx'
import { DUTY_KIND, JOINT } from '../words/joint.ts'
import { useWords } from '../words/words.ts'
import { dutiesQuery } from './projects-query.ts'

/** 等本部门办的: over all projects, the first to be late on top. */
export function Duties() {
  const { t } = useWords()
  const may = useMayUse()(projectsRoutes.listProjectDuties)
  const query = useQuery({ ...dutiesQuery(), enabled: may })
  const duties = query.data?.duties ?? []
  if (duties.length === 0) return null
  const columns: readonly Column<ProjectDuty>[] = [
    {
      key: 'duty',
      phone: 'title',
      label: t(JOINT.duty),
      kind: 'tight',
      cell: ({ kind, project }) => (
        <Link to={`/projects/${project.id}`} className="row-link" data-row>
          {t(DUTY_KIND[kind])}
        </Link>
      ),
    },
    { key: 'detail', phone: 'bare', label: t(JOINT.detail), kind: 'wide', cell: ({ detail }) => detail },
    { key: 'project', phone: 'bare', label: t(JOINT.project), cell: ({ project }) => project.name },
    {
      key: 'due',
      phone: 'bare',
      label: t(JOINT.due),
      kind: 'tight',
      cell: ({ due, late }) =>
        late ? <span className="due-late">{`${due} ${t(JOINT.overdue)}`}</span> : (due ?? '—'),
    },
  ]
  return (
    <Panel title={t(JOINT.duties)} beside={<span className="quiet">{duties.length}</span>}>
      <DataTable
        label={t(JOINT.duties)}
        columns={columns}
        rows={duties}
        keyOf={({ project, kind, detail, due }) => `${project.id}/${kind}/${detail}/${due ?? ''}`}
      />
    </Panel>
  )
}
