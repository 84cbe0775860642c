-- Summary of the stream data-request: what people ask to have corrected of their data, and the answers.
create table identity.data_request (
  id uuid primary key,
  revision integer not null,
  person_id uuid not null,
  subject text not null,
  body text not null,
  asked_at timestamptz not null,
  status text not null,
  answer text,
  answered_at timestamptz,
  answered_by text
);
create index data_request_of_person on identity.data_request (person_id, id desc);
create index data_request_open on identity.data_request (id) where status = 'open';
