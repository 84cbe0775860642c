-- Summaries of the stream project; they can be made again from the journal.
create table projects.project (
  id uuid primary key,
  revision integer not null,
  code text,
  name text not null,
  person_id text not null,
  owner text not null,
  uscc text not null,
  kind text not null,
  funding text not null,
  industry text not null,
  -- Community, 12 digits: the first six are the district.
  region text not null,
  -- Integer fen.
  investment bigint not null,
  floor_area double precision not null,
  secret boolean not null,
  -- The stage that was begun last; the first one before any was.
  stage text not null,
  -- registered, under-way, completed, withdrawn.
  status text not null,
  -- Offices that it concerns.
  organs text[] not null,
  registered_at timestamptz not null,
  constraint project_code_once unique (code)
);
create index project_of_person on projects.project (person_id, id desc);
create index project_public on projects.project (id desc) where not secret and status <> 'withdrawn';
create index project_of_organs on projects.project using gin (organs);

-- Which project an application belongs to.
create table projects.application (
  application_id uuid primary key,
  project_id uuid not null
);
create index application_of_project on projects.application (project_id);

-- What is filled in for a stage before its applications are submitted: plain rows, each question and file once.
create table projects.sheet (
  project_id uuid not null,
  stage text not null,
  answers jsonb not null,
  files jsonb not null,
  revision integer not null,
  saved_at timestamptz not null,
  primary key (project_id, stage)
);

-- Files given to a project: drawings. Kept by digest.
create table projects.file (
  project_id uuid not null,
  digest text not null,
  name text not null,
  size bigint not null,
  type text not null,
  at timestamptz not null,
  primary key (project_id, digest)
);
