-- The clerk at whose window a bundle was begun; null where its applicant began it.
alter table bundles.bundle add column taken_by text;
create index bundle_taken_by on bundles.bundle (taken_by, id desc) where taken_by is not null and submitted_at is null;

-- 原件已核验 — what a clerk compared with its original before it was submitted; then it stands in the journal.
create table bundles.seen (
  bundle_id uuid not null,
  material text not null,
  digests text[] not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  valid_to date,
  primary key (bundle_id, material)
);
