-- A topic's picture is one that there is. Whoever cannot read the topics chooses by them: a name without a picture would
-- leave an empty place, and a picture that says something else is worse than the one that says nothing in particular.

update topic
set pictogram = 'other'
where pictogram not in ('housing', 'permits', 'benefits', 'health', 'family', 'school', 'transport', 'parking', 'taxes',
                        'work', 'immigration', 'digital', 'waste', 'library', 'elderly', 'accessibility', 'sports',
                        'culture', 'environment', 'water', 'streets', 'legal', 'money', 'animals');

alter table topic
    alter column pictogram set default 'other',
    add constraint topic_pictogram_is_drawn check
        (pictogram in ('housing', 'permits', 'benefits', 'health', 'family', 'school', 'transport', 'parking', 'taxes',
                       'work', 'immigration', 'digital', 'waste', 'library', 'elderly', 'accessibility', 'sports',
                       'culture', 'environment', 'water', 'streets', 'legal', 'money', 'animals', 'other'));
comment on column topic.pictogram is 'A symbol of tiski/pictograms/pictograms.svg, from those drawn for topics; other where none fits.';
