-- The public Merkle log over the digests of the journal (RFC 6962; served as C2SP tlog-tiles).
-- Rows are only ever added: a tile, full or partial, is a range of rows.

-- One committed entry each, in the order subscribers see them: 0, 1, 2 … without a gap.
create table journal.leaf (
  leaf bigint primary key check (leaf >= 0),
  case_id uuid not null,
  revision integer not null,
  digest bytea not null check (octet_length(digest) = 32),
  unique (case_id, revision)
);

-- What the tiles of level 1 and above hold: the hash of the index-th full tile of the level below.
create table journal.subtree (
  level smallint not null check (level >= 1),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- Every tree head ever signed; `note` is the C2SP checkpoint as it is served.
create table journal.checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null
);

-- The row whose lock makes one sequencer of many nodes.
create table journal.sequencer (one boolean primary key check (one));
insert into journal.sequencer values (true);
