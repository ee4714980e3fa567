-- Figures that were hard to believe and were accepted as they are; why is in the vault, under the
-- entry's id.

-- Projected -------------------------------------------------------------------------------------

create table acceptance (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    doubt text not null,
    value bigint not null
);
create index acceptance_shift on acceptance (shift, doubt);
