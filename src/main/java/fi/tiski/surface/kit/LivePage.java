package fi.tiski.surface.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.communication.PushMode;

/** Turns server push on for pages that change by themselves; others never load its script. */
public final class LivePage {

    private LivePage() {}

    /** From when {@code page} comes up, the server may change it at any time. Push then stays on for that window. */
    public static <C extends Component> C of(C page) {
        page.addAttachListener(LivePage::turnOn);
        return page;
    }

    private static void turnOn(AttachEvent attached) {
        attached.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
    }
}
