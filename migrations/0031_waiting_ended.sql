-- Which entry ended a place in a waiting list, so that the list can be told as of an earlier day.
alter table waiting add column ended_by integer;
