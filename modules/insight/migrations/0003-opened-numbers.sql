-- The passes behind the time of a step in an office.
create index step_of_office on insight.step (organ, role, (name->>'zh'), concluded_on);
