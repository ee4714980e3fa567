-- Projected -----------------------------------------------------------------------------------

-- What the coordination of the field asks of a project; the latest row holds.
create table project_description (
    seq integer primary key,
    project bigint not null references project (seq),
    organisation_type_en text not null,
    organisation_type_sr text not null,
    sector_en text not null,
    sector_sr text not null,
    subsector_en text not null,
    subsector_sr text not null,
    modality_en text not null,
    modality_sr text not null,
    beneficiaries_en text not null,
    beneficiaries_sr text not null,
    contact_en text not null,
    contact_sr text not null
);

-- Definitions of indicators: the latest row of an id holds, its first one is the indicator's key.
create table indicator (
    seq integer primary key,
    id text not null,
    project bigint not null references project (seq),
    code text not null,
    title_en text not null,
    title_sr text not null,
    definition_en text not null,
    definition_sr text not null,
    unit_en text not null,
    unit_sr text not null,
    source_en text not null,
    source_sr text not null,
    -- output, outcome, impact
    level text not null,
    -- domain::indicator::Measure as JSON
    measure text not null,
    activity text,
    baseline bigint not null
);
create index indicator_by_id on indicator (id, seq);
create index indicator_by_project on indicator (project, seq);

-- What is to be reached; the latest row of a period holds.
create table target (
    seq integer primary key,
    indicator bigint not null references indicator (seq),
    from_day text not null,
    to_day text not null,
    value bigint not null
);
create index target_by_indicator on target (indicator, seq);

-- Values entered by hand; the latest row of a period holds. The evidence is in the vault.
create table indicator_value (
    seq integer primary key,
    -- of the entry, under which the vault keeps its evidence
    id text not null,
    indicator bigint not null references indicator (seq),
    from_day text not null,
    to_day text not null,
    value bigint not null
);
create index indicator_value_by_indicator on indicator_value (indicator, seq);
