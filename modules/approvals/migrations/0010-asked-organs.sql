-- Organs that are asked for an opinion and have not answered, beside the office in whose hands the case is: what they
-- find in their own inbox. Very few rows; only items that ask other organs write here. Made again from the journal.
create table approvals.asked_organ (
  application_id uuid not null,
  organ text not null,
  item_code text not null,
  -- As in the case's own row: lists of both are merged.
  sort_day date not null,
  primary key (application_id, organ)
);
create index asked_organ_in_order on approvals.asked_organ (organ, sort_day, application_id);
