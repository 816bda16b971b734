-- Finding a case among very many in the time of a breath.

alter table case_entry_words
    add column case_id uuid,
    add column terms tsvector generated always as (to_tsvector('simple', words)) stored;
update case_entry_words w
set case_id = e.case_id
from case_entry e
where e.organisation_id = w.organisation_id
  and e.id = w.entry_id;
alter table case_entry_words
    alter column case_id set not null;
comment on column case_entry_words.case_id is 'The case of the entry, so that a search need not ask for each entry that matches.';
comment on column case_entry_words.terms is 'What a search compares, made once instead of by each search; erased with the words.';

drop index case_entry_words_search;
create index case_entry_words_terms on case_entry_words using gin (terms);
create index case_entry_words_case on case_entry_words (organisation_id, case_id);

create function find_cases(p_organisation uuid, p_sought text, p_code text, p_phone text, p_most integer)
    returns table
            (
                case_id    uuid,
                changed_at timestamptz
            )
    language plpgsql
    stable
    -- How many will match differs a thousandfold from search to search: each is planned for what it seeks.
    set plan_cache_mode = force_custom_plan
as
$$
declare
    -- Up to here it is quicker to gather all that match and sort them; beyond, to walk from the latest until enough have
    -- matched. Measured with 100,000 cases: at the crossing both take some ten milliseconds.
    many    constant integer := 3000;
    likely  constant text    := '%' || replace(replace(replace(lower(p_sought), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    asked   constant tsquery := websearch_to_tsquery('simple', p_sought);
    named   uuid[];
    told    uuid[];
    by_name boolean;
    by_word boolean;
begin
    named := array(select c.id
                   from customer c
                   where c.organisation_id = p_organisation
                     and (lower(c.name) like likely or c.phone = p_phone)
                   limit many + 1);
    told := array(select w.case_id
                  from case_entry_words w
                  where w.organisation_id = p_organisation
                    and w.terms @@ asked
                  limit many + 1);
    by_name := cardinality(named) > many;
    by_word := cardinality(told) > many;
    return query
        select r.id, r.changed_at
        from (select k.id, k.changed_at
              from case_record k
              where k.organisation_id = p_organisation
                and k.code = p_code
              union
              (select k.id, k.changed_at
               from case_record k
               where not by_name
                 and k.organisation_id = p_organisation
                 and k.customer_id = any (named)
               order by k.changed_at desc
               limit p_most)
              union
              (select k.id, k.changed_at
               from case_record k
               where not by_word
                 and k.organisation_id = p_organisation
                 and k.id = any (told)
               order by k.changed_at desc
               limit p_most)
              union
              (select k.id, k.changed_at
               from case_record k
               where by_name
                 and k.organisation_id = p_organisation
                 and coalesce((select lower(c.name) like likely or c.phone = p_phone
                               from customer c
                               where c.organisation_id = k.organisation_id
                                 and c.id = k.customer_id), false)
               order by k.changed_at desc
               limit p_most)
              union
              (select k.id, k.changed_at
               from case_record k
               where by_word
                 and k.organisation_id = p_organisation
                 and coalesce((select true
                               from case_entry_words w
                               where w.organisation_id = k.organisation_id
                                 and w.case_id = k.id
                                 and w.terms @@ asked
                               limit 1), false)
               order by k.changed_at desc
               limit p_most)) as r
        order by r.changed_at desc
        limit p_most;
end
$$;
comment on function find_cases(uuid, text, text, text, integer) is
    'The p_most cases changed last whose code is p_code, whose customer has p_sought in the name or the phone p_phone, or of which somebody told all the words of p_sought in one entry. Null as code or phone seeks none by it.';
