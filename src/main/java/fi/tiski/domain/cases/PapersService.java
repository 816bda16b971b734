package fi.tiski.domain.cases;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.pictures.Picture;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers on a case: pictures that the customer gave to it, each with an entry that stays when the picture is erased. */
@Service
@Transactional
public class PapersService {

    /** More papers than anybody brings along; whoever sends pictures without an end is stopped. */
    static final int MOST = 20;

    private final Cases cases;
    private final Entries entries;
    private final Papers papers;
    private final Live live;
    private final InstantSource clock;

    PapersService(Cases cases, Entries entries, Papers papers, Live live, InstantSource clock) {
        this.cases = cases;
        this.entries = entries;
        this.papers = papers;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Keeps a picture with an entry of its own.
     *
     * @param press idempotency key: the same press again keeps it once
     */
    public KeepingPaper keep(OrganisationId organisation, CaseId its, By by, Picture paper, UUID press) {
        cases.lockState(organisation, its);
        var entry = Ids.next();
        var now = clock.instant();
        if (papers.howMany(organisation, its) >= MOST && !entries.isThere(organisation, press)) {
            return KeepingPaper.ENOUGH;
        }
        if (entries.add(
                entry,
                organisation,
                its,
                now,
                by,
                EntryKind.PAPER_SHOWN,
                Map.of(),
                Optional.empty(),
                Optional.of(press))) {
            papers.keep(organisation, its, entry, paper);
            cases.touch(organisation, its, now);
            live.changed(Case.liveKey(its));
        }
        return KeepingPaper.KEPT;
    }

    /** Of that entry, for an agent of the organisation; empty when there is none, or it has been erased. */
    @Transactional(readOnly = true)
    public Optional<Picture> paper(OrganisationId organisation, UUID entry) {
        return papers.find(organisation, entry);
    }
}
