-- A step is one by its Chinese name. Times are summed from the index alone, a year of a million cases within a second.
alter table insight.step add column label text generated always as (name->>'zh') stored;
drop index insight.step_of_office;
create index step_of_office on insight.step (organ, role, label, concluded_on);
drop index insight.step_concluded;
create index step_concluded on insight.step (concluded_on, organ, role, label, days);
