-- Summaries of the stream item: every version of every service item, and what its public search looks into.
-- Both can be made again from the journal.
create table approvals.item (
  code text not null,
  version integer not null,
  -- Revision of the item's journal when this row was last written; the highest of a code is the case's own.
  revision integer not null,
  -- draft, published, suspended, cancelled, superseded
  status text not null,
  -- As it was given: a draft may be incomplete, what is published never is.
  definition jsonb not null,
  -- SHA-256 in hex of its canonical JSON.
  digest text not null,
  -- Where it came from: a file of the profile, or the name of an imported file.
  source text not null,
  -- Empty where a draft names no organ of this city; then only its name is known, if that.
  organ text not null,
  organ_name text not null,
  name text not null,
  effective_from date,
  effective_to date,
  published_at timestamptz,
  suspended_at timestamptz,
  -- Why it was suspended.
  reason text,
  primary key (code, version)
);
create index item_by_name on approvals.item (name, code, version);

-- One row for each public item, of the version in force.
create table approvals.item_search (
  code text primary key,
  version integer not null,
  organ text not null,
  themes text[] not null,
  applicants text[] not null,
  online boolean not null,
  on_the_spot boolean not null,
  no_visit boolean not null,
  -- A change, a renewal …: stands after the first application where both fit alike.
  later boolean not null,
  -- After this day it is no longer found.
  effective_to date,
  -- Folded: compatibility forms, lower case, nothing but letters and digits.
  name text collate "C" not null,
  name_en text collate "C" not null,
  -- The name without what stands in brackets at its end.
  bare text collate "C" not null,
  -- Pinyin of the name, in whose order lists stand.
  sort_key text collate "C" not null,
  everyday text[] not null,
  -- What a line of a list shows.
  card jsonb not null,
  -- Words, neighbouring characters, pinyin, organ, themes …, each marked with its class (n:食品). Large, hence
  -- apart from the row: only the index reads it.
  lexemes tsvector not null
);
create index item_search_lexemes on approvals.item_search using gin (lexemes) with (fastupdate = off);
create index item_search_sorted on approvals.item_search (sort_key, code);
