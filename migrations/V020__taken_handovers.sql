-- What an agent goes on with: read by every desk whenever a handover or a case changes.

create index handover_taken on handover (organisation_id, taken_by) where state = 'accepted';
