package fi.tiski.domain.queue;

import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The wait for agents who serve from anywhere, by the same simulation as that of a line at a point. */
public final class RemoteWaits {

    private RemoteWaits() {}

    /**
     * Somebody who serves.
     *
     * @param busyFor how long they have been with somebody; empty when they are with nobody
     * @param freeFrom earliest, such as the end of the time for writing down
     */
    public record Server(AgentId agent, Span shift, List<Span> breaks, Instant freeFrom, Optional<Duration> busyFor) {}

    /**
     * How long somebody waits before whom so many stand, first come first served; empty when nobody can be expected to
     * serve them.
     *
     * @param planned how long serving somebody is expected to take
     * @param lately how long it has taken, which counts for more the more of it there is
     */
    public static Optional<Wait> behind(
            int ahead, List<Server> servers, Duration planned, List<Duration> lately, Instant now) {
        var takes = ServiceTimes.lately(planned, lately, List.of(), List::of);
        var line = IntStream.range(0, ahead)
                .mapToObj(place -> new Simulation.Person(
                        new InLine(TicketId.next(), now.minusSeconds((long) ahead - place), false, 0),
                        takes,
                        Set.<AgentId>of()))
                .toList();
        var scene = new Simulation.Scene(
                now,
                servers.stream()
                        .map(server -> new Simulation.Server(
                                server.agent(),
                                server.shift(),
                                server.breaks(),
                                server.freeFrom(),
                                server.busyFor().map(elapsed -> new Simulation.Busy(takes, elapsed))))
                        .toList(),
                line,
                List.of(),
                takes);
        return Simulation.forecast(scene).newcomer().expected();
    }
}
