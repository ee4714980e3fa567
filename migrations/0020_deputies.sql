-- A permission may be given for days only: somebody stands in for a manager.
alter table access add column from_day text;
alter table access add column to_day text;
