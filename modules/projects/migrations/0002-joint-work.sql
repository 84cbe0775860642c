-- What offices are waited for: a summary of the stream project, made again whenever it is written to.
create table projects.duty (
  project_id uuid not null,
  organ text not null,
  -- Place among the duties of the project.
  place integer not null,
  kind text not null,
  detail text not null,
  due text,
  primary key (project_id, place)
);
create index duty_of_organ on projects.duty (organ, project_id);

-- Documents issued for projects, found by the code of their QR or by the file itself.
create table projects.document (
  id uuid primary key,
  project_id uuid not null,
  code text not null unique,
  number text not null,
  title jsonb not null,
  organ text not null,
  file text not null,
  -- Revision of the entry that tells of it, and instant on the document.
  revision integer not null,
  issued_at timestamptz not null
);
create index document_by_file on projects.document (file);

-- Numbers of documents: one series a year; a document takes its number once.
create table projects.number_series (
  series text primary key,
  last integer not null
);
create table projects.document_number (
  document_id uuid primary key,
  series text not null,
  serial integer not null
);
