package fi.tiski.domain.handovers;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a handover card begins with: the entries that say it, the oldest first. Promised is what we have said that we do
 * and have not done yet.
 */
public record Draft(List<Entry> told, List<Entry> done, List<Entry> promised) {

    private static final Set<EntryKind> CALL_KEPT =
            Set.of(EntryKind.CALL_BACK_CALLING, EntryKind.CALL_BACK_NOT_REACHED, EntryKind.CALL_BACK_CANCELLED);
    private static final Set<EntryKind> MEETING_MADE =
            Set.of(EntryKind.APPOINTMENT_BOOKED, EntryKind.APPOINTMENT_MOVED);
    private static final Set<EntryKind> MEETING_KEPT =
            Set.of(EntryKind.APPOINTMENT_ARRIVED, EntryKind.APPOINTMENT_CANCELLED, EntryKind.APPOINTMENT_NO_SHOW);

    public Draft {
        told = List.copyOf(told);
        done = List.copyOf(done);
        promised = List.copyOf(promised);
    }

    static Draft from(List<Entry> entries) {
        var promised = new ArrayList<Entry>();
        for (var entry : entries) {
            var kind = entry.kind();
            if (CALL_KEPT.contains(kind)) {
                promised.removeIf(made -> made.kind() == EntryKind.CALL_BACK_ASKED);
            } else if (MEETING_KEPT.contains(kind)) {
                promised.removeIf(made -> MEETING_MADE.contains(made.kind()));
            } else if (kind == EntryKind.APPOINTMENT_MOVED) {
                promised.removeIf(made -> MEETING_MADE.contains(made.kind()));
                promised.add(entry);
            } else if (kind == EntryKind.CALL_BACK_ASKED || kind == EntryKind.APPOINTMENT_BOOKED) {
                promised.add(entry);
            }
        }
        return new Draft(
                entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.WORDS_TOLD)
                        .filter(entry -> entry.words().isPresent())
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.kind() == EntryKind.NOTE && entry.by() instanceof By.AnAgent)
                        .filter(entry -> entry.words().isPresent())
                        .toList(),
                promised);
    }
}
