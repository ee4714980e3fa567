-- Where a centre lies on the map, from a day on: WGS 84, in millionths of a degree; both or neither,
-- neither where it is not told any more.

-- Projected
create table centre_position (
    seq integer primary key,
    centre integer not null references centre (seq),
    from_day text not null,
    latitude bigint,
    longitude bigint,
    source text not null
);
create index centre_position_day on centre_position (centre, from_day);
