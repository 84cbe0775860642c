-- Open cases by the lane they are in: queue and holder together, of which there are few. A list is merged from the
-- first rows of its lanes, each of which stands in order here; also for readers of every organ.
drop index approvals.application_in_hands;
drop index approvals.application_in_queue;
drop index approvals.application_due;
create index application_in_lane_of_organ on approvals.application (organ, queue, holder, sort_day, id)
  where queue <> 'concluded';
create index application_in_lane on approvals.application (queue, holder, sort_day, id) where queue <> 'concluded';

-- Open cases by what a text begins with, and all that lists and counts need: thousands are counted and sorted without
-- reading their rows.
drop index approvals.application_open_by_applicant;
create index application_open_by_applicant on approvals.application (applicant text_pattern_ops)
  include (organ, item_code, queue, holder, sort_day, id) where queue <> 'concluded';
create index application_open_by_number on approvals.application (number text_pattern_ops)
  include (organ, item_code, queue, holder, sort_day, id) where queue <> 'concluded';

-- Supervision: open cases with a card. A submission has none and is not written here.
create index application_carded on approvals.application (sort_day, id)
  where queue <> 'concluded' and cards <> '{}';

-- An item is its organ's: reckoned as if independent, a fiftieth of the rows is expected and all are read to be sorted.
create statistics approvals.application_organ_of_item (dependencies) on organ, item_code from approvals.application;
