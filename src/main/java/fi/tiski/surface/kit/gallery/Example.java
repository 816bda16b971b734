package fi.tiski.surface.kit.gallery;

import com.vaadin.flow.component.Component;
import java.util.function.Supplier;

/**
 * One way in which a component is used.
 *
 * @param component the simple name of the component's class
 * @param name what is special here, in English: for those who build, not for those who visit
 * @param make makes it anew, in the page's language
 */
public record Example(String component, String name, Supplier<Component> make) {}
