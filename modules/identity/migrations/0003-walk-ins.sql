-- A window finds people by the whole number of their card or of an enterprise they act for.
create index account_by_id_card on identity.account (id_card);
create index account_by_enterprise on identity.account using gin (enterprises jsonb_path_ops);
