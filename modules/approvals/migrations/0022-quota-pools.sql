-- 名额账: what each pool of a quota counts; made again from the stream quota.
create table approvals.quota_pool (
  id uuid primary key,
  item_code text not null,
  year text,
  value text,
  taken integer not null,
  waiting integer not null,
  drawn_at timestamptz
);
create index quota_pool_of_item on approvals.quota_pool (item_code);
