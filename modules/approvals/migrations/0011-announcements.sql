-- 公示: what is announced to the public, from the proceedings of cases; made again from the journal.
create table approvals.announcement (
  application_id uuid not null,
  -- Instant at which it was published: a case may announce twice after a return.
  since timestamptz not null,
  step text not null,
  item_code text not null,
  item_version integer not null,
  organ text not null,
  -- Name as the public reads it: of an enterprise in full, of a person masked.
  applicant text not null,
  text text not null,
  starts date not null,
  ends date not null,
  primary key (application_id, since)
);
create index announcement_by_end on approvals.announcement (ends desc, application_id);
