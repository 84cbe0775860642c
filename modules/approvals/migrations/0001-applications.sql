-- Summaries of the streams application, licence and document; they can be made again from the journal.
create table approvals.application (
  id uuid primary key,
  revision integer not null,
  number text not null,
  item_code text not null,
  item_version integer not null,
  organ text not null,
  person_id text not null,
  -- Name of the applicant, masked when shown to those who need not know it.
  applicant text not null,
  status text not null,
  -- Where it lies: intake, correction, review, decision, stopped, deliver, concluded.
  queue text not null,
  -- In whose hands: intake, applicant, a role, delivery, none.
  holder text not null,
  step text,
  submitted_at timestamptz not null,
  concluded_at timestamptz,
  promised_due date,
  statutory_due date,
  -- What lists are sorted by: the due day that comes first, or the day it was concluded.
  sort_day date not null,
  -- The next day on which supervision has to look; none while nothing runs.
  watch_day date,
  cards text[] not null,
  constraint application_number_once unique (number)
);

create index application_of_person on approvals.application (person_id, id desc);
create index application_in_hands on approvals.application (organ, holder, sort_day, id) where queue <> 'concluded';
create index application_in_queue on approvals.application (organ, queue, sort_day, id) where queue <> 'concluded';
create index application_concluded on approvals.application (organ, sort_day desc, id desc) where queue = 'concluded';
create index application_due on approvals.application (sort_day, id) where queue <> 'concluded';
create index application_watched on approvals.application (watch_day, id) where watch_day is not null;
create index application_of_organ on approvals.application (organ, id desc);
create index application_by_applicant on approvals.application (organ, applicant text_pattern_ops);

-- Given out in blocks to each node, so that a submission needs no round trip for its number.
create sequence approvals.application_serial increment by 100;

create table approvals.licence (
  id uuid primary key,
  revision integer not null,
  application_id uuid not null,
  person_id text not null,
  number text not null,
  identifier text not null,
  code text not null,
  type text not null,
  title text not null,
  holder text not null,
  -- Credit code or identity number of the holder.
  holder_code text not null,
  organ text not null,
  valid_from date not null,
  valid_to date,
  revoked_at timestamptz,
  shows jsonb not null,
  constraint licence_code_once unique (code),
  constraint licence_number_once unique (number)
);
create index licence_of_application on approvals.licence (application_id);
create index licence_of_person on approvals.licence (person_id, id desc);
create index licence_of_holder on approvals.licence (holder_code, type);

create table approvals.document (
  id uuid primary key,
  application_id uuid not null,
  application_revision integer not null,
  kind text not null,
  number text not null,
  code text not null,
  title jsonb not null,
  organ text not null,
  file text not null,
  size integer not null,
  shows jsonb not null,
  licence_id uuid,
  issued_at timestamptz not null,
  constraint document_code_once unique (code)
);
create index document_of_application on approvals.document (application_id, application_revision);
create index document_of_file on approvals.document (file);

-- Numbers of documents, per year: taken once for each document, whatever becomes of the first try to print it.
create table approvals.document_number (
  document_id uuid primary key,
  series text not null,
  serial integer not null,
  constraint document_number_once unique (series, serial)
);
create table approvals.number_series (
  series text primary key,
  last integer not null
);

-- 草稿: plain rows, no cases yet.
create table approvals.draft (
  id uuid primary key,
  person_id text not null,
  item_code text not null,
  item_version integer not null,
  applicant jsonb not null,
  form jsonb not null,
  materials jsonb not null,
  delivery text not null,
  revision integer not null,
  saved_at timestamptz not null
);
create index draft_of_person on approvals.draft (person_id, id desc);

-- Who uploaded a file, so that only files of one's own can be given as material.
create table approvals.uploaded_file (
  owner text not null,
  digest text not null,
  size bigint not null,
  type text not null,
  at timestamptz not null,
  primary key (owner, digest)
);
