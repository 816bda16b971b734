package fi.tiski.surface.desk;

import fi.tiski.domain.cases.Amendment;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Details;
import fi.tiski.domain.cases.PresenceService;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.offers.GoingOn;
import fi.tiski.domain.offers.OffersService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.CallWindows;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.When;
import fi.tiski.surface.record.EntrySentence;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that the desk reads and does, for one screen to hold. */
@Component
class Desk {

    private static final int WINDOWS = 5;

    final DeskReadings readings;
    final DeskActs acts;
    final NumberActs numbers;
    final HandoverActs passing;
    final DutyActs duty;
    final VideoDesk video;
    final GuestsDesk guests;
    final TogetherDesk together;
    final DeskBookings bookings;
    final InstantSource clock;
    final Receivers receivers;
    final HandoversService handovers;
    final PresenceService presence;
    final OffersService offers;
    final KioskNews kiosks;
    private final GoingOn goingOn;
    private final CasesService cases;
    private final CallBacksService callBacks;
    private final CallWindows windows;

    Desk(
            DeskReadings readings,
            DeskActs acts,
            NumberActs numbers,
            HandoverActs passing,
            DutyActs duty,
            VideoDesk video,
            GuestsDesk guests,
            TogetherDesk together,
            DeskBookings bookings,
            CasesService cases,
            CallBacksService callBacks,
            CallWindows windows,
            Receivers receivers,
            HandoversService handovers,
            PresenceService presence,
            OffersService offers,
            GoingOn goingOn,
            KioskNews kiosks,
            InstantSource clock) {
        this.readings = readings;
        this.acts = acts;
        this.numbers = numbers;
        this.passing = passing;
        this.duty = duty;
        this.video = video;
        this.guests = guests;
        this.together = together;
        this.bookings = bookings;
        this.cases = cases;
        this.callBacks = callBacks;
        this.windows = windows;
        this.receivers = receivers;
        this.handovers = handovers;
        this.presence = presence;
        this.offers = offers;
        this.goingOn = goingOn;
        this.kiosks = kiosks;
        this.clock = clock;
    }

    void bringWhatWaits(OrganisationId organisation) {
        goingOn.soon(organisation);
    }

    When when(Post post, Language language) {
        return new When(language.spoken(), post.zone(), clock.instant());
    }

    void note(Post post, CaseId id, String words) {
        cases.note(post.organisation(), id, post.me(), words);
    }

    Amendment amend(Post post, CaseId id, Details seen, Details wanted) {
        return cases.amend(post.organisation(), id, new By.AnAgent(post.me()), seen, wanted);
    }

    CaseId open(Post post, NewCase.Opening opening, UUID press) {
        var by = new By.AnAgent(post.me());
        var details = opening.details();
        return cases.open(
                        post.organisation(),
                        opening.language(),
                        by,
                        post.point().map(point -> point.id()),
                        press,
                        its -> {
                            cases.introduce(post.organisation(), its.id(), by, details.name(), details.phone());
                            cases.tell(
                                    post.organisation(),
                                    its.id(),
                                    by,
                                    new Telling(details.topic(), opening.words(), Optional.of(details.needs())));
                        })
                .id();
    }

    EntrySentence sentences(Post post, Language language) {
        return new EntrySentence(when(post, language), EntrySentence.Reader.AGENT, readings.names(post.organisation()));
    }

    List<Span> windows(Post post) {
        return windows.next(post.organisation(), post.zone(), WINDOWS);
    }

    Said promise(Post post, CaseId id, AskCallBack.Promise promise, When when) {
        var by = new By.AnAgent(post.me());
        cases.introduce(post.organisation(), id, by, Optional.empty(), Optional.of(promise.phone()));
        callBacks.ask(post.organisation(), id, UUID.randomUUID(), promise.during(), by);
        return Said.done(Texts.say(
                when.language(),
                "desk.said.call-promised",
                when.day(promise.during().from()),
                when.range(promise.during().from(), promise.during().until())));
    }

    /** Whether there is such a case: its id may come from an address that somebody kept. */
    boolean exists(OrganisationId organisation, CaseId id) {
        return !cases.all(organisation, List.of(id)).isEmpty();
    }
}
