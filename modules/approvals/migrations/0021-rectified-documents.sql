-- 更正: a document that was issued anew takes the place of the one that repeated the slip.
alter table approvals.document add column replaced_by uuid;
alter table approvals.document add column replaced_at timestamptz;
