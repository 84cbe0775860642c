-- 证照登记簿: a licence has a life of its own; this summary follows its journal.
alter table approvals.licence
  alter column application_id drop not null,
  alter column person_id drop not null,
  drop column revoked_at,
  add column holder_kind text not null default 'person',
  -- How many times it was printed; the last print counts.
  add column version integer not null default 1,
  -- cancelled, revoked, withdrawn or forfeited, on which ground of law and when.
  add column ending text,
  add column ending_ground text,
  add column ended_at timestamptz,
  -- A revocation was proposed and is not decided.
  add column proposed boolean not null default false,
  -- The next day on which its holder is reminded that it expires; none when there is nothing to tell.
  add column tell_day date;
update approvals.licence set holder_kind = 'enterprise' where holder_code !~ '^\d{17}[\dX]$';

-- Every print of a licence: an old one is told from the one that counts by whoever scans it.
create table approvals.certificate (
  licence_id uuid not null,
  version integer not null,
  code text not null,
  identifier text not null,
  valid_from date not null,
  valid_to date,
  issued_at timestamptz not null,
  -- Of the licence's journal: the entry that called for it.
  revision integer not null,
  primary key (licence_id, version),
  constraint certificate_code_once unique (code)
);
insert into approvals.certificate (licence_id, version, code, identifier, valid_from, valid_to, issued_at, revision)
  select id, 1, code, identifier, valid_from, valid_to, valid_from::timestamp at time zone 'Asia/Shanghai', 1
  from approvals.licence;

-- Which cases renew, change, have reissued or cancel which licence.
create table approvals.licence_case (
  licence_id uuid not null,
  application_id uuid not null,
  situation text not null,
  in_time boolean not null,
  primary key (licence_id, application_id)
);

-- A letter about a licence that no application called for has none.
alter table approvals.document
  alter column application_id drop not null,
  alter column application_revision drop not null,
  add column certificate integer;
create index document_of_licence on approvals.document (licence_id) where licence_id is not null;

-- The register over a million licences, by keyset: newest first, by expiry, by holder; of one organ, of all.
create index licence_of_organ on approvals.licence (organ, id desc);
create index licence_of_type on approvals.licence (type, id desc);
create index licence_of_organ_and_type on approvals.licence (organ, type, id desc);
create index licence_running_out on approvals.licence (valid_to, id) where ending is null and valid_to is not null;
create index licence_of_organ_running_out on approvals.licence (organ, valid_to, id)
  where ending is null and valid_to is not null;
create index licence_ended on approvals.licence (ending, id desc) where ending is not null;
create index licence_of_organ_ended on approvals.licence (organ, ending, id desc) where ending is not null;
create index licence_proposed on approvals.licence (organ, id desc) where proposed;
create index licence_by_holder on approvals.licence (holder collate "C", id);
create index licence_by_number on approvals.licence (number collate "C", id);
create index licence_to_tell on approvals.licence (tell_day, id) where tell_day is not null;
