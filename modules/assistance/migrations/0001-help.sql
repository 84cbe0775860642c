-- Summary of the stream help; it can be made again from the journal.
create table assistance.help (
  id uuid primary key,
  revision integer not null,
  number text not null,
  item_code text not null,
  person_id text not null,
  application_id uuid,
  -- waiting, taken, concluded, ended.
  status text not null,
  assistant_id text,
  requested_at timestamptz not null,
  taken_at timestamptz,
  -- Last legal day to take it.
  due text not null,
  -- Taken after its last day.
  late boolean not null,
  -- First and last legal day of a mandate that is signed and not revoked.
  mandate_from text,
  mandate_to text,
  constraint help_number_once unique (number)
);
create index help_of_person on assistance.help (person_id, id desc);
create index help_of_assistant on assistance.help (assistant_id, status);
create index help_waiting on assistance.help (status, due);
create index help_mandates on assistance.help (assistant_id, person_id, item_code) where mandate_from is not null;
