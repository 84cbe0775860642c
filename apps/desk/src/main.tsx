import '@mashang/ui/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Desk } from './desk.tsx'
import { loadSession } from './session/use-session.ts'

const root = document.getElementById('desk')
if (!root) throw new Error('index.html has no element #desk')
createRoot(root).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
)
void loadSession()
