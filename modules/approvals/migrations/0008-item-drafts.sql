-- Drafts made at the desk, and items that are cancelled: who wrote a version, what was said of it, when it ends.
alter table approvals.item
  -- Authors, origin, notes of the approval, and why and by what it is replaced: as the entries tell it.
  add column office jsonb not null default '{}',
  -- From this day on it is cancelled.
  add column cancelled_on date;
create index item_ending on approvals.item (cancelled_on) where cancelled_on is not null;
