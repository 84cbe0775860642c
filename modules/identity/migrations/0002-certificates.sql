-- Summary of the stream certificate: certificates of enterprises, bound to the account of an agent.
create table identity.certificate (
  id uuid primary key,
  revision integer not null,
  person_id uuid not null,
  uscc text not null,
  name text not null,
  issuer text not null,
  serial text not null,
  -- SHA-256 of the certificate, hex.
  fingerprint text not null,
  algorithm text not null check (algorithm in ('SM2', 'RSA')),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  -- Issued by this system's demonstration authority.
  demo boolean not null,
  revoked_at timestamptz,
  reason text,
  constraint certificate_bound_once unique (fingerprint)
);
create index certificate_of_person on identity.certificate (person_id, id desc);

-- Plain tables. A text that is signed once.
create table identity.challenge (
  id uuid primary key,
  purpose text not null,
  nonce text not null,
  expires_at timestamptz not null
);
create index challenge_by_expiry on identity.challenge (expires_at);

-- The authority that issues certificates in a demonstration, and nowhere else: its key is as public as its worth.
create table identity.demo_authority (
  algorithm text primary key,
  secret bytea not null,
  public_key bytea not null,
  certificate bytea not null
);
