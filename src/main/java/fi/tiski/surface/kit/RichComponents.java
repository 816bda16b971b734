package fi.tiski.surface.kit;

import com.vaadin.flow.component.Component;

/** Vaadin's own components, for surfaces of people who work with them all day; never on a customer's page. */
public final class RichComponents {

    private RichComponents() {}

    /** Has the browser fetch them before {@code page} comes up. */
    public static <C extends Component> C on(C page) {
        page.addAttachListener(
                attached -> attached.getUI().getPage().addDynamicImport("return window.Vaadin.Flow.tiskiComponents()"));
        return page;
    }
}
