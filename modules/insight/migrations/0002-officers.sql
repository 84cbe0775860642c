-- Who has a case in hand, and the role of the step it stands at; `mashang rebuild insight.figures` fills in the old ones.
alter table insight."case"
  add column holder text,
  add column officer_id text,
  add column officer_name text;
create index case_of_officer on insight."case" (organ, officer_id, concluded_on);
