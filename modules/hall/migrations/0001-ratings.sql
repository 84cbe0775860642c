-- Summaries of the stream rating; they can be made again from the journal.
create table hall.rating (
  id uuid primary key,
  revision integer not null,
  -- case, intake, delivery.
  kind text not null,
  application_id uuid not null,
  number text not null,
  item_code text not null,
  item_name jsonb not null,
  organ text not null,
  person_id text not null,
  -- When the case was concluded, or the visit was; its legal day.
  at timestamptz not null,
  asked_on date not null,
  -- Absent where nobody rated: then it counts in no rate.
  level text,
  rated_at timestamptz,
  rated_on date,
  again_level text,
  tags text[] not null,
  words text not null,
  bad boolean not null,
  -- ruled or disowned: listed, not counted.
  excluded text,
  reasons text,
  -- Last day of the follow-up of a bad rating, and when it was answered.
  due date,
  answered_on date,
  to_rule boolean not null,
  -- none, private, to-review, published, withheld.
  words_are text not null,
  published text
);
create index rating_of_person on hall.rating (person_id, at desc);
create index rating_of_application on hall.rating (application_id);
create index rating_of_organ on hall.rating (organ, rated_at desc) where level is not null;
create index rating_asked on hall.rating (asked_on, organ);
create index rating_followed_up on hall.rating (organ, due) where due is not null and answered_on is null;
create index rating_published on hall.rating (rated_on desc) where words_are = 'published';

-- 评价码 — digests of the codes that were given out.
create table hall.code (
  digest text primary key,
  rating_id uuid not null,
  until date not null
);
create index code_of_rating on hall.code (rating_id);
