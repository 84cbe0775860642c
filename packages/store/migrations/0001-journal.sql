-- The one journal: every entry of every case of every module. Rows are only ever added.
create table journal.entry (
  stream text not null,
  case_id uuid not null,
  revision integer not null check (revision > 0),
  kind text not null,
  at timestamptz not null,
  actor jsonb not null,
  content jsonb not null,
  salt bytea not null check (octet_length(salt) = 16),
  digest bytea not null check (octet_length(digest) = 32),
  primary key (case_id, revision)
);

-- Entries that are committed but have no place in the public log yet. The sequencer takes them away in
-- order of position; one that commits late is simply taken later.
create table journal.pending (
  position bigint generated always as identity primary key,
  case_id uuid not null,
  revision integer not null,
  digest bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Answers given under an idempotency key, kept for 30 days.
create table journal.answer (
  actor_id text not null,
  key text not null,
  body_digest text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index answer_at on journal.answer using brin (at);

-- Personal data shown: who looked at what of which case, and why.
create table journal.look (
  case_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor jsonb not null,
  what text not null,
  reason text not null,
  primary key (case_id, id)
);

-- How far each subscriber has come: the last leaf it has handled, -1 at the beginning.
create table journal.subscription (
  name text primary key,
  leaf bigint not null default -1
);
