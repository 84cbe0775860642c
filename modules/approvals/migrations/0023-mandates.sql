-- 代理授权: who acts for whom; made again from the stream mandate.
create table approvals.mandate (
  id uuid primary key,
  organ text not null,
  from_id text not null,
  to_id text not null,
  state text not null,
  starts date not null,
  ends date not null,
  mandate jsonb not null
);
create index mandate_held on approvals.mandate (to_id, ends) where state = 'approved';
create index mandate_of_organ on approvals.mandate (organ, ends desc);
