-- 材料库: what holders gave at trust B, kept to be offered instead of asked again. Summary of the stream evidence.
create table approvals.evidence (
  id uuid primary key,
  kind text not null,
  title jsonb not null,
  trust text not null,
  holder_kind text not null,
  holder_code text not null,
  -- Who gave it: the holder himself, or the agent of an enterprise.
  person_id text not null,
  seen_on date not null,
  seen_by text not null,
  valid_to date,
  application_id uuid not null,
  application_number text not null,
  organ text not null,
  files jsonb not null
);
create index evidence_of_holder on approvals.evidence (holder_code, kind, seen_on desc);
create index evidence_of_person on approvals.evidence (person_id);

-- Licences and evidence that their holder does not want offered any more. Summary of the stream evidence-offer.
create table approvals.evidence_withheld (
  source_id uuid primary key,
  at timestamptz not null
);

-- Which case used what the city held, and whose consent it rested on. Summary of the stream application.
create table approvals.evidence_use (
  application_id uuid not null,
  material text not null,
  source_id uuid not null,
  application_number text not null,
  item_code text not null,
  item_version integer not null,
  consent text not null,
  at timestamptz not null,
  primary key (application_id, material)
);
create index evidence_use_of_source on approvals.evidence_use (source_id, at desc);

-- Who asked again for what the city held (一次提交); each was refused. Summary of the stream repeated-ask.
create table approvals.repeated_ask (
  id uuid primary key,
  application_id uuid not null,
  application_number text not null,
  item_code text not null,
  item_version integer not null,
  organ text not null,
  material text not null,
  held text not null,
  asked_by text not null,
  at timestamptz not null
);
create index repeated_ask_by_organ on approvals.repeated_ask (organ, at desc);

-- Drafts: which of what the city holds may be used, what was declared, which originals a clerk saw; who took it in.
alter table approvals.draft add column consents jsonb not null default '[]';
alter table approvals.draft add column declared jsonb not null default '[]';
alter table approvals.draft add column seen jsonb not null default '[]';
alter table approvals.draft add column taken_by text;
alter table approvals.draft add column taken_by_name text;
create index draft_taken_by on approvals.draft (taken_by, saved_at desc) where taken_by is not null;
