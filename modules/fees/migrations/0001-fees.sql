-- Summaries of the streams charge and fee-day; they can be made again from the journal.
create table fees.charge (
  id uuid primary key,
  revision integer not null,
  case_id uuid not null,
  number text not null,
  item_code text not null,
  item_name jsonb not null,
  organ text not null,
  person_id text not null,
  payer text not null,
  -- Integer fen, as all amounts here.
  total bigint not null,
  refunded bigint not null,
  -- owed, paid, part-refunded, refunded, closed
  status text not null,
  due text not null,
  raised_at timestamptz not null,
  paid_at timestamptz,
  constraint charge_case_once unique (case_id)
);
create index charge_by_status on fees.charge (status, raised_at);
create index charge_of_person on fees.charge (person_id, id);
create index charge_by_number on fees.charge (number);

-- Online orders, by the number that the provider and the bank name.
create table fees.pay_order (
  charge_id uuid not null,
  number text not null,
  amount bigint not null,
  primary key (charge_id, number)
);
create index pay_order_by_number on fees.pay_order (number);

-- Money in and out, in the accounts of a day.
create table fees.movement (
  charge_id uuid not null,
  revision integer not null,
  kind text not null,
  method text not null,
  amount bigint not null,
  order_number text not null,
  day date not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  case_number text not null,
  primary key (charge_id, revision, kind)
);
create index movement_of_day on fees.movement (day);

create table fees.receipt (
  charge_id uuid not null,
  code text not null,
  number text not null,
  check_code text not null,
  amount bigint not null,
  is_void boolean not null,
  reverses text,
  document_id uuid not null,
  issued_at timestamptz not null,
  primary key (charge_id, code, number)
);
create index receipt_by_number on fees.receipt (code, number);
create index receipt_of_document on fees.receipt (document_id);

create table fees.refund (
  charge_id uuid not null,
  id uuid not null,
  amount bigint not null,
  -- asked, approved, refused, paid
  status text not null,
  asked_at timestamptz not null,
  primary key (charge_id, id)
);
create index refund_by_status on fees.refund (status, asked_at);

create table fees.day (
  day date primary key,
  id uuid not null,
  revision integer not null,
  signed_at timestamptz,
  signed_by text
);

-- Not summaries: numbers once given are never given again.
create sequence fees.order_serial;
create table fees.receipt_series (
  code text primary key,
  last integer not null
);

-- What the demonstration's counter keeps; a real provider keeps its own.
create table fees.demo_order (
  number text primary key,
  amount bigint not null,
  subject text not null,
  expires_at timestamptz not null,
  back_to text not null,
  paid_at timestamptz,
  reference text
);
