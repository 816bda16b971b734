package fi.tiski.surface.kiosk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.journey.JourneyFrame;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.OnScreenKeyboard;

/** Around the same pages at a kiosk. Whoever comes after a person finds everything as if nobody had been here. */
@StyleSheet("context://tiski/kiosk.css")
@AnonymousAllowed
public class KioskFrame extends JourneyFrame {

    public KioskFrame(PeopleService people) {
        super(Frame.Kind.KIOSK, people, "kiosk");
        frame().under(new OnScreenKeyboard());
        begin();
    }

    @Override
    protected void finished() {
        frame().reset();
        begin();
    }

    /** Not the language of the browser, which is the machine's, and not the one of whoever was here before. */
    private static void begin() {
        UI.getCurrent().setLocale(Language.FI.locale());
    }
}
