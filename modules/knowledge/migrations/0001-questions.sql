-- Summaries of the streams question and faq; they can be made again from the journal.
create table knowledge.question (
  id uuid primary key,
  revision integer not null,
  item_code text not null,
  organ text not null,
  person_id text not null,
  -- The question, or the further question where there is one.
  text text not null,
  -- waiting, answered.
  status text not null,
  asked_at timestamptz not null,
  -- Last legal day to answer what was asked last.
  due text not null,
  answered_at timestamptz,
  -- Whether any answer came after its last day.
  late boolean not null,
  helped boolean
);
create index question_of_person on knowledge.question (person_id, id desc);
create index question_of_organ on knowledge.question (organ, status, due);

create table knowledge.faq (
  id uuid primary key,
  revision integer not null,
  item_code text not null,
  -- Version of the item against which it was read last.
  item_version integer not null,
  organ text not null,
  -- proposed, published, declined, withdrawn, superseded.
  status text not null,
  question jsonb not null,
  answer jsonb not null,
  cited jsonb not null,
  published_at timestamptz,
  -- Words of the question and of the answer, as a search looks for them.
  asked_words text[] not null,
  told_words text[] not null
);
create index faq_of_item on knowledge.faq (item_code, status);
create index faq_of_status on knowledge.faq (status, id desc);
create index faq_words on knowledge.faq using gin ((asked_words || told_words)) where status = 'published';
