package fi.tiski.domain.cases;

import java.util.List;

/**
 * A case with all that happened on it.
 *
 * @param entries oldest first
 * @param readings each agent's latest, newest first
 */
public record CaseFile(Case now, List<Entry> entries, List<Reading> readings) {

    public CaseFile {
        entries = List.copyOf(entries);
        readings = List.copyOf(readings);
    }
}
