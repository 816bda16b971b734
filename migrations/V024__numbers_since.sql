-- Since when the numbers of a point count, in one question instead of four: it is asked before every look at a line.

create function numbers_since(p_organisation uuid, p_point uuid, p_now timestamptz) returns timestamptz
    language sql
    stable as
$$
with here as (select p.time_zone, (p_now at time zone p.time_zone)::date as today
              from service_point p
              where p.organisation_id = p_organisation
                and p.id = p_point),
     day as (select here.today, here.today::timestamp at time zone here.time_zone as midnight
             from here)
select greatest(p_now - interval '12 hours',
                -- Most doors close before midnight, and then their day need not be reckoned.
                case
                    when exists (select
                                 from opening_hours h
                                 where h.organisation_id = p_organisation
                                   and h.point_id = p_point
                                   and h.weekday = extract(isodow from day.today - 1)
                                   and h.closes = '24:00') then
                        coalesce((select before.opens
                                  from point_open_spans(p_organisation, p_point, day.today - 1) before
                                  where before.closes = day.midnight
                                    and exists (select
                                                from point_open_spans(p_organisation, p_point, day.today) after
                                                where after.opens = day.midnight)), day.midnight)
                    else day.midnight end)
from day
$$;
comment on function numbers_since(uuid, uuid, timestamptz) is
    'Numbers taken before this moment are over: midnight at the point, or, where its doors have stayed open over midnight, when they opened before it; never more than twelve hours before p_now. Null when there is no such point.';
