-- Pieces that were made and are no good: entries like the others, which no sum of what was made
-- takes in.
alter table output add column rejected bigint not null default 0 check (rejected in (0, 1));
