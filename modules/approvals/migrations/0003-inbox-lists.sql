-- Lists over a million applications: by item, by name, and concluded ones of every organ.

-- The item filter of open cases with its counts, and which items there are among them, from the index alone.
create index application_open_of_item on approvals.application (organ, item_code, queue, holder, sort_day, id)
  where queue <> 'concluded';
create index application_of_item on approvals.application (item_code, id desc);
create index application_concluded_of_item on approvals.application (item_code, sort_day desc, id desc)
  where queue = 'concluded';
create index application_concluded_of_all on approvals.application (sort_day desc, id desc)
  where queue = 'concluded';

-- By the beginning of a name, for readers of one organ and of all; open cases apart, since those are few.
drop index approvals.application_by_applicant;
create index application_by_applicant on approvals.application (applicant text_pattern_ops, organ);
create index application_open_by_applicant on approvals.application (applicant text_pattern_ops, organ)
  where queue <> 'concluded';
