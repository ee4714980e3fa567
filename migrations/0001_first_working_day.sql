-- One text for SQLite and PostgreSQL.
--
-- Ids, days and instants are TEXT (ISO 8601), so that both engines order and compare them alike.
-- The inner key of a thing is the journal `seq` of the entry that made it: `integer primary key`
-- is SQLite's own row id, which makes joins on it cheap; in PostgreSQL it holds 2.1 billion
-- entries. UUIDs are unique columns for the edges.
--
-- Every table is one of three: projected (a pure function of the journal), vault (whatever
-- identifies somebody) or operational (docs/architecture.md says why each).

-- The journal -------------------------------------------------------------------------------

create table journal_head (
    id integer primary key check (id = 1),
    seq bigint not null,
    hash text not null
);
insert into journal_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table journal (
    seq integer primary key,
    id text not null unique,
    -- an account's id, or 'operator'
    actor text not null,
    received_at text not null,
    -- the envelope's JSON, byte for byte
    entry text not null,
    hash text not null
);

-- Projected: accounts and places --------------------------------------------------------------

create table account (
    seq integer primary key,
    id text not null unique,
    code text not null unique,
    language text,
    disabled bigint not null default 0 check (disabled in (0, 1))
);

create table access (
    seq integer primary key,
    account integer not null references account (seq),
    role text not null check (role in ('donor', 'facilitator', 'manager', 'coordinator')),
    scope text not null check (scope in ('organisation', 'centre', 'workshop', 'project')),
    -- id of the centre, workshop or project; empty for the organisation
    place text not null,
    -- the entry that took it back
    revoked integer
);
create index access_account on access (account);

create table centre (
    seq integer primary key,
    id text not null unique,
    code text not null unique,
    name_en text not null,
    name_sr text not null,
    adm1_en text not null,
    adm1_sr text not null,
    adm1_code text not null,
    adm2_en text not null,
    adm2_sr text not null
);

create table centre_kind (
    seq integer primary key,
    centre integer not null references centre (seq),
    from_day text not null,
    kind text not null check (kind in ('asylum_centre', 'reception_centre')),
    source text not null
);
create index centre_kind_day on centre_kind (centre, from_day);

create table centre_status (
    seq integer primary key,
    centre integer not null references centre (seq),
    from_day text not null,
    status text not null check (status in ('open', 'closed')),
    source text not null
);
create index centre_status_day on centre_status (centre, from_day);

create table centre_capacity (
    seq integer primary key,
    centre integer not null references centre (seq),
    from_day text not null,
    places bigint not null check (places >= 0),
    source text not null
);
create index centre_capacity_day on centre_capacity (centre, from_day);

create table occupancy (
    seq integer primary key,
    id text not null unique,
    centre integer not null references centre (seq),
    day text not null,
    total bigint not null check (total >= 0),
    children bigint,
    female bigint,
    male bigint,
    girls bigint,
    boys bigint,
    source text not null
);
create index occupancy_day on occupancy (centre, day);

-- Projected: projects and workshops -----------------------------------------------------------

create table project (
    seq integer primary key,
    id text not null unique,
    code text not null unique,
    title_en text not null,
    title_sr text not null,
    funder_en text not null,
    funder_sr text not null,
    programme_en text not null,
    programme_sr text not null,
    implementer_en text not null,
    implementer_sr text not null,
    reference text not null,
    from_day text not null,
    to_day text not null
);

create table workshop (
    seq integer primary key,
    id text not null unique,
    -- a training may belong to no centre
    centre integer references centre (seq),
    code text not null unique,
    title_en text not null,
    title_sr text not null,
    activity text not null,
    minutes bigint not null check (minutes > 0)
);
create index workshop_centre on workshop (centre);

create table workshop_capacity (
    seq integer primary key,
    workshop integer not null references workshop (seq),
    from_day text not null,
    people bigint not null check (people > 0)
);
create index workshop_capacity_day on workshop_capacity (workshop, from_day);

create table product (
    seq integer primary key,
    id text not null unique,
    workshop integer not null references workshop (seq),
    code text not null,
    name_en text not null,
    name_sr text not null,
    unit text not null,
    unique (workshop, code)
);

create table share (
    seq integer primary key,
    workshop integer not null references workshop (seq),
    project integer not null references project (seq),
    from_day text not null,
    to_day text
);
create index share_project on share (project);
create index share_workshop on share (workshop);

-- Projected: people, as counting needs them -----------------------------------------------------

create table person (
    seq integer primary key,
    id text not null unique,
    code text not null unique,
    centre integer references centre (seq),
    kind text not null check (kind in ('resident', 'official', 'neighbour')),
    sex text not null check (sex in ('female', 'male', 'other', 'not_disclosed')),
    -- either a birth year, or an age as told on a day, or neither
    born bigint,
    told_years bigint,
    told_on text,
    nationality text
);
create index person_centre on person (centre);

create table person_language (
    seq integer primary key,
    person integer not null references person (seq),
    language text not null,
    level text not null check (level in ('understands', 'speaks', 'interprets'))
);
create index person_language_person on person_language (person);

-- Projected: shifts and what was logged ---------------------------------------------------------

create table shift (
    seq integer primary key,
    id text not null unique,
    workshop integer not null references workshop (seq),
    -- the workshop's centre, kept here for the index by which dashboards read
    centre integer references centre (seq),
    day text not null,
    start text not null,
    minutes bigint not null check (minutes > 0),
    progress text not null check (progress in ('open', 'closed', 'did_not_happen')),
    -- when it was closed, by its maker's corrected clock
    closed_at text,
    reason text
);
create index shift_centre_day on shift (centre, day);
create index shift_workshop_day on shift (workshop, day);
create index shift_day on shift (day);

create table shift_facilitator (
    seq integer primary key,
    shift integer not null references shift (seq),
    account integer not null references account (seq),
    unique (shift, account)
);

create table enrolment (
    seq integer primary key,
    id text not null unique,
    person integer not null references person (seq),
    workshop integer not null references workshop (seq),
    -- for this shift only; for all shifts of the workshop when null
    shift integer references shift (seq),
    from_day text not null,
    to_day text
);
create index enrolment_workshop on enrolment (workshop);
create index enrolment_shift on enrolment (shift);
create index enrolment_person on enrolment (person);

-- Every mark that was made; `stands` is 1 for the one that counts (domain::attendance).
create table attendance (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    person integer not null references person (seq),
    presence text not null check (presence in ('present', 'absent', 'unmarked')),
    made_at text not null,
    replaces text,
    stands bigint not null check (stands in (0, 1)),
    disputed bigint not null check (disputed in (0, 1))
);
create index attendance_shift on attendance (shift, person, stands, presence);

create table headcount (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    sex text not null,
    band text not null,
    people bigint not null check (people >= 0),
    made_at text not null,
    replaces text,
    stands bigint not null check (stands in (0, 1)),
    disputed bigint not null check (disputed in (0, 1))
);
create index headcount_shift on headcount (shift);

create table output (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    product integer not null references product (seq),
    quantity bigint not null check (quantity > 0),
    -- the entry that took it back
    voided integer
);
create index output_shift on output (shift);

-- Vault -----------------------------------------------------------------------------------------

-- A key for each subject: erasing it makes whatever was sealed with it unreadable for ever.
create table vault_key (
    subject text primary key,
    kind text not null check (kind in ('person', 'account', 'remark', 'review')),
    secret text not null
);

create table vault (
    subject text primary key references vault_key (subject),
    sealed text not null
);

create table credential (
    account text primary key,
    login text not null unique,
    -- argon2id, in PHC form
    password text not null
);

-- Operational -----------------------------------------------------------------------------------

create table session (
    token_hash text primary key,
    account text not null,
    created_at text not null,
    expires_at text not null
);
create index session_account on session (account);

create table sign_in_failure (
    -- of the try; a try is counted before its password is looked at
    id text not null,
    -- hash of the account's name or of the address
    subject text not null,
    at text not null
);
create index sign_in_failure_subject on sign_in_failure (subject, at);

-- Envelopes that were held or refused; their bytes are sealed in the vault under this key.
create table review (
    bytes_hash text not null,
    received_at text not null,
    actor text not null,
    verdict text not null check (verdict in ('held', 'rejected')),
    fault text not null,
    command text,
    -- the centre and the shift they are about, where that could be found
    centre text,
    shift text,
    primary key (bytes_hash, actor)
);
create index review_centre on review (centre, received_at);
