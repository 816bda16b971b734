package fi.tiski.surface.kiosk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.journey.Here;
import fi.tiski.surface.journey.JourneyFrame;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.OnScreenKeyboard;

/**
 * Around the same pages at a kiosk. Whoever comes after a person finds everything as if nobody had been here, also when
 * that person has only walked away.
 */
@StyleSheet("context://tiski/kiosk.css")
@AnonymousAllowed
public class KioskFrame extends JourneyFrame implements BeforeEnterObserver, LocaleChangeObserver {

    private final ThisKiosk kiosk;
    private final Habits habits;
    private final Remote remote;

    KioskFrame(PeopleService people, ThisKiosk kiosk, Habits habits) {
        super(Frame.Kind.KIOSK, people, "kiosk");
        this.kiosk = kiosk;
        this.habits = habits;
        remote = kiosk.remote(this, frame());
        frame().under(new OnScreenKeyboard(), new StillThere(habits.quiet(), habits.answer()));
        // Not the language of the browser, which is the machine's, and not the one of whoever was here before.
        UI.getCurrent().setLocale(Language.FI.locale());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        habits.tell(getElement());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        kiosk.enter(entering, remote);
    }

    @Override
    public void localeChange(LocaleChangeEvent changed) {
        remote.refresh();
    }

    /** The browser clears itself, asks {@link KioskOver} to forget the person here, and begins anew. */
    @Override
    protected void finished(Here here) {
        getElement().executeJs("window.Tiski.over()");
    }
}
