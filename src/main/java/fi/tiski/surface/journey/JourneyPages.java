package fi.tiski.surface.journey;

import com.vaadin.flow.router.Route;
import java.util.List;

/** All pages of a journey, for whoever frames them elsewhere. */
public final class JourneyPages {

    private static final List<Class<? extends JourneyView>> ALL = List.of(
            StartView.class,
            WaysView.class,
            PlaceNowView.class,
            NumberView.class,
            VideoView.class,
            JoinView.class,
            GuestView.class,
            LetAheadView.class,
            HowLongView.class,
            LeaveView.class,
            TellTopicView.class,
            TellWordsView.class,
            TellNeedsView.class,
            TopicView.class,
            MeetView.class,
            PlaceView.class,
            NeedsView.class,
            InterpreterView.class,
            TimesView.class,
            WhoView.class,
            CheckView.class,
            CallView.class,
            CallWhenView.class,
            DoneView.class,
            TopicsView.class,
            AboutView.class,
            MyView.class,
            MyCaseView.class,
            CheckVideoView.class,
            BusyView.class,
            TroubleView.class);

    private JourneyPages() {}

    public static List<Class<? extends JourneyView>> all() {
        return ALL;
    }

    /** The page's address at home, with its parameters; a frame elsewhere puts its own part before it. */
    public static String address(Class<? extends JourneyView> page) {
        return page.getAnnotation(Route.class).value();
    }
}
