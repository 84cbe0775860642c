-- Summaries of the stream bundle; they can be made again from the journal.
create table bundles.bundle (
  id uuid primary key,
  revision integer not null,
  -- Id of the definition.
  bundle text not null,
  person_id text not null,
  applicant text not null,
  -- draft, under-way, done, partly-done, dropped.
  status text not null,
  lead text not null,
  -- Offices that it concerns, once submitted.
  organs text[] not null,
  parts integer not null,
  done integer not null,
  begun_at timestamptz not null,
  submitted_at timestamptz,
  concluded_at timestamptz,
  -- Last day of its promise, and working days that it took.
  due date,
  days integer
);
create index bundle_of_person on bundles.bundle (person_id, id desc);
create index bundle_of_organs on bundles.bundle using gin (organs);
create index bundle_by_definition on bundles.bundle (bundle, status);

-- Which bundle an application belongs to, and as which of its parts.
create table bundles.application (
  application_id uuid primary key,
  bundle_id uuid not null,
  part text not null
);
create index application_of_bundle on bundles.application (bundle_id);

-- What is filled in before it is submitted: plain rows, each question and file once.
create table bundles.sheet (
  bundle_id uuid not null,
  sheet text not null,
  answers jsonb not null,
  files jsonb not null,
  revision integer not null,
  saved_at timestamptz not null,
  primary key (bundle_id, sheet)
);
