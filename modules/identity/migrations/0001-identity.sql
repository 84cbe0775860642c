-- Summaries of the streams account, staff and machine-key; they can be made again from the journal.
create table identity.account (
  id uuid primary key,
  revision integer not null,
  phone text not null,
  name text not null,
  id_card text not null,
  enterprises jsonb not null,
  created_at timestamptz not null,
  constraint account_phone_once unique (phone)
);

create table identity.staff (
  id uuid primary key,
  revision integer not null,
  account text not null,
  name text not null,
  organ text not null,
  roles text[] not null,
  disabled boolean not null,
  created_at timestamptz not null,
  constraint staff_account_once unique (account)
);

create table identity.machine_key (
  id uuid primary key,
  revision integer not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- Plain tables: secrets and what passes by. Never journaled.
create table identity.credential (
  subject uuid primary key,
  password_hash text not null,
  changed_at timestamptz not null
);

create table identity.key_secret (
  id uuid primary key,
  secret_hash bytea not null,
  constraint key_secret_once unique (secret_hash)
);

-- When a member of staff last signed in, or a key was last used.
create table identity.last_use (
  subject uuid primary key,
  at timestamptz not null
);

create table identity.session (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  subject uuid not null,
  token_hash bytea not null,
  -- The token before the last rotation: good until the new one was seen, and a minute on.
  previous_hash bytea,
  csrf_key bytea not null,
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  confirmed_at timestamptz,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_token_once unique (token_hash)
);
create index session_by_previous on identity.session (previous_hash) where previous_hash is not null;
create index session_by_subject on identity.session (subject);
create index session_by_expiry on identity.session (expires_at);

create table identity.one_time_code (
  phone text primary key,
  purpose text not null,
  salt bytea not null,
  digest bytea not null,
  attempts integer not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  day_started_at timestamptz not null,
  sent_in_day integer not null
);

-- Tries in a row without success, by what was tried (`code:13…`, `password:13…`, `staff:name`).
create table identity.attempt (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table identity.demo_message (
  id uuid primary key,
  at timestamptz not null,
  phone text not null,
  body text not null,
  purpose text not null
);
create index demo_message_by_time on identity.demo_message (at);
