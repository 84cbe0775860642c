-- Summaries of applications for supervision: made by a subscriber of their stream, and again from the journal.
create table insight."case" (
  id uuid primary key,
  revision integer not null,
  number text not null,
  organ text not null,
  item_code text not null,
  item_name jsonb not null,
  status text not null,
  received_on date not null,
  accepted_on date,
  concluded_on date,
  promised_due date,
  statutory_due date,
  -- Of a decided case: whether it was on time, working days used and promised.
  on_time boolean,
  days_used integer,
  days_promised integer,
  -- Colours of the cards that stand: yellow, red.
  cards text[] not null
);
create index case_received on insight."case" (received_on, organ);
create index case_accepted on insight."case" (accepted_on, organ);
create index case_concluded on insight."case" (concluded_on, organ);
create index case_open on insight."case" (organ, promised_due) where concluded_on is null;

-- 日累计 — the figures of a day, an organ and an item: what every report adds up.
create table insight.day (
  day date not null,
  organ text not null,
  item_code text not null,
  received integer not null,
  accepted integer not null,
  concluded integer not null,
  granted integer not null,
  refused integer not null,
  declined integer not null,
  not_needed integer not null,
  withdrawn integer not null,
  on_time integer not null,
  late integer not null,
  days_used integer not null,
  days_promised integer not null,
  primary key (day, organ, item_code)
);

-- 环节 — a pass through a step that was concluded.
create table insight.step (
  case_id uuid not null,
  place integer not null,
  organ text not null,
  item_code text not null,
  step text not null,
  name jsonb not null,
  role text not null,
  concluded_on date not null,
  days integer not null,
  primary key (case_id, place)
);
create index step_concluded on insight.step (concluded_on, organ);

-- 红黄牌 — each card with its appeal and ruling.
create table insight.card (
  case_id uuid not null,
  colour text not null,
  clock text not null,
  organ text not null,
  given_on date not null,
  due date not null,
  appeal jsonb,
  ruling jsonb,
  primary key (case_id, colour, clock)
);
create index card_given on insight.card (given_on, organ);

-- 抽查 — samples drawn by the log, of the stream inspection.
create table insight.sample (
  id uuid primary key,
  revision integer not null,
  drawn_at timestamptz not null,
  state jsonb not null
);
create index sample_drawn on insight.sample (drawn_at desc);
