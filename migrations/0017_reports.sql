-- Reports read the places in a workshop that a period touches, and not those of all years.
create index enrolment_open on enrolment (workshop, (coalesce(to_day, '9999')));
-- Whether somebody came before a period.
create index attendance_person on attendance (person, stands, presence, shift);
