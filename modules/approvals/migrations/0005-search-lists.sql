-- What an item is found by is only ever looked up in its index. With statistics of single words PostgreSQL reckons that
-- a frequent one is found sooner by reading row by row, and unpacks the lexemes of thousands of items; without them it
-- takes every word for rare, and looks it up.
alter table approvals.item_search alter column lexemes set statistics 0;

-- Lists are read in order, and all items counted, from the index alone, passing by what does not fit.
drop index approvals.item_search_sorted;
create index item_search_sorted on approvals.item_search (sort_key, code)
  include (organ, themes, applicants, online, on_the_spot, no_visit, effective_to);
