-- 到期提醒: on which days of warning the agent of a certificate was told that it ends.
alter table identity.certificate add column told integer[] not null default '{}';
create index certificate_ending on identity.certificate (valid_to) where revoked_at is null;
